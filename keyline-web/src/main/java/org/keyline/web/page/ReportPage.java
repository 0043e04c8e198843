package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.schema.Texts;
import org.keyline.web.phone.BulkOperations;
import org.keyline.web.phone.CapfReport;
import org.keyline.web.phone.PhoneQuery;
import org.keyline.web.phone.PhoneQuery.Criterion;

/** The CAPF report on screen and as a file (spec CAPF-070, CAPF-071). */
final class ReportPage {
    private static final PhoneQuery EVERYTHING = new PhoneQuery(Criterion.ALL, "");

    private final SnapshotSource configuration;
    private final BulkOperations bulk;
    private final Pages pages;

    ReportPage(SnapshotSource configuration, BulkOperations bulk, Pages pages) {
        this.configuration = configuration;
        this.bulk = bulk;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/security/report", ctx -> show(ctx, List.of()));
        routes.get("/security/report.csv", this::file);
    }

    void show(Context ctx, List<String> problems) {
        var query = FindPage.query(ctx, EVERYTHING);
        var found = query.find(configuration.current());
        pages.render(
                ctx,
                CertificatesPage.ACTIVE,
                "report.jte",
                Map.of(
                        "query", query,
                        "found", found.subList(0, Math.min(FindPage.SHOWN, found.size())),
                        "count", found.size(),
                        "configured", configuration.current().phones().size(),
                        "progress", bulk.progress(),
                        "problems", problems,
                        "schema", schema(ctx)));
    }

    private Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    private void file(Context ctx) {
        var found = FindPage.query(ctx, EVERYTHING).find(configuration.current());
        ctx.header("Content-Disposition", "attachment; filename=\"capf-report.csv\"")
                .contentType("text/csv; charset=utf-8")
                .result(CapfReport.csv(found, schema(ctx)));
    }
}
