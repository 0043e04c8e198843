package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.schema.Texts;
import org.keyline.web.phone.BulkOperations;
import org.keyline.web.phone.BulkOrder;
import org.keyline.web.phone.CapfReport;
import org.keyline.web.phone.PhoneQuery;
import org.keyline.web.phone.PhoneQuery.Criterion;

/** The CAPF report on screen and as a file, and operations for all phones in it (spec CAPF-069 to CAPF-071). */
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
        routes.get("/security/bulk", this::progress);
        routes.get("/security/bulk/{done}", ctx -> ctx.redirect("/security/report"));
        routes.post("/security/bulk/confirm", this::confirm);
        routes.post("/security/bulk/start", this::start);
        routes.post("/security/bulk/pause", ctx -> then(ctx, bulk::pause));
        routes.post("/security/bulk/resume", ctx -> then(ctx, bulk::resume));
        routes.post("/security/bulk/stop", ctx -> then(ctx, bulk::stop));
    }

    private void show(Context ctx, List<String> problems) {
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

    private void progress(Context ctx) {
        pages.render(
                ctx,
                CertificatesPage.ACTIVE,
                "bulkProgress.jte",
                Map.of("progress", bulk.progress(), "schema", schema(ctx)));
    }

    private static BulkOrder order(Context ctx) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : BulkOrder.FIELDS) {
            Optional.ofNullable(ctx.formParam(field)).ifPresent(text -> texts.put(field, text.strip()));
        }
        return new BulkOrder(texts, "on".equals(ctx.formParam("reset")));
    }

    private void confirm(Context ctx) {
        var order = order(ctx);
        var problems = order.problems().stream()
                .map(problem -> problem.text(schema(ctx)))
                .toList();
        if (problems.isEmpty()) {
            var query = FindPage.query(ctx, EVERYTHING);
            pages.render(
                    ctx,
                    CertificatesPage.ACTIVE,
                    "bulkConfirm.jte",
                    Map.of(
                            "order",
                            order,
                            "query",
                            query,
                            "count",
                            query.find(configuration.current()).size(),
                            "schema",
                            schema(ctx)));
        } else {
            ctx.status(422);
            show(ctx, problems);
        }
    }

    private void start(Context ctx) {
        var order = order(ctx);
        var phones = FindPage.query(ctx, EVERYTHING).find(configuration.current()).stream()
                .map(phone -> phone.name().text())
                .toList();
        var who = pages.frame(ctx, CertificatesPage.ACTIVE).account();
        if (!order.problems().isEmpty() || !bulk.start(order, phones, who)) {
            ctx.status(409);
            show(ctx, List.of(pages.texts(ctx).get("bulk.busy")));
        } else {
            ctx.redirect("/security/report?find="
                    + FindPage.query(ctx, EVERYTHING).text().replace(" ", "%20"));
        }
    }

    private void then(Context ctx, Runnable what) {
        what.run();
        ctx.redirect("/security/report");
    }
}
