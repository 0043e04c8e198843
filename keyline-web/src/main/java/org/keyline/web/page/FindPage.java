package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.schema.Texts;
import org.keyline.web.phone.BulkOperations;
import org.keyline.web.phone.PhoneQuery;
import org.keyline.web.phone.PhoneQuery.Criterion;

/** Phones found by Device Security Mode, by model or by LSC Status (spec PH-035 to PH-038, CAPF-072). */
final class FindPage {
    static final int SHOWN = 500;

    private final SnapshotSource configuration;
    private final BulkOperations bulk;
    private final Pages pages;

    FindPage(SnapshotSource configuration, BulkOperations bulk, Pages pages) {
        this.configuration = configuration;
        this.bulk = bulk;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/security/find", ctx -> show(ctx, List.of()));
    }

    void show(Context ctx, List<String> problems) {
        var query = query(ctx, new PhoneQuery(Criterion.MODE, ""));
        var snapshot = configuration.current();
        var found = query.find(snapshot);
        pages.render(
                ctx,
                CertificatesPage.ACTIVE,
                "find.jte",
                Map.of(
                        "query", query,
                        "found", found.subList(0, Math.min(SHOWN, found.size())),
                        "count", found.size(),
                        "snapshot", snapshot,
                        "progress", bulk.progress(),
                        "problems", problems,
                        "schema", Texts.in(pages.texts(ctx).language().locale())));
    }

    /** What is looked for; {@code usual} when nothing known is asked for. */
    static PhoneQuery query(Context ctx, PhoneQuery usual) {
        return Optional.ofNullable(ctx.queryParam("find"))
                .or(() -> Optional.ofNullable(ctx.formParam("find")))
                .flatMap(PhoneQuery::of)
                .orElse(usual);
    }
}
