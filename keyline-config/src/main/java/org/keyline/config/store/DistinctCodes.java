package org.keyline.config.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;

/** No two forced authorisation codes have the same digits, once all is written. */
final class DistinctCodes {
    private static final String CODE = "code";

    private DistinctCodes() {}

    static List<Problem> problems(Workspace workspace) {
        var written = workspace.written().stream()
                .filter(object -> object.kind().equals(Kinds.AUTHORIZATION_CODE))
                .toList();
        if (written.isEmpty()) {
            return List.of();
        }
        var holders = holders(workspace);
        return written.stream()
                .filter(code -> holders.getOrDefault(code.text(CODE), 0) > 1)
                .map(code -> new Problem(code.kind().name(), code.key(), CODE, "***", "problem.codeTaken", List.of()))
                .toList();
    }

    private static Map<String, Integer> holders(Workspace workspace) {
        var holders = new HashMap<String, Integer>();
        workspace.allNow(Kinds.AUTHORIZATION_CODE).forEach(code -> holders.merge(code.text(CODE), 1, Integer::sum));
        return holders;
    }
}
