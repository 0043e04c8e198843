package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.web.object.EnteredSecrets;
import org.keyline.web.object.ObjectFields;
import org.keyline.web.object.ObjectRow;
import org.keyline.web.object.RowTable;
import org.keyline.web.object.Section;

/** The objects of the kinds of a section: found, added, changed, deleted. */
final class ObjectsPage {
    private static final int MOST_SHOWN = 200;
    private static final int MOST_CHOICES = 500;

    private final Section section;
    private final Configuration configuration;
    private final Pages pages;

    ObjectsPage(Section section, Configuration configuration, Pages pages) {
        this.section = section;
        this.configuration = configuration;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        var list = section.path() + "/objects/{kind}";
        routes.get(list, ctx -> list(ctx, kind(ctx), PhoneNews.NONE));
        routes.get(list + "/new", ctx -> show(ctx, kind(ctx), Optional.empty()));
        routes.post(list + "/new", this::create);
        routes.get(list + "/edit", this::edit);
        routes.post(list + "/edit", this::change);
        routes.get(list + "/delete", this::toList);
        routes.post(list + "/delete", this::delete);
    }

    private void edit(Context ctx) {
        if (ctx.queryParam("key") == null) {
            toList(ctx);
        } else {
            show(ctx, kind(ctx), Optional.of(object(ctx)));
        }
    }

    /** After a form was answered, a change of language asks for its address as a page. */
    private void toList(Context ctx) {
        ctx.redirect(section.path() + "/objects/" + kind(ctx).plural());
    }

