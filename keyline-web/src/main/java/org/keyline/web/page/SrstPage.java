package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.Configuration;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.server.SrstReference;
import org.keyline.processing.view.DeviceControl;
import org.keyline.trust.srst.Fetched;
import org.keyline.trust.srst.GatewayCertificate;
import org.keyline.web.srst.SrstFinding;
import org.keyline.web.srst.SrstForm;
import org.keyline.web.srst.SrstGateways;
import org.keyline.web.srst.SrstGateways.Acceptance;

/** An SRST reference and the certificate of its gateway (spec SRST-05 to SRST-07, SRST-16 to SRST-26). */
final class SrstPage {
    private static final String SECURE = "secure";

    private final Configuration configuration;
    private final DeviceControl devices;
    private final SrstGateways gateways;
    private final Clock clock;
    private final Pages pages;
    private final SrstDesk desk;

    SrstPage(Configuration configuration, DeviceControl devices, SrstGateways gateways, Clock clock, Pages pages) {
        this.configuration = configuration;
        this.devices = devices;
        this.gateways = gateways;
        this.clock = clock;
        this.pages = pages;
        this.desk = new SrstDesk(configuration, pages);
    }

    void register(RoutesConfig routes) {
        routes.get("/security/srst/new", ctx -> form(ctx, "", SrstForm.ofNew(), List.of(), PhoneNews.NONE));
        routes.get("/security/srst/show", ctx -> shown(ctx, desk.reference(ctx), PhoneNews.NONE));
        // After a form was answered, a change of language asks for its address as a page.
        routes.get("/security/srst/{done}", ctx -> ctx.redirect("/security/srst"));
        routes.post("/security/srst/save", this::save);
        routes.post("/security/srst/certificate", ctx -> fetch(ctx, desk.reference(ctx), PhoneNews.NONE));
        routes.post("/security/srst/accept", this::accept);
        routes.post("/security/srst/reject", this::reject);
        routes.post("/security/srst/reset", this::reset);
    }

    private void shown(Context ctx, ConfigObject reference, PhoneNews news) {
        form(ctx, reference.key(), SrstForm.values(reference::text), List.of(), news);
    }

    private void form(Context ctx, String key, Map<String, String> entered, List<Problem> problems, PhoneNews news) {
        var snapshot = configuration.snapshots().current();
        var stored = Optional.ofNullable(snapshot.srstReferences().get(key));
        var schema = desk.schema(ctx);
        var model = new HashMap<String, Object>();
        model.put("key", key);
        model.put("entries", SrstForm.entries(entered, problems, schema));
        model.put("was", stored(key).map(now -> SrstForm.values(now::text)).orElse(Map.of()));
        model.put("certificate", stored.flatMap(SrstReference::certificate).map(GatewayCertificate::stored));
        model.put("look", gateways.lastLook(key));
        model.put("finding", stored.map(one -> SrstFinding.of(one, gateways.lastLook(key), clock.instant())));
        model.put("snapshot", snapshot);
        model.put("news", withOthers(news, problems, schema));
        pages.render(ctx, SrstDesk.ACTIVE, "srstForm.jte", model);
    }

    private Optional<ConfigObject> stored(String key) {
        return key.isEmpty() ? Optional.empty() : configuration.store().find(Kinds.SRST_REFERENCE, key);
    }

    /** Problems that belong to no field of the form are shown above it. */
    private static PhoneNews withOthers(PhoneNews news, List<Problem> problems, Texts texts) {
        var all = new ArrayList<>(news.problems());
        problems.stream()
                .filter(problem -> !SrstForm.names().contains(problem.field()))
                .forEach(problem -> all.add(problem.sentence(texts)));
        return new PhoneNews(news.done(), news.notices(), news.toReset(), all);
    }

    private void save(Context ctx) {
        var key = SrstDesk.given(ctx, "key");
        var entered = SrstForm.values(name ->
                name.equals(SECURE) ? Boolean.toString(ctx.formParam(SECURE) != null) : SrstDesk.given(ctx, name));
        var changed = new LinkedHashMap<>(entered);
        if (!key.isEmpty()) {
            changed.entrySet().removeIf(entry -> entry.getValue().equals(ctx.formParam("was." + entry.getKey())));
        }
        var form = Form.read(Kinds.SRST_REFERENCE, key, changed);
        var problems = form.problems();
        if (problems.isEmpty()) {
            switch (stored(ctx, key, form)) {
                case SaveResult.Saved saved -> {
                    answerSaved(ctx, entered.getOrDefault("name", key), saved);
                    return;
                }
                case SaveResult.Invalid(var wrong) -> problems = wrong;
            }
        }
        ctx.status(422);
        form(ctx, key, entered, problems, PhoneNews.NONE);
    }

