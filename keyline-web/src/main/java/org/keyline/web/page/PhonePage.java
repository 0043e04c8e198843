package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.phone.AuthenticationStrings;
import org.keyline.web.phone.PhoneFields;

/**
 * The security part of a phone's configuration: Save, Reset Phone, Generate String (spec CAPF-046, PH-024 to PH-028).
 */
final class PhonePage {
    private static final String ACTIVE = "phones";
    private static final String STRING = "authenticationString";

    private final Configuration configuration;
    private final DeviceControl devices;
    private final Pages pages;

    PhonePage(Configuration configuration, DeviceControl devices, Pages pages) {
        this.configuration = configuration;
        this.devices = devices;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/phones/{device}", ctx -> show(ctx, phone(ctx), Map.of(), List.of(), PhoneNews.NONE));
        routes.post("/phones/{device}", this::answer);
        routes.post("/phones/{device}/reset", this::reset);
        routes.get("/phones/{device}/reset", ctx -> ctx.redirect("/phones/" + ctx.pathParam("device")));
    }

    private ConfigObject phone(Context ctx) {
        var device = ctx.pathParam("device");
        return configuration
                .store()
                .find(Kinds.PHONE, device)
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("phone.unknown", device)));
    }

    private void answer(Context ctx) {
        var phone = phone(ctx);
        var entered = Submitted.entered(ctx, fields(ctx, phone));
        if ("generate".equals(ctx.formParam("action"))) {
            entered.put(STRING, AuthenticationStrings.generate());
            var news = new PhoneNews(pages.texts(ctx).get("phone.generated"), List.of(), false, List.of());
            show(ctx, phone, entered, Submitted.crossed(ctx, phone, fields(ctx, phone), entered), news);
        } else {
            save(ctx, phone, entered);
        }
    }

    private PhoneFields fields(Context ctx, ConfigObject phone) {
        var certified = !configuration.phoneCertificates().of(phone.key()).isEmpty();
        return new PhoneFields(
                phone,
                certified,
                configuration.legacyPhones().areAdmitted(),
                configuration.snapshots().current().keys(),
                schema(ctx));
    }

    private Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    private void save(Context ctx, ConfigObject phone, Map<String, String> entered) {
        var form = Form.read(Kinds.PHONE, phone.key(), entered);
        var problems = form.problems();
        if (problems.isEmpty()) {
            var edit = new Edit.Change(Kinds.PHONE, phone.key(), form.values(), new HashSet<>(form.cleared()));
            var account = pages.frame(ctx, ACTIVE).account();
            switch (configuration
                    .store()
                    .apply(
                            edit,
                            Author.administrator(account),
                            now -> Submitted.crossed(ctx, now, fields(ctx, now), entered))) {
                case SaveResult.Saved saved -> {
                    show(ctx, phone(ctx), Map.of(), List.of(), saved(ctx, saved));
                    return;
                }
                case SaveResult.Invalid(var wrong) -> problems = wrong;
            }
        }
        ctx.status(422);
        show(ctx, phone(ctx), entered, problems, PhoneNews.NONE);
    }

    private PhoneNews saved(Context ctx, SaveResult.Saved saved) {
        var texts = schema(ctx);
        var toReset = saved.after().contains(AfterChange.RESET_DEVICE)
                || saved.after().contains(AfterChange.RESTART_DEVICE);
        return new PhoneNews(
                pages.texts(ctx).get("phone.saved"),
                saved.notices().stream().map(notice -> notice.text(texts)).toList(),
                toReset,
                List.of());
    }

    private void reset(Context ctx) {
        var phone = phone(ctx);
        var texts = pages.texts(ctx);
        var news = devices.reset(new DeviceName(phone.key()), Reset.Kind.RESET)
                ? new PhoneNews(texts.get("phone.reset.done"), List.of(), false, List.of())
                : new PhoneNews("", List.of(), false, List.of(texts.get("phone.reset.unregistered")));
        show(ctx, phone, Map.of(), List.of(), news);
    }

    private void show(
            Context ctx, ConfigObject phone, Map<String, String> entered, List<Problem> problems, PhoneNews news) {
        var fields = fields(ctx, phone);
        var sections = fields.sections(entered, problems);
        pages.render(
                ctx,
                ACTIVE,
                "phone.jte",
                Map.of(
                        "phone",
                        phone,
                        "sections",
                        sections,
                        "was",
                        fields.storedValues(),
                        "certificates",
                        configuration.phoneCertificates().of(phone.key()),
                        "news",
                        withOthers(news, problems, Set.copyOf(fields.names()), schema(ctx))));
    }

    /** Problems that belong to no field of the page are shown above it. */
    private static PhoneNews withOthers(PhoneNews news, List<Problem> problems, Set<String> shown, Texts texts) {
        var others = problems.stream()
                .filter(problem -> !shown.contains(problem.field()))
                .map(problem -> problem.sentence(texts));
        return new PhoneNews(
                news.done(),
                news.notices(),
                news.toReset(),
                Stream.concat(news.problems().stream(), others).toList());
    }
}
