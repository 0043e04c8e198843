package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/**
 * Rules of audio sources: a file or a live stream, and a stream number where it may be multicast; {@link Distinct} sees
 * to it that no two have one port or one number.
 */
record AudioSourceRules() implements Rules {
    private static final String PORT = "streamPort";
    private static final String NUMBER = "streamNumber";

    @Override
    public List<Problem> check(
            ConfigObject source, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        if (source.value(PORT).isPresent() && source.value("file").isPresent()) {
            problems.add(problem(source, "file", "problem.fileOrStream"));
        }
        if (source.flag("allowMulticasting") && source.value(NUMBER).isEmpty()) {
            problems.add(problem(source, NUMBER, "problem.streamNumber"));
        }
        return problems;
    }

    private static Problem problem(ConfigObject source, String field, String message) {
        return new Problem(source.kind().name(), source.key(), field, source.text(field), message, List.of());
    }
}
