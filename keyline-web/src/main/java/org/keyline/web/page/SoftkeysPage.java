package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.config.Configuration;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.Phone;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.keys.SoftkeyForm;
import org.keyline.web.keys.StoredFields;

/** Softkey templates: found, looked at, copied, ordered key by key, chosen for device pools, deleted. */
final class SoftkeysPage {
    static final String ACTIVE = "keys";

    private static final List<String> FIELDS =
            List.copyOf(Kinds.SOFTKEY_TEMPLATE.fields().keySet());

    private final Configuration configuration;
    private final Pages pages;
    private final ObjectDesk desk;

    SoftkeysPage(Configuration configuration, DeviceControl devices, Pages pages) {
        this.configuration = configuration;
        this.pages = pages;
        this.desk = new ObjectDesk(configuration, devices, pages, Kinds.SOFTKEY_TEMPLATE, ACTIVE, "/keys/softkeys");
    }

    void register(RoutesConfig routes) {
        routes.get("/keys", ctx -> ctx.redirect("/keys/softkeys"));
        routes.get("/keys/softkeys", ctx -> list(ctx, PhoneNews.NONE));
        routes.get("/keys/softkeys/show", this::show);
        routes.get("/keys/softkeys/copy", this::copy);
        routes.get("/keys/softkeys/delete", ctx -> desk.confirmDelete(ctx, this::users));
        // After a form was answered, a change of language asks for its address as a page.
        routes.get("/keys/softkeys/{done}", ctx -> ctx.redirect("/keys/softkeys"));
        routes.post("/keys/softkeys/edit", this::edit);
        routes.post("/keys/softkeys/delete", ctx -> list(ctx, desk.delete(ctx)));
        routes.post("/keys/softkeys/pool", this::pool);
        routes.post("/keys/softkeys/restart", this::restart);
    }

    private ConfigSnapshot snapshot() {
        return configuration.snapshots().current();
    }

    private void list(Context ctx, PhoneNews news) {
        var snapshot = snapshot();
        pages.render(
                ctx,
                ACTIVE,
                "softkeys.jte",
                Map.of(
                        "templates",
                        snapshot.keys().softkeyTemplates().values().stream()
                                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                                .toList(),
                        "snapshot",
                        snapshot,
                        "news",
                        news));
    }

    private SoftkeyTemplate template(Context ctx) {
        var name = ObjectDesk.given(ctx, "name");
        return Optional.ofNullable(snapshot().keys().softkeyTemplates().get(name))
                .orElseThrow(() -> desk.unknown(ctx, name));
    }

    private void show(Context ctx) {
        var template = template(ctx);
        var state = SoftkeyState.ofField(ObjectDesk.given(ctx, "state")).orElse(SoftkeyState.ON_HOOK);
        desk.find(template.name())
                .ifPresentOrElse(
                        stored -> form(ctx, stored.key(), SoftkeyForm.of(stored::text, state), PhoneNews.NONE),
                        () -> form(
                                ctx,
                                template.name(),
                                SoftkeyForm.of(template, template.name(), "").after("show:" + state.field()),
                                PhoneNews.NONE));
    }

    /** A form for a new template with the keys of this one. */
    private void copy(Context ctx) {
        var template = template(ctx);
        var basedOn = desk.find(template.name())
                .map(stored -> stored.text("basedOn"))
                .orElseGet(() -> standard(template).name());
        form(ctx, "", SoftkeyForm.of(template, "", basedOn), PhoneNews.NONE);
    }

    private static StandardSoftkeys standard(SoftkeyTemplate template) {
        return List.of(StandardSoftkeys.values()).stream()
                .filter(one -> one.title().equals(template.name()))
                .findFirst()
                .orElse(StandardSoftkeys.STANDARD_USER);
    }

    private void form(Context ctx, String key, SoftkeyForm form, PhoneNews news) {
        pages.render(
                ctx,
                ACTIVE,
                "softkeyForm.jte",
                Map.of(
                        "key",
                        key,
                        "form",
                        form,
                        "schema",
                        desk.schema(ctx),
                        "was",
                        ObjectDesk.was(ctx, desk.find(key).map(SoftkeysPage::fields)),
                        "users",
                        key.isEmpty() ? List.of() : users(key),
                        "news",
                        news));
    }

