package org.keyline.web.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.Problem;
import org.keyline.web.form.EditedFields;

/** What somebody sent with a form whose fields another administrator may change at the same time. */
final class Submitted {
    private Submitted() {}

    /** What was entered and differs from what the reader saw: what others changed meanwhile stays as it is. */
    static Map<String, String> entered(Context ctx, EditedFields fields) {
        var entered = new LinkedHashMap<String, String>();
        for (var name : fields.names()) {
            Optional.ofNullable(ctx.formParam(name))
                    .filter(text -> !text.equals(seen(ctx, fields, name)))
                    .ifPresent(text -> entered.put(name, text.strip()));
        }
        return entered;
    }

    /** What the page showed when it was filled in. */
    private static String seen(Context ctx, EditedFields fields, String name) {
        return Optional.ofNullable(ctx.formParam("was." + name)).orElseGet(() -> fields.stored(name));
    }

    /** Fields that were entered here and changed by somebody else since this page was shown. */
    static List<Problem> crossed(Context ctx, ConfigObject now, EditedFields fields, Map<String, String> entered) {
        return entered.keySet().stream()
                .filter(name -> !fields.stored(name).equals(seen(ctx, fields, name)))
                .filter(name -> !fields.stored(name).equals(entered.get(name)))
                .map(name -> new Problem(
                        now.kind().name(), now.key(), name, fields.shown(name), "problem.changedMeanwhile", List.of()))
                .toList();
    }
}
