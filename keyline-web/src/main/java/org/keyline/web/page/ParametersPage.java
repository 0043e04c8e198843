package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.ServiceControl;
import org.keyline.web.service.ParameterFields;

/** Service parameters, of services that are activated only (spec CAPF-042 to CAPF-044). */
final class ParametersPage {
    private final ServiceControl control;
    private final ConfigStore store;
    private final Pages pages;

    ParametersPage(ServiceControl control, ConfigStore store, Pages pages) {
        this.control = control;
        this.store = store;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/services/parameters", ctx -> ctx.redirect("/services/parameters/" + NodeService.CAPF.id()));
        routes.get(
                "/services/parameters/{service}",
                ctx -> show(ctx, service(ctx), Map.of(), List.of(), CertificateNews.NONE));
        routes.post("/services/parameters/{service}", this::save);
    }

    private NodeService service(Context ctx) {
        var service = ServicesPage.service(ctx, pages, Optional.of(ctx.pathParam("service")));
        if (service.parameters().isEmpty()) {
            throw new NothingOfThisName(pages.texts(ctx).get("parameters.nothing", service.title()));
        }
        return service;
    }

    private static ObjectKind kind(NodeService service) {
        return Kinds.get(service.parameters().orElseThrow());
    }

    private ConfigObject stored(NodeService service) {
        return store.find(kind(service), kind(service).name()).orElseThrow();
    }

    private Texts schema(Context ctx) {
        return Texts.in(ServicesPage.locale(ctx, pages));
    }

    private void save(Context ctx) {
        var service = service(ctx);
        if (!control.isActivated(service)) {
            ctx.status(422);
            show(ctx, service, Map.of(), List.of(), CertificateNews.NONE);
            return;
        }
        var entered = Submitted.entered(ctx, new ParameterFields(stored(service), schema(ctx)));
        var form = Form.read(kind(service), kind(service).name(), entered);
        var problems = form.problems();
        if (problems.isEmpty()) {
            var edit =
                    new Edit.Change(kind(service), kind(service).name(), form.values(), new HashSet<>(form.cleared()));
            var author =
                    Author.administrator(pages.frame(ctx, ServicesPage.ACTIVE).account());
            switch (store.apply(
                    edit, author, now -> Submitted.crossed(ctx, now, new ParameterFields(now, schema(ctx)), entered))) {
                case SaveResult.Saved saved -> {
                    show(ctx, service, Map.of(), List.of(), saved(ctx, saved));
                    return;
                }
                case SaveResult.Invalid(var wrong) -> problems = wrong;
            }
        }
        ctx.status(422);
        show(ctx, service, entered, problems, CertificateNews.NONE);
    }

    private CertificateNews saved(Context ctx, SaveResult.Saved saved) {
        var texts = schema(ctx);
        return new CertificateNews(
                pages.texts(ctx).get("phone.saved"),
                Stream.concat(
                                saved.notices().stream().map(notice -> notice.text(texts)),
                                saved.after().stream().sorted().map(after -> texts.text("after." + after)))
                        .toList(),
                "");
    }

    private void show(
            Context ctx,
            NodeService service,
            Map<String, String> entered,
            List<Problem> problems,
            CertificateNews news) {
        var fields = new ParameterFields(stored(service), schema(ctx));
        pages.render(
                ctx,
                ServicesPage.ACTIVE,
                "parameters.jte",
                Map.of(
                        "service", service,
                        "services", withParameters(),
                        "isActivated", control.isActivated(service),
                        "rows", fields.rows(entered, problems),
                        "was", fields.storedValues(),
                        "news", news));
    }

    private static List<NodeService> withParameters() {
        return Arrays.stream(NodeService.values())
                .filter(service -> service.parameters().isPresent())
                .toList();
    }
}
