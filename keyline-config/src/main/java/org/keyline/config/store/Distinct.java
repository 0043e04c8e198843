package org.keyline.config.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;

/**
 * What only one object of a kind may have, once all edits are staged: who hands a port on to another source in one
 * import does no wrong.
 *
 * @param field what it is
 * @param message the problem of the others, with the name of who has it
 * @param secret whether problems must not show it
 */
record Distinct(ObjectKind kind, String field, String message, boolean secret) {
    private static final List<Distinct> ALL = List.of(
            new Distinct(Kinds.AUTHORIZATION_CODE, "code", "problem.codeTaken", true),
            new Distinct(Kinds.AUDIO_SOURCE, "streamPort", "problem.portTaken", false),
            new Distinct(Kinds.AUDIO_SOURCE, "streamNumber", "problem.streamNumberTaken", false));

    /** What is twice, of the objects that are written. */
    static List<Problem> problems(Workspace workspace) {
        return ALL.stream()
                .flatMap(distinct -> distinct.twice(workspace).stream())
                .toList();
    }

    private List<Problem> twice(Workspace workspace) {
        var written = workspace.written().stream()
                .filter(object ->
                        object.kind().equals(kind) && !object.text(field).isEmpty())
                .toList();
        if (written.isEmpty()) {
            return List.of();
        }
        var holders = holders(workspace);
        return written.stream()
                .flatMap(object -> holders.getOrDefault(object.text(field), List.of()).stream()
                        .filter(other -> !other.equals(object.key()))
                        .limit(1)
                        .map(other -> problem(object, other)))
                .toList();
    }

    private Map<String, List<String>> holders(Workspace workspace) {
        var holders = new HashMap<String, List<String>>();
        for (var object : workspace.allNow(kind)) {
            holders.computeIfAbsent(object.text(field), _ -> new ArrayList<>(1)).add(object.key());
        }
        return holders;
    }

    private Problem problem(ConfigObject object, String other) {
        var shown = secret ? "***" : object.text(field);
        return new Problem(kind.name(), object.key(), field, shown, message, List.of(other));
    }
}
