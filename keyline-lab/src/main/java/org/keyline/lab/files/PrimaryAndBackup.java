package org.keyline.lab.files;

import java.util.List;

/**
 * Two servers, as DHCP names them: the second is asked when the first is silent.
 *
 * @param primary asked first
 * @param backup asked when the first does not answer
 */
public record PrimaryAndBackup(FileSource primary, FileSource backup) implements FileSource {
    @Override
    public FileAnswer fetch(String name) {
        var answer = primary.fetch(name);
        return answer instanceof FileAnswer.Silent ? backup.fetch(name) : answer;
    }

    @Override
    public List<FileSource> servers() {
        return List.of(primary, backup);
    }
}
