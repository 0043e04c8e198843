package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;

/**
 * Rules of audio sources: a file or a live stream, no two streams at one port, no two sources with one stream number,
 * and none without one that may be multicast.
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
        taken(source, PORT, workspace)
                .ifPresent(other -> problems.add(problem(source, PORT, "problem.portTaken", other)));
        taken(source, NUMBER, workspace)
                .ifPresent(other -> problems.add(problem(source, NUMBER, "problem.streamNumberTaken", other)));
        return problems;
    }

    /** The other source that has the same there. */
    private static Optional<String> taken(ConfigObject source, String field, Workspace workspace) {
        var wanted = source.text(field);
        return wanted.isEmpty()
                ? Optional.empty()
                : workspace.wholeKind(Kinds.AUDIO_SOURCE).values().stream()
                        .filter(other -> !other.key().equals(source.key())
                                && other.text(field).equals(wanted))
                        .map(ConfigObject::key)
                        .findFirst();
    }

    private static Problem problem(ConfigObject source, String field, String message, String... arguments) {
        return new Problem(source.kind().name(), source.key(), field, source.text(field), message, List.of(arguments));
    }
}
