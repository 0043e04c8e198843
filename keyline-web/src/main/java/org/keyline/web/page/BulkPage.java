package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Texts;
import org.keyline.web.phone.BulkOperations;
import org.keyline.web.phone.BulkOrder;
import org.keyline.web.phone.BulkOrder.Action;
import org.keyline.web.phone.PhoneQuery;
import org.keyline.web.phone.PhoneQuery.Criterion;

/**
 * Asks before something is done with many phones, starts it, shows how far it is (spec CAPF-069, PH-018, PH-030,
 * PH-038).
 */
final class BulkPage {
    private static final PhoneQuery EVERYTHING = new PhoneQuery(Criterion.ALL, "");

    private final SnapshotSource configuration;
    private final BulkOperations bulk;
    private final Pages pages;

    /** Where the phones were chosen, which shows what was wrong with it. */
    @FunctionalInterface
    interface Origin {
        void show(Context ctx, List<String> problems);
    }

    private final Origin report;
    private final Origin find;

    BulkPage(SnapshotSource configuration, BulkOperations bulk, Pages pages, Origin report, Origin find) {
        this.configuration = configuration;
        this.bulk = bulk;
        this.pages = pages;
        this.report = report;
        this.find = find;
    }

    void register(RoutesConfig routes) {
        routes.get("/security/bulk", this::progress);
        routes.get("/security/bulk/{done}", ctx -> ctx.redirect("/security/report"));
        routes.post("/security/bulk/confirm", this::confirm);
        routes.post("/security/bulk/start", this::start);
        routes.post("/security/bulk/pause", ctx -> then(ctx, bulk::pause));
        routes.post("/security/bulk/resume", ctx -> then(ctx, bulk::resume));
        routes.post("/security/bulk/stop", ctx -> then(ctx, bulk::stop));
    }

    private Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    private void progress(Context ctx) {
        pages.render(
                ctx,
                CertificatesPage.ACTIVE,
                "bulkProgress.jte",
                Map.of("progress", bulk.progress(), "schema", schema(ctx)));
    }

    private static Action action(Context ctx) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(ctx.formParam("action")))
                .findFirst()
                .orElse(Action.CERTIFICATES);
    }

    private static BulkOrder order(Context ctx) {
        var action = action(ctx);
        var texts = new LinkedHashMap<String, String>();
        for (var field : action.fields()) {
            Optional.ofNullable(ctx.formParam(field)).ifPresent(text -> texts.put(field, text.strip()));
        }
        return new BulkOrder(action, texts, "on".equals(ctx.formParam("reset")));
    }

    /** The phones that were ticked, where they still exist; or all that are found. */
    private List<String> phones(Context ctx) {
        var snapshot = configuration.current();
        return isWhole(ctx)
                ? FindPage.query(ctx, EVERYTHING).find(snapshot).stream()
                        .map(phone -> phone.name().text())
                        .toList()
                : ctx.formParams("phone").stream()
                        .filter(DeviceName::isValid)
                        .filter(name -> snapshot.phone(new DeviceName(name)).isPresent())
                        .distinct()
                        .toList();
    }

    /** The report is for all that are found; where phones can be ticked, only when that was said. */
    private static boolean isWhole(Context ctx) {
        return "on".equals(ctx.formParam("whole")) || action(ctx) == Action.CERTIFICATES;
    }

    private void refuse(Context ctx, int status, List<String> problems) {
        ctx.status(status);
        (action(ctx) == Action.CERTIFICATES ? report : find).show(ctx, problems);
    }

    private void confirm(Context ctx) {
        var order = order(ctx);
        var problems = order.problems().stream()
                .map(problem -> problem.text(schema(ctx)))
                .toList();
        var phones = phones(ctx);
        if (!problems.isEmpty()) {
            refuse(ctx, 422, problems);
        } else if (phones.isEmpty()) {
            refuse(ctx, 422, List.of(pages.texts(ctx).get("bulk.select")));
        } else {
            pages.render(
                    ctx,
                    CertificatesPage.ACTIVE,
                    "bulkConfirm.jte",
                    Map.of(
                            "order", order,
                            "query", FindPage.query(ctx, EVERYTHING),
                            "count", phones.size(),
                            "ticked", isWhole(ctx) ? List.of() : phones,
                            "schema", schema(ctx)));
        }
    }

    private void start(Context ctx) {
        var order = order(ctx);
        var phones = phones(ctx);
        var asked = String.valueOf(ctx.formParam("count"));
        var texts = pages.texts(ctx);
        if (!asked.equals(Integer.toString(phones.size()))) {
            refuse(ctx, 409, List.of(texts.get("bulk.changed", phones.size(), asked)));
        } else if (!order.problems().isEmpty() || !bulk.start(order, phones, account(ctx))) {
            refuse(ctx, 409, List.of(texts.get("bulk.busy", bulk.startedBy().orElse("?"))));
        } else {
            ctx.redirect(page(order) + FindPage.query(ctx, EVERYTHING).text().replace(" ", "%20"));
        }
    }

    private String account(Context ctx) {
        return pages.frame(ctx, CertificatesPage.ACTIVE).account();
    }

    private static String page(BulkOrder order) {
        return order.action() == Action.CERTIFICATES ? "/security/report?find=" : "/security/find?find=";
    }

    private void then(Context ctx, Runnable what) {
        what.run();
        ctx.redirect(bulk.progress()
                .filter(now -> now.order().action() != Action.CERTIFICATES)
                .map(_ -> "/security/find")
                .orElse("/security/report"));
    }
}