    private static StoredFields fields(ConfigObject stored) {
        return new StoredFields(stored, FIELDS);
    }

    /** The phones that show the keys of this template, in the order of their names. */
    private List<Phone> users(String name) {
        var snapshot = snapshot();
        return snapshot.phones().values().stream()
                .filter(phone -> snapshot.softkeys(phone).name().equals(name))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private void edit(Context ctx) {
        var key = ObjectDesk.given(ctx, "key");
        var state = SoftkeyState.ofField(ObjectDesk.given(ctx, "state")).orElse(SoftkeyState.ON_HOOK);
        var form = SoftkeyForm.of(field -> ObjectDesk.given(ctx, field), state);
        var order = ObjectDesk.given(ctx, "do");
        if (order.equals("save")) {
            save(ctx, key, form);
        } else {
            form(ctx, key, form.after(order), PhoneNews.NONE);
        }
    }

    private void save(Context ctx, String key, SoftkeyForm form) {
        var result = key.isEmpty() ? created(ctx, form) : changed(ctx, key);
        switch (result) {
            case SaveResult.Saved saved -> {
                var stored = desk.find(form.name()).orElseThrow(() -> desk.unknown(ctx, form.name()));
                pages.render(
                        ctx,
                        ACTIVE,
                        "softkeyForm.jte",
                        Map.of(
                                "key", stored.key(),
                                "form", SoftkeyForm.of(stored::text, form.state()),
                                "schema", desk.schema(ctx),
                                "was", fields(stored).values(),
                                "users", users(stored.key()),
                                "news", desk.saved(ctx, saved)));
            }
            case SaveResult.Invalid(var problems) -> form(ctx, key, form, desk.refused(ctx, problems));
        }
    }

    private SaveResult created(Context ctx, SoftkeyForm form) {
        var read = Form.read(Kinds.SOFTKEY_TEMPLATE, form.name(), form.fields());
        return read.problems().isEmpty()
                ? configuration.store().create(Kinds.SOFTKEY_TEMPLATE, read.values(), desk.author(ctx))
                : new SaveResult.Invalid(read.problems());
    }

    private SaveResult changed(Context ctx, String key) {
        var stored = desk.find(key).orElseThrow(() -> desk.unknown(ctx, key));
        var entered = Submitted.entered(ctx, fields(stored));
        var read = Form.read(Kinds.SOFTKEY_TEMPLATE, key, entered);
        if (!read.problems().isEmpty()) {
            return new SaveResult.Invalid(read.problems());
        }
        var edit = new Edit.Change(Kinds.SOFTKEY_TEMPLATE, key, read.values(), new HashSet<>(read.cleared()));
        return configuration
                .store()
                .apply(edit, desk.author(ctx), now -> Submitted.crossed(ctx, now, fields(now), entered));
    }

    private void pool(Context ctx) {
        var chosen = ObjectDesk.given(ctx, "template");
        var edit = chosen.isEmpty()
                ? new Edit.Change(Kinds.DEVICE_POOL, ObjectDesk.given(ctx, "pool"), Map.of(), Set.of("softkeyTemplate"))
                : new Edit.Change(
                        Kinds.DEVICE_POOL,
                        ObjectDesk.given(ctx, "pool"),
                        Map.of("softkeyTemplate", Value.of(chosen)),
                        Set.of());
        switch (configuration.store().apply(List.of(edit), desk.author(ctx))) {
            case SaveResult.Saved saved -> list(ctx, desk.saved(ctx, saved));
            case SaveResult.Invalid(var problems) -> list(ctx, desk.refused(ctx, problems));
        }
    }

    /** Restarts every registered phone that shows these keys. */
    private void restart(Context ctx) {
        list(ctx, desk.restart(ctx, users(template(ctx).name())));
    }
}
