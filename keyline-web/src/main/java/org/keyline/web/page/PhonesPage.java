package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.live.PhoneList;

/** The phones; of many only the first are shown, and a search finds the others. */
final class PhonesPage {
    private static final int SHOWN = 200;

    private final LiveSystem system;
    private final Pages pages;

    PhonesPage(LiveSystem system, Pages pages) {
        this.system = system;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/phones", ctx -> show(ctx, "phones.jte"));
        routes.get("/phones/table", ctx -> show(ctx, "phonesTable.jte"));
    }

    private void show(Context ctx, String template) {
        var find = find(ctx);
        pages.render(ctx, "phones", template, Map.of("phones", system.phones(find, SHOWN), "find", find));
    }

    /** Phones as the REST interface lists them: {@code find} and {@code limit} narrow the answer. */
    static PhoneList list(LiveSystem system, Context ctx) {
        var limit = Optional.ofNullable(ctx.queryParam("limit"))
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(SHOWN);
        return system.phones(find(ctx), limit);
    }

    private static String find(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("find")).orElse("").strip();
    }
}
