package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.ServiceControl;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem;
import org.keyline.serviceability.control.ServiceTexts;
import org.keyline.web.service.ActivationRow;

/** Service Activation: which services a server has; deactivation is asked for first (spec OPS-12 to OPS-14). */
final class ActivationPage {
    private final ServiceControl control;
    private final Servers servers;
    private final Pages pages;

    ActivationPage(ServiceControl control, Servers servers, Pages pages) {
        this.control = control;
        this.servers = servers;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/services/activation", ctx -> show(ctx, CertificateNews.NONE));
        routes.post("/services/activation", this::update);
    }

    private void show(Context ctx, CertificateNews news) {
        pages.render(
                ctx,
                ServicesPage.ACTIVE,
                "activation.jte",
                Map.of("rows", rows(ctx), "servers", servers.of(ctx), "news", news));
    }

    private List<ActivationRow> rows(Context ctx) {
        var locale = ServicesPage.locale(ctx, pages);
        return Arrays.stream(NodeService.values())
                .filter(NodeService::isFeature)
                .map(service -> new ActivationRow(
                        service,
                        control.isActivated(service),
                        control.obstacle(service)
                                .map(problem -> problem.text(locale))
                                .orElse("")))
                .toList();
    }

    private void update(Context ctx) {
        var wanted = wanted(ctx);
        var leaving = wanted.entrySet().stream()
                .filter(wish -> wish.getValue() == ServiceOrder.DEACTIVATE)
                .map(Map.Entry::getKey)
                .toList();
        if (leaving.isEmpty() || ctx.formParam("confirmed") != null) {
            carryOut(ctx, wanted);
        } else {
            confirm(ctx, wanted, leaving);
        }
    }

    /** What differs from what the reader saw; boxes that others changed meanwhile stay as they are. */
    private static Map<NodeService, ServiceOrder> wanted(Context ctx) {
        var wanted = new EnumMap<NodeService, ServiceOrder>(NodeService.class);
        for (var service : NodeService.values()) {
            var was = ctx.formParam("was." + service.id());
            var ticked = ctx.formParam(service.id()) != null;
            if (service.isFeature() && was != null && Boolean.parseBoolean(was) != ticked) {
                wanted.put(service, ticked ? ServiceOrder.ACTIVATE : ServiceOrder.DEACTIVATE);
            }
        }
        return wanted;
    }

    private void confirm(Context ctx, Map<NodeService, ServiceOrder> wanted, List<NodeService> leaving) {
        var locale = ServicesPage.locale(ctx, pages);
        var consequences = leaving.stream()
                .map(service ->
                        service.title() + ": " + ServiceTexts.consequence(locale, ServiceOrder.DEACTIVATE, service))
                .toList();
        pages.render(
                ctx,
                ServicesPage.ACTIVE,
                "activationConfirm.jte",
                Map.of("wanted", wanted, "consequences", consequences));
    }

    private void carryOut(Context ctx, Map<NodeService, ServiceOrder> wanted) {
        var administrator = ServicesPage.administrator(ctx);
        var problems = new ArrayList<ServiceProblem>();
        var done = new ArrayList<String>();
        var after = new ArrayList<String>();
        var locale = ServicesPage.locale(ctx, pages);
        wanted.forEach((service, order) -> control.carryOut(order, service, administrator)
                .ifPresentOrElse(problems::add, () -> {
                    done.add(pages.texts(ctx).get("services.done." + order, service.title()));
                    if (order == ServiceOrder.ACTIVATE) {
                        after.add(ServiceTexts.consequence(locale, order, service));
                    }
                }));
        if (!problems.isEmpty()) {
            ctx.status(422);
        }
        var text = done.isEmpty() && problems.isEmpty()
                ? pages.texts(ctx).get("activation.unchanged")
                : String.join(" ", done);
        show(
                ctx,
                new CertificateNews(
                        (text + " " + String.join(" ", after)).strip(),
                        List.of(),
                        String.join(
                                " ",
                                problems.stream()
                                        .map(problem -> problem.text(locale))
                                        .toList())));
    }
}
