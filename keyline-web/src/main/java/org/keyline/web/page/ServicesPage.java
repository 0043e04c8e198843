package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.ServiceControl;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem;
import org.keyline.serviceability.control.ServiceProblem.Reason;
import org.keyline.serviceability.control.ServiceTexts;
import org.keyline.web.access.Session;

/**
 * Control Center: which services run, since when; start, stop, restart, each asked for first (spec CTL3-21, OPS-15).
 */
final class ServicesPage {
    static final String ACTIVE = "services";

    private static final List<ServiceOrder> ORDERS =
            List.of(ServiceOrder.START, ServiceOrder.STOP, ServiceOrder.RESTART);

    private final ServiceControl control;
    private final Servers servers;
    private final Pages pages;

    ServicesPage(ServiceControl control, Servers servers, Pages pages) {
        this.control = control;
        this.servers = servers;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/services", ctx -> show(ctx, CertificateNews.NONE));
        routes.get("/services/order/{order}/{service}", this::confirm);
        routes.get("/services/order", ctx -> ctx.redirect("/services"));
        routes.post("/services/order", this::order);
    }

    private void show(Context ctx, CertificateNews news) {
        pages.render(
                ctx,
                ACTIVE,
                "services.jte",
                Map.of("services", control.services(), "servers", servers.of(ctx), "news", news));
    }

    /** The service of this id; says which there are when there is none. */
    static NodeService service(Context ctx, Pages pages, Optional<String> id) {
        return id.flatMap(NodeService::named).orElseThrow(() -> {
            var names = String.join(
                    ", ",
                    Arrays.stream(NodeService.values()).map(NodeService::title).toList());
            return new NothingOfThisName(
                    ServiceProblem.of(Reason.UNKNOWN, id.orElse(""), names).text(locale(ctx, pages)));
        });
    }

    static Locale locale(Context ctx, Pages pages) {
        return pages.texts(ctx).language().locale();
    }

    private ServiceOrder order(Context ctx, String word) {
        return ORDERS.stream()
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("error.404")));
    }

    private void confirm(Context ctx) {
        var order = order(ctx, ctx.pathParam("order"));
        var service = service(ctx, pages, Optional.of(ctx.pathParam("service")));
        pages.render(
                ctx,
                ACTIVE,
                "serviceConfirm.jte",
                Map.of(
                        "order", order,
                        "service", service,
                        "consequence", ServiceTexts.consequence(locale(ctx, pages), order, service)));
    }

    private void order(Context ctx) {
        var order = order(ctx, String.valueOf(ctx.formParam("order")));
        var service = service(ctx, pages, Optional.ofNullable(ctx.formParam("service")));
        var problem = service == NodeService.WEB ? toOwnGround(order, ctx) : done(order, service, ctx);
        if (problem.isPresent()) {
            ctx.status(422);
            show(ctx, CertificateNews.problem(problem.get().text(locale(ctx, pages))));
        } else {
            var text = pages.texts(ctx).get("services.done." + order, service.title());
            show(ctx, new CertificateNews(text, List.of(), ""));
        }
    }

    private Optional<ServiceProblem> done(ServiceOrder order, NodeService service, Context ctx) {
        return control.carryOut(order, service, administrator(ctx));
    }

    /** The web restarts once this answer is out; it cannot be stopped from within. */
    private Optional<ServiceProblem> toOwnGround(ServiceOrder order, Context ctx) {
        if (order == ServiceOrder.STOP) {
            return Optional.of(ServiceProblem.of(Reason.OWN_GROUND, NodeService.WEB.title()));
        }
        if (order == ServiceOrder.RESTART) {
            var administrator = administrator(ctx);
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                    .execute(() -> control.carryOut(order, NodeService.WEB, administrator));
        }
        return Optional.empty();
    }

    static String administrator(Context ctx) {
        return Gate.sessionOf(ctx).map(Session::account).orElse("") + " (" + ctx.ip() + ")";
    }
}