    private SaveResult stored(Context ctx, String key, Form form) {
        var author = desk.author(ctx);
        if (key.isEmpty()) {
            return configuration.store().create(Kinds.SRST_REFERENCE, form.values(), author);
        }
        var edit = new Edit.Change(Kinds.SRST_REFERENCE, key, form.values(), new HashSet<>(form.cleared()));
        return configuration.store().apply(edit, author, now -> crossed(ctx, now, form));
    }

    /** Fields that were entered here and changed by somebody else since this page was shown. */
    private static List<Problem> crossed(Context ctx, ConfigObject now, Form form) {
        return form.values().entrySet().stream()
                .filter(entry -> !now.text(entry.getKey()).equals(ctx.formParam("was." + entry.getKey())))
                .filter(entry ->
                        !now.text(entry.getKey()).equals(entry.getValue().text()))
                .map(entry -> new Problem(
                        Kinds.SRST_REFERENCE.name(),
                        now.key(),
                        entry.getKey(),
                        now.text(entry.getKey()),
                        "problem.changedMeanwhile",
                        List.of()))
                .toList();
    }

    /** Where security was just asked for, the gateway is asked for its certificate at once (spec SRST-03). */
    private void answerSaved(Context ctx, String name, SaveResult.Saved saved) {
        var reference = configuration
                .store()
                .find(Kinds.SRST_REFERENCE, name)
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("srst.unknown", name)));
        var news = desk.saved(ctx, "srst.saved", saved);
        if (reference.flag(SECURE) && reference.value("certificate").isEmpty()) {
            fetch(ctx, reference, news);
        } else {
            shown(ctx, reference, news);
        }
    }

    private void fetch(Context ctx, ConfigObject reference, PhoneNews news) {
        switch (gateways.fetch(record(reference.key()))) {
            case Fetched.Shown(var certificate) -> ask(ctx, reference.key(), certificate, news.done());
            case Fetched.Failed failed -> {
                if (news.done().isEmpty()) {
                    ctx.status(422);
                }
                shown(
                        ctx,
                        reference,
                        new PhoneNews(
                                news.done(),
                                news.notices(),
                                news.toReset(),
                                List.of(failed.text(pages.texts(ctx).language().locale()))));
            }
        }
    }

    private SrstReference record(String name) {
        return Optional.ofNullable(
                        configuration.snapshots().current().srstReferences().get(name))
                .orElseThrow(() -> new NothingOfThisName(name));
    }

    /** Shows the certificate for the administrator to accept or reject (spec SRST-19, M-9). */
    private void ask(Context ctx, String name, GatewayCertificate certificate, String done) {
        var reference = record(name);
        pages.render(
                ctx,
                SrstDesk.ACTIVE,
                "srstCertificate.jte",
                Map.of(
                        "reference",
                        reference,
                        "shown",
                        certificate,
                        "present",
                        reference.certificate().map(GatewayCertificate::stored),
                        "done",
                        done));
    }

    private void accept(Context ctx) {
        var reference = desk.reference(ctx);
        var texts = pages.texts(ctx);
        var account = pages.frame(ctx, SrstDesk.ACTIVE).account();
        switch (gateways.accept(reference.key(), SrstDesk.given(ctx, "sha256"), account)) {
            case Acceptance.Accepted(var saved) -> {
                var news = desk.saved(ctx, "srst.accepted", saved);
                shown(ctx, desk.reference(ctx), new PhoneNews(news.done(), news.notices(), true, List.of()));
            }
            case Acceptance.Other(var shown) -> {
                ctx.status(409);
                ask(ctx, reference.key(), shown, texts.get("srst.other"));
            }
            case Acceptance.Failed(var why) -> {
                ctx.status(422);
                var problem = why.text(texts.language().locale());
                shown(ctx, reference, new PhoneNews("", List.of(), false, List.of(problem)));
            }
            case Acceptance.Invalid(var problems) -> {
                ctx.status(422);
                form(ctx, reference.key(), SrstForm.values(reference::text), problems, PhoneNews.NONE);
            }
        }
    }

    private void reject(Context ctx) {
        var kept = desk.reference(ctx).value("certificate").isPresent() ? "srst.rejected" : "srst.rejected.none";
        shown(ctx, desk.reference(ctx), new PhoneNews(pages.texts(ctx).get(kept), List.of(), false, List.of()));
    }

    /** Resets every registered phone that depends on the reference (spec SRST-26). */
    private void reset(Context ctx) {
        var reference = desk.reference(ctx);
        long told = configuration.snapshots().current().phonesOfSrst(reference.key()).stream()
                .filter(phone -> devices.reset(phone.name(), Reset.Kind.RESET))
                .count();
        shown(
                ctx,
                reference,
                new PhoneNews(pages.texts(ctx).get("srst.reset.done", told), List.of(), false, List.of()));
    }
}
