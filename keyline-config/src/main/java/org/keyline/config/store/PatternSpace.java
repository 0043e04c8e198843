package org.keyline.config.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;

/**
 * All kinds of objects that are reached by dialling share one space of patterns: in a partition a pattern stands once,
 * whatever it is for. A kind takes part by standing in this list; its key is its pattern and its partition.
 */
final class PatternSpace {
    private static final List<ObjectKind> PLAIN = List.of(Kinds.LINE, Kinds.PICKUP_GROUP, Kinds.MESSAGE_WAITING_NUMBER);
    private static final List<ObjectKind> KINDS = List.of(
            Kinds.LINE,
            Kinds.TRANSLATION_PATTERN,
            Kinds.HUNT_PILOT,
            Kinds.ROUTE_PATTERN,
            Kinds.MESSAGE_WAITING_NUMBER,
            Kinds.PICKUP_GROUP,
            Kinds.CALL_PARK,
            Kinds.DIRECTED_CALL_PARK,
            Kinds.MEET_ME_NUMBER);

    private PatternSpace() {}

    /** The kinds whose patterns may have wildcards. */
    static List<ObjectKind> wildcardKinds() {
        return KINDS.stream().filter(kind -> !PLAIN.contains(kind)).toList();
    }

    /** The pattern of an object with this key, if it is in this partition. */
    static Optional<String> patternOf(String key, String partition) {
        if (partition.isEmpty()) {
            // A pattern may end with an @ of its own; the name of a partition has none and is never empty.
            int at = key.indexOf('@');
            return Optional.of(key).filter(_ -> at < 0 || at == key.length() - 1);
        }
        var suffix = '@' + partition;
        return key.endsWith(suffix) ? Optional.of(key.substring(0, key.length() - suffix.length())) : Optional.empty();
    }

    /** Which of the objects written have a pattern that, once all is written, another one has too. */
    static List<Problem> problems(Workspace workspace) {
        var problems = new ArrayList<Problem>();
        for (var object : workspace.written()) {
            if (KINDS.contains(object.kind())) {
                holder(object, workspace)
                        .ifPresent(other -> problems.add(new Problem(
                                object.kind().name(),
                                object.key(),
                                object.kind().keyFields().getFirst().name(),
                                object.key(),
                                "problem.patternTaken",
                                List.of("@" + other.name() + ".label"))));
            }
        }
        return problems;
    }

    private static Optional<ObjectKind> holder(ConfigObject object, Workspace workspace) {
        return KINDS.stream()
                .filter(other -> !other.equals(object.kind()))
                .filter(other -> workspace.now(other, object.key()).isPresent())
                .findFirst();
    }
}
