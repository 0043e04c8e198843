package org.keyline.node.scenario;

import java.util.function.Predicate;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.Octets;

/**
 * Somebody on the way between phone and server who changes one bit of some files.
 *
 * @param server the real source
 * @param names which files
 * @param fromEnd how far before the end of the file the bit is
 */
record Tampering(FileSource server, Predicate<String> names, int fromEnd) implements FileSource {
    @Override
    public FileAnswer fetch(String name) {
        var answer = server.fetch(name);
        return answer instanceof FileAnswer.Found(Octets content) && names.test(name)
                ? new FileAnswer.Found(content.flipping(content.length() - fromEnd, 1))
                : answer;
    }
}
