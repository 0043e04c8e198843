package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyline.config.Configuration;
import org.keyline.config.store.Edit;
import org.keyline.config.store.Notice;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.server.SrstReference;
import org.keyline.web.srst.PoolChoice;
import org.keyline.web.srst.SrstFinding;
import org.keyline.web.srst.SrstGateways;

/** All SRST references: found, looked at, deleted, chosen for device pools (spec SRST-22, SRST-27). */
final class SrstListPage {
    private final Configuration configuration;
    private final SrstGateways gateways;
    private final Clock clock;
    private final Pages pages;
    private final SrstDesk desk;

    SrstListPage(Configuration configuration, SrstGateways gateways, Clock clock, Pages pages) {
        this.configuration = configuration;
        this.gateways = gateways;
        this.clock = clock;
        this.pages = pages;
        this.desk = new SrstDesk(configuration, pages);
    }

    void register(RoutesConfig routes) {
        routes.get("/security/srst", ctx -> list(ctx, PhoneNews.NONE));
        routes.get("/security/srst/delete", this::confirmDelete);
        routes.post("/security/srst/delete", this::delete);
        routes.post("/security/srst/check", this::check);
        routes.post("/security/srst/pool", this::pool);
    }

    private void list(Context ctx, PhoneNews news) {
        var snapshot = configuration.snapshots().current();
        var find = Optional.ofNullable(ctx.queryParam("find")).orElse("").strip();
        var found = snapshot.srstReferences().values().stream()
                .filter(reference -> contains(reference.name(), find) || contains(reference.address(), find))
                .sorted(Comparator.comparing(SrstReference::name))
                .toList();
        Function<SrstReference, SrstFinding> finding =
                reference -> SrstFinding.of(reference, gateways.lastLook(reference.name()), clock.instant());
        pages.render(
                ctx,
                SrstDesk.ACTIVE,
                "srst.jte",
                Map.of("references", found, "find", find, "snapshot", snapshot, "finding", finding, "news", news));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private void confirmDelete(Context ctx) {
        var reference = desk.reference(ctx);
        pages.render(
                ctx,
                SrstDesk.ACTIVE,
                "srstDelete.jte",
                Map.of(
                        "name",
                        reference.key(),
                        "pools",
                        configuration.snapshots().current().poolsOfSrst(reference.key())));
    }

    private void delete(Context ctx) {
        var reference = desk.reference(ctx);
        var removed = configuration.store().remove(Kinds.SRST_REFERENCE, reference.key(), desk.author(ctx));
        switch (removed) {
            case SaveResult.Saved _ ->
                list(
                        ctx,
                        new PhoneNews(
                                pages.texts(ctx).get("srst.deleted", reference.key()),
                                reference.flag("secure")
                                        ? List.of(new Notice(Kinds.SRST_REFERENCE.name(), reference.key(), "srst.M02")
                                                .text(desk.schema(ctx)))
                                        : List.of(),
                                false,
                                List.of()));
            case SaveResult.Invalid(var problems) -> refused(ctx, problems);
        }
    }

    private void check(Context ctx) {
        gateways.check();
        list(ctx, new PhoneNews(pages.texts(ctx).get("srst.checked"), List.of(), false, List.of()));
    }

    private void pool(Context ctx) {
        var choice = PoolChoice.of(SrstDesk.given(ctx, "srst"));
        var pool = SrstDesk.given(ctx, "pool");
        var edit = new Edit.Change(Kinds.DEVICE_POOL, pool, choice.values(), choice.cleared());
        switch (configuration.store().apply(List.of(edit), desk.author(ctx))) {
            case SaveResult.Saved saved -> list(ctx, desk.saved(ctx, "srst.pool.saved", saved));
            case SaveResult.Invalid(var problems) -> refused(ctx, problems);
        }
    }

    private void refused(Context ctx, List<Problem> problems) {
        ctx.status(422);
        var texts = desk.schema(ctx);
        list(
                ctx,
                new PhoneNews(
                        "",
                        List.of(),
                        false,
                        problems.stream()
                                .map(problem -> problem.sentence(texts))
                                .toList()));
    }
}
