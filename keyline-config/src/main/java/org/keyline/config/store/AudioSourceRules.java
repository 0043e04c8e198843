package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;

/** Rules of audio sources: a file or a live stream, and no two streams at one port. */
record AudioSourceRules() implements Rules {
    @Override
    public List<Problem> check(
            ConfigObject source, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        var port = source.text("streamPort");
        if (port.isEmpty()) {
            return problems;
        }
        if (source.value("file").isPresent()) {
            problems.add(problem(source, "file", "problem.fileOrStream"));
        }
        workspace.wholeKind(Kinds.AUDIO_SOURCE).values().stream()
                .filter(other -> !other.key().equals(source.key())
                        && other.text("streamPort").equals(port))
                .findFirst()
                .ifPresent(other -> problems.add(problem(source, "streamPort", "problem.portTaken", other.key())));
        return problems;
    }

    private static Problem problem(ConfigObject source, String field, String message, String... arguments) {
        return new Problem(source.kind().name(), source.key(), field, source.text(field), message, List.of(arguments));
    }
}
