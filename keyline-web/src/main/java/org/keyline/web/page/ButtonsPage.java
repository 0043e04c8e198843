package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.config.Configuration;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.keys.ButtonForm;

/** Phone button templates: found, copied from a model's standard one, changed, deleted. */
final class ButtonsPage {
    private static final String ACTIVE = SoftkeysPage.ACTIVE;

    private static final int MANY = 1_000;

    private final Configuration configuration;
    private final Pages pages;
    private final ObjectDesk desk;

    ButtonsPage(Configuration configuration, DeviceControl devices, Pages pages) {
        this.configuration = configuration;
        this.pages = pages;
        this.desk = new ObjectDesk(configuration, devices, pages, Kinds.PHONE_BUTTON_TEMPLATE, ACTIVE, "/keys/buttons");
    }

    void register(RoutesConfig routes) {
        routes.get("/keys/buttons", ctx -> list(ctx, PhoneNews.NONE));
        routes.get("/keys/buttons/show", ctx -> show(ctx, template(ctx), PhoneNews.NONE));
        routes.get("/keys/buttons/copy", ctx -> form(ctx, "", copy(ctx), PhoneNews.NONE));
        routes.get("/keys/buttons/delete", ctx -> desk.confirmDelete(ctx, this::users));
        // After a form was answered, a change of language asks for its address as a page.
        routes.get("/keys/buttons/{done}", ctx -> ctx.redirect("/keys/buttons"));
        routes.post("/keys/buttons/save", this::save);
        routes.post("/keys/buttons/delete", ctx -> list(ctx, desk.delete(ctx)));
        routes.post("/keys/buttons/restart", this::restart);
    }

    private Map<String, ButtonTemplate> all() {
        return configuration.snapshots().current().keys().buttonTemplates();
    }

    private void list(Context ctx, PhoneNews news) {
        var own = all().values().stream()
                .filter(template -> !Kinds.PHONE_BUTTON_TEMPLATE.isStandard(template.name()))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
        pages.render(
                ctx,
                ACTIVE,
                "buttons.jte",
                Map.of(
                        "templates",
                        own,
                        "models",
                        PhoneModels.all(),
                        "snapshot",
                        configuration.snapshots().current(),
                        "news",
                        news));
    }

    private ButtonTemplate template(Context ctx) {
        var name = ObjectDesk.given(ctx, "name");
        return Optional.ofNullable(all().get(name)).orElseThrow(() -> desk.unknown(ctx, name));
    }

    private ButtonForm copy(Context ctx) {
        return ButtonForm.of(template(ctx), "", "");
    }

    private void show(Context ctx, ButtonTemplate template, PhoneNews news) {
        var description = desk.find(template.name())
                .map(stored -> stored.text("description"))
                .orElse("");
        form(ctx, template.name(), ButtonForm.of(template, template.name(), description), news);
    }

    private void form(Context ctx, String key, ButtonForm form, PhoneNews news) {
        pages.render(
                ctx,
                ACTIVE,
                "buttonForm.jte",
                Map.of(
                        "key",
                        key,
                        "form",
                        form,
                        "schema",
                        desk.schema(ctx),
                        "revision",
                        configuration.store().revision(),
                        "users",
                        key.isEmpty() ? List.of() : users(key),
                        "news",
                        news));
    }

    /** The phones whose buttons are those of this template, in the order of their names. */
    private List<Phone> users(String name) {
        var snapshot = configuration.snapshots().current();
        return snapshot.phones().values().stream()
                .filter(phone -> snapshot.buttons(phone).name().equals(name))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private void save(Context ctx) {
        var key = ObjectDesk.given(ctx, "key");
        var model = PhoneModels.byName(ObjectDesk.given(ctx, "model"))
                .orElseThrow(() -> desk.unknown(ctx, ObjectDesk.given(ctx, "model")));
        var form = ButtonForm.entered(field -> ObjectDesk.given(ctx, field), model);
        switch (stored(ctx, key, form)) {
            case SaveResult.Saved saved -> {
                var template =
                        Optional.ofNullable(all().get(form.name())).orElseThrow(() -> desk.unknown(ctx, form.name()));
                show(ctx, template, desk.saved(ctx, saved));
            }
            case SaveResult.Invalid(var problems) -> form(ctx, key, form, desk.refused(ctx, problems));
        }
    }

    private SaveResult stored(Context ctx, String key, ButtonForm form) {
        var store = configuration.store();
        if (key.isEmpty()) {
            return store.create(Kinds.PHONE_BUTTON_TEMPLATE, form.values(), desk.author(ctx));
        }
        var before = desk.find(key).orElseThrow(() -> desk.unknown(ctx, key));
        var edit = new Edit.Change(Kinds.PHONE_BUTTON_TEMPLATE, key, form.changes(before), Set.of());
        return store.apply(edit, desk.author(ctx), now -> crossed(ctx, now.key()));
    }

    /** Somebody else changed the template since this page was shown. */
    private List<Problem> crossed(Context ctx, String key) {
        var seen = ObjectDesk.given(ctx, "revision");
        long since = seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : 0;
        boolean isChanged = configuration.store().changesSince(since, MANY).stream()
                .anyMatch(change -> change.kind().equals(Kinds.PHONE_BUTTON_TEMPLATE.name())
                        && change.key().equals(key));
        return isChanged
                ? List.of(new Problem(
                        Kinds.PHONE_BUTTON_TEMPLATE.name(), key, "", key, "problem.buttonsChangedMeanwhile", List.of()))
                : List.of();
    }

    /** Restarts every registered phone that has these buttons. */
    private void restart(Context ctx) {
        list(ctx, desk.restart(ctx, users(template(ctx).name())));
    }
}