    private ObjectKind kind(Context ctx) {
        var plural = ctx.pathParam("kind");
        return section.kind(plural)
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("error.404")));
    }

    private ConfigObject object(Context ctx) {
        var key = SrstDesk.given(ctx, "key");
        return configuration
                .store()
                .find(kind(ctx), key)
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("object.unknown", key)));
    }

    private Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    private Author author(Context ctx) {
        return Author.administrator(pages.frame(ctx, section.active()).account());
    }

    private ObjectFields fields(Context ctx, ObjectKind kind, Optional<ConfigObject> object) {
        return new ObjectFields(kind, object, schema(ctx), this::choices);
    }

    /** The objects of a kind to choose among; none where they are too many for a list. */
    private List<String> choices(String kind) {
        var keys = configuration.store().list(Kinds.get(kind)).stream()
                .map(ConfigObject::key)
                .sorted()
                .limit(MOST_CHOICES + 1)
                .toList();
        return keys.size() > MOST_CHOICES ? List.of() : keys;
    }

    private void list(Context ctx, ObjectKind kind, PhoneNews news) {
        var find = SrstDesk.given(ctx, "find").toLowerCase(Locale.ROOT);
        var columns = ObjectRow.columns(kind.fields().values());
        var schema = schema(ctx);
        var all = configuration.store().list(kind);
        var found = all.stream()
                .filter(object -> contains(object, find))
                .map(object -> ObjectRow.of(object, columns, schema))
                .toList();
        pages.render(
                ctx,
                section.active(),
                "objects.jte",
                Map.of(
                        "section", section,
                        "kind", kind,
                        "schema", schema,
                        "columns", columns,
                        "rows", found.stream().limit(MOST_SHOWN).toList(),
                        "count", found.size(),
                        "find", find,
                        "news", news));
    }

    private static boolean contains(ConfigObject object, String part) {
        return object.kind().fields().values().stream()
                .filter(field -> !field.secret())
                .anyMatch(field ->
                        object.text(field.name()).toLowerCase(Locale.ROOT).contains(part));
    }

    private void create(Context ctx) {
        var kind = kind(ctx);
        var entered = Submitted.entered(ctx, fields(ctx, kind, Optional.empty()));
        var secrets = EnteredSecrets.hashed(kind, "", entered);
        var form = Form.read(kind, "", secrets.texts());
        var rows = SubmittedRows.of(ctx, kind, Optional.empty());
        var problems = both(both(secrets.problems(), form.problems()), rows.problems());
        if (problems.isEmpty()) {
            switch (configuration.store().create(kind, with(form, rows), author(ctx))) {
                case SaveResult.Saved saved -> {
                    list(ctx, kind, saved(ctx, "object.added", kind.keyOf(form.values()), saved));
                    return;
                }
                case SaveResult.Invalid(var wrong) -> problems = wrong;
            }
        }
        refused(ctx, kind, Optional.empty(), entered, rows, problems);
    }

    private void change(Context ctx) {
        var object = object(ctx);
        var kind = object.kind();
        var entered = Submitted.entered(ctx, fields(ctx, kind, Optional.of(object)));
        var secrets = EnteredSecrets.hashed(kind, object.key(), entered);
        var form = Form.read(kind, object.key(), withWholeKey(ctx, kind, secrets.texts()));
        var rows = SubmittedRows.of(ctx, kind, Optional.of(object));
        var problems = both(both(secrets.problems(), form.problems()), rows.problems());
        if (problems.isEmpty()) {
            var edit = new Edit.Change(kind, object.key(), with(form, rows), new HashSet<>(form.cleared()));
            switch (configuration
                    .store()
                    .apply(
                            edit,
                            author(ctx),
                            now -> both(
                                    Submitted.crossed(ctx, now, fields(ctx, kind, Optional.of(now)), entered),
                                    rows.crossed(ctx, now)))) {
                case SaveResult.Saved saved -> {
                    list(ctx, kind, saved(ctx, "object.saved", object.key(), saved));
                    return;
                }
                case SaveResult.Invalid(var wrong) -> problems = wrong;
            }
        }
        refused(ctx, kind, Optional.of(object), entered, rows, problems);
    }

    private static Map<String, Value> with(Form form, SubmittedRows rows) {
        var values = new LinkedHashMap<>(form.values());
        values.putAll(rows.changed());
        return values;
    }

    private static List<Problem> both(List<Problem> one, List<Problem> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Whoever changes a part of the key means the other parts as they stand in the form. */
    private static Map<String, String> withWholeKey(Context ctx, ObjectKind kind, Map<String, String> entered) {
        var whole = new LinkedHashMap<>(entered);
        if (kind.keyFields().stream().anyMatch(field -> entered.containsKey(field.name()))) {
            kind.keyFields()
                    .forEach(field -> Optional.ofNullable(ctx.formParam(field.name()))
                            .ifPresent(text -> whole.put(field.name(), text.strip())));
        }
        return whole;
    }

    private void delete(Context ctx) {
        var object = object(ctx);
        switch (configuration.store().remove(object.kind(), object.key(), author(ctx))) {
            case SaveResult.Saved saved -> list(ctx, object.kind(), saved(ctx, "object.deleted", object.key(), saved));
            case SaveResult.Invalid(var problems) ->
                refused(
                        ctx,
                        object.kind(),
                        Optional.of(object),
                        Map.of(),
                        SubmittedRows.of(ctx, object.kind(), Optional.of(object)),
                        problems);
        }
    }

    private PhoneNews saved(Context ctx, String what, String key, SaveResult.Saved saved) {
        var schema = schema(ctx);
        return new PhoneNews(
                pages.texts(ctx).get(what, key),
                saved.notices().stream().map(notice -> notice.text(schema)).toList(),
                false,
                List.of());
    }

    private void refused(
            Context ctx,
            ObjectKind kind,
            Optional<ConfigObject> object,
            Map<String, String> entered,
            SubmittedRows rows,
            List<Problem> problems) {
        ctx.status(422);
        var schema = schema(ctx);
        var ofTheWhole = problems.stream()
                .filter(problem -> !kind.fields().containsKey(problem.field()))
                .map(problem -> problem.text(schema))
                .toList();
        show(ctx, kind, object, entered, rows.tables(), problems, new PhoneNews("", List.of(), false, ofTheWhole));
    }

    private void show(Context ctx, ObjectKind kind, Optional<ConfigObject> object) {
        show(ctx, kind, object, Map.of(), RowTable.of(kind, object), List.of(), PhoneNews.NONE);
    }

    private void show(
            Context ctx,
            ObjectKind kind,
            Optional<ConfigObject> object,
            Map<String, String> entered,
            List<RowTable> tables,
            List<Problem> problems,
            PhoneNews news) {
        var fields = fields(ctx, kind, object);
        var was = fields.storedValues();
        RowTable.of(kind, object).forEach(table -> was.put(table.field().name(), table.text()));
        pages.render(
                ctx,
                section.active(),
                "object.jte",
                Map.of(
                        "section",
                        section,
                        "kind",
                        kind,
                        "schema",
                        schema(ctx),
                        "key",
                        object.map(ConfigObject::key),
                        "fields",
                        fields.fields(entered, problems),
                        "was",
                        was,
                        "tables",
                        tables,
                        "choices",
                        (Function<String, List<String>>) this::choices,
                        "wrong",
                        problems.stream()
                                .filter(problem -> tables.stream()
                                        .anyMatch(table -> table.field().name().equals(problem.field())))
                                .map(problem -> problem.text(schema(ctx)))
                                .toList(),
                        "news",
                        news));
    }
}
