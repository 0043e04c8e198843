package org.keyline.web.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;
import org.keyline.web.object.RowTable;

/**
 * The rows somebody sent with a form.
 *
 * @param tables every table of the form as it was entered
 * @param changed those that differ from what the reader saw, by field
 * @param problems what is wrong with them
 */
record SubmittedRows(List<RowTable> tables, Map<String, Value> changed, List<Problem> problems) {
    static SubmittedRows of(Context ctx, ObjectKind kind, Optional<ConfigObject> object) {
        var key = object.map(ConfigObject::key).orElse("");
        var tables = new ArrayList<RowTable>();
        var changed = new LinkedHashMap<String, Value>();
        var problems = new ArrayList<Problem>();
        for (var stored : RowTable.of(kind, object)) {
            var name = stored.field().name();
            var entered = stored.entered(cell -> Optional.ofNullable(ctx.formParam(cell)));
            tables.add(entered);
            if (!entered.text().equals(seen(ctx, stored))) {
                changed.put(name, entered.read(key, problems));
            }
        }
        return new SubmittedRows(tables, changed, problems);
    }

    private static String seen(Context ctx, RowTable stored) {
        return Optional.ofNullable(ctx.formParam("was." + stored.field().name()))
                .orElseGet(stored::text);
    }

    /** Tables that were changed here, and by somebody else since this page was shown. */
    List<Problem> crossed(Context ctx, ConfigObject now) {
        return RowTable.of(now.kind(), Optional.of(now)).stream()
                .filter(table -> changed.containsKey(table.field().name()))
                .filter(table -> !table.text().equals(seen(ctx, table)))
                .map(table -> new Problem(
                        now.kind().name(),
                        now.key(),
                        table.field().name(),
                        now.text(table.field().name()),
                        "problem.changedMeanwhile",
                        List.of()))
                .toList();
    }
}
