package org.keyline.web.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.Phone;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.form.EditedFields;

/**
 * What the pages of one kind of object have in common.
 *
 * @param kind the kind
 * @param active the entry of the navigation that is lit
 * @param list the path of the page that lists them
 */
record ObjectDesk(
        Configuration configuration, DeviceControl devices, Pages pages, ObjectKind kind, String active, String list) {
    /** The object a page or a form is about, if it is stored. */
    Optional<ConfigObject> find(String key) {
        return key.isEmpty() ? Optional.empty() : configuration.store().find(kind, key);
    }

    /** The object a page or a form is about. */
    ConfigObject object(Context ctx) {
        var key = given(ctx, "name");
        return find(key).orElseThrow(() -> unknown(ctx, key));
    }

    NothingOfThisName unknown(Context ctx, String key) {
        return new NothingOfThisName(pages.texts(ctx).get("keys.unknown", key));
    }

    static String given(Context ctx, String parameter) {
        return Optional.ofNullable(ctx.formParam(parameter))
                .or(() -> Optional.ofNullable(ctx.queryParam(parameter)))
                .orElse("")
                .strip();
    }

    Author author(Context ctx) {
        return Author.administrator(pages.frame(ctx, active).account());
    }

    Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    /** What is said once something was saved. */
    PhoneNews saved(Context ctx, SaveResult.Saved saved) {
        var schema = schema(ctx);
        return new PhoneNews(
                pages.texts(ctx).get("keys.saved"),
                saved.notices().stream().map(notice -> notice.text(schema)).toList(),
                saved.after().contains(AfterChange.RESTART_DEVICE)
                        || saved.after().contains(AfterChange.RESET_DEVICE),
                List.of());
    }

    PhoneNews done(Context ctx, String what, Object... arguments) {
        return new PhoneNews(pages.texts(ctx).get(what, arguments), List.of(), false, List.of());
    }

    /** What is said when something was not. */
    PhoneNews refused(Context ctx, List<Problem> problems) {
        ctx.status(422);
        var schema = schema(ctx);
        return new PhoneNews(
                "",
                List.of(),
                false,
                problems.stream().map(problem -> problem.sentence(schema)).toList());
    }

    /** Asks before an object is deleted, and names the phones that use it. */
    void confirmDelete(Context ctx, Function<String, List<Phone>> users) {
        var name = object(ctx).key();
        pages.render(ctx, active, "keysDelete.jte", Map.of("name", name, "list", list, "users", users.apply(name)));
    }

    PhoneNews delete(Context ctx) {
        var name = object(ctx).key();
        return switch (configuration.store().remove(kind, name, author(ctx))) {
            case SaveResult.Saved _ -> done(ctx, "keys.deleted", name);
            case SaveResult.Invalid(var problems) -> refused(ctx, problems);
        };
    }

    /** Restarts those of the phones that are registered. */
    PhoneNews restart(Context ctx, List<Phone> phones) {
        long told = phones.stream()
                .filter(phone -> devices.reset(phone.name(), Reset.Kind.RESTART))
                .count();
        return done(ctx, "keys.restarted", told);
    }

    /** What the page showed when it was filled in first, to be sent along again. */
    static Map<String, String> was(Context ctx, Optional<? extends EditedFields> stored) {
        var was = new LinkedHashMap<String, String>();
        stored.ifPresent(fields -> fields.names()
                .forEach(name -> was.put(
                        name, Optional.ofNullable(ctx.formParam("was." + name)).orElseGet(() -> fields.stored(name)))));
        return was;
    }
}
