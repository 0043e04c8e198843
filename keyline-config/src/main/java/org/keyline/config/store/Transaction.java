package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Permission;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/** Some edits on their way into the database: staged one by one, checked as a whole, then written and logged. */
final class Transaction {
    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private final Set<AfterChange> after = EnumSet.noneOf(AfterChange.class);
    private final Map<ObjectKind, List<ConfigObject>> created = new LinkedHashMap<>();
    private final Map<ObjectKind, Map<String, ConfigObject>> updated = new LinkedHashMap<>();
    private final Map<ObjectKind, List<String>> removed = new LinkedHashMap<>();
    private final List<Entry> log = new ArrayList<>();

    private record Entry(ObjectKind kind, String key, Change.Action action, List<String> fields) {}

    Transaction(Workspace workspace, Author author, Clock clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    void stage(Edit edit) {
        switch (edit) {
            case Edit.Create(var kind, var values) -> put(kind, values, Set.of(), Optional.empty(), Optional.empty());
            case Edit.Replace(var kind, var key, var values) ->
                existing(kind, key)
                        .ifPresent(before -> put(
                                kind, withKey(kind, before, values), Set.of(), Optional.empty(), Optional.of(before)));
            case Edit.Change(var kind, var key, var values, var cleared) ->
                existing(kind, key)
                        .ifPresent(before -> put(
                                kind,
                                withKey(kind, before, values),
                                cleared,
                                Optional.of(before),
                                Optional.of(before)));
            case Edit.Put(var kind, var values, var cleared, var keepOthers) -> {
                var before = workspace.now(kind, kind.keyOf(values));
                put(kind, values, cleared, keepOthers ? before : Optional.empty(), before);
            }
            case Edit.Remove(var kind, var key) -> existing(kind, key).ifPresent(_ -> remove(kind, key));
        }
    }

    private Optional<ConfigObject> existing(ObjectKind kind, String key) {
        var found = workspace.now(kind, key);
        if (found.isEmpty()) {
            var message = kind.isStandard(key) ? "problem.standard" : "problem.notFound";
            problems.add(new Problem(kind.name(), key, "", key, message, List.of()));
        }
        return found;
    }

    /** Parts of the key that are not given stay, unless all of a new key is given. */
    private static Map<String, Value> withKey(ObjectKind kind, ConfigObject before, Map<String, Value> values) {
        if (kind.keyFields().stream().anyMatch(field -> values.containsKey(field.name()))) {
            return values;
        }
        var complete = new LinkedHashMap<>(values);
        for (var field : kind.keyFields()) {
            before.value(field.name()).ifPresent(value -> complete.put(field.name(), value));
        }
        return complete;
    }

    private void put(
            ObjectKind kind,
            Map<String, Value> values,
            Set<String> cleared,
            Optional<ConfigObject> kept,
            Optional<ConfigObject> before) {
        var completion = new Completion(kind);
        var rules = Rules.of(kind.name());
        var given = before.isPresent()
                ? withDefaults(notTheAuthors(before.get(), cleared), values)
                : withDefaults(rules.defaults(values, workspace), values);
        var object = completion.complete(given, cleared, kept);
        problems.addAll(completion.problems());
        keyIsFree(object, before);
        permitted(object, before);
        if (!completion.problems().isEmpty()) {
            return;
        }
        var derived = rules.derive(object, before, workspace, clock);
        problems.addAll(rules.check(derived, before, workspace, author, clock));
        accept(derived, before);
    }

    /** What the author may not change stays, where nothing else is said of it: whoever replaces means the rest. */
    private Map<String, Value> notTheAuthors(ConfigObject before, Set<String> cleared) {
        var kept = new LinkedHashMap<String, Value>();
        for (var field : before.kind().fields().values()) {
            if (!author.permission().mayChange(field.changedBy()) && !cleared.contains(field.name())) {
                before.value(field.name()).ifPresent(value -> kept.put(field.name(), value));
            }
        }
        return kept;
    }

    private static Map<String, Value> withDefaults(Map<String, Value> defaults, Map<String, Value> given) {
        var all = new LinkedHashMap<>(defaults);
        all.putAll(given);
        return all;
    }

    private void keyIsFree(ConfigObject object, Optional<ConfigObject> before) {
        var kind = object.kind();
        var key = object.key();
        if (before.isPresent() && before.get().key().equals(key)) {
            return;
        }
        if (kind.single()) {
            problems.add(new Problem(kind.name(), key, "", key, "problem.single", List.of()));
        } else if (kind.isStandard(key)) {
            problems.add(new Problem(kind.name(), key, "", key, "problem.standard", List.of()));
        } else if (workspace.now(kind, key).isPresent()) {
            problems.add(new Problem(kind.name(), key, "", key, "problem.exists", List.of()));
        } else if (before.isPresent() && References.doNotFollow(kind)) {
            inUse(kind, before.get().key());
        }
    }

    private void permitted(ConfigObject object, Optional<ConfigObject> before) {
        for (var field : changed(object, before)) {
            if (!author.permission().mayChange(field.changedBy())) {
                problems.add(new Problem(
                        object.kind().name(),
                        object.key(),
                        field.name(),
                        field.shown(object.text(field.name())),
                        "problem.permission",
                        List.of("@permission." + field.changedBy())));
            }
        }
    }

    private static List<Field> changed(ConfigObject object, Optional<ConfigObject> before) {
        return object.kind().fields().values().stream()
                .filter(field -> !object.value(field.name())
                        .equals(before.isPresent() ? before.get().value(field.name()) : field.defaultValue()))
                .toList();
    }

    private void accept(ConfigObject object, Optional<ConfigObject> before) {
        var fields = changed(object, before);
        notices.addAll(Rules.of(object.kind().name()).notices(object, before, workspace));
        if (before.isPresent() && fields.isEmpty()) {
            return;
        }
        var kind = object.kind();
        var names = fields.stream().map(Field::name).toList();
        if (before.isEmpty()) {
            created.computeIfAbsent(kind, _ -> new ArrayList<>()).add(object);
            log.add(new Entry(kind, object.key(), Change.Action.CREATED, names));
        } else {
            update(object, before.get(), names);
            fields.forEach(field -> after.addAll(field.after()));
        }
        workspace.stage(object);
    }

    private void update(ConfigObject object, ConfigObject before, List<String> names) {
        var kind = object.kind();
        var updates = updated.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
        if (workspace.isStaged(kind, before.key()) || updates.containsKey(before.key())) {
            problems.add(new Problem(kind.name(), before.key(), "", before.key(), "problem.twice", List.of()));
            return;
        }
        updates.put(before.key(), object);
        boolean renamed = !before.key().equals(object.key());
        log.add(new Entry(kind, object.key(), renamed ? Change.Action.RENAMED : Change.Action.UPDATED, names));
        if (renamed) {
            workspace.stageRemoval(kind, before.key());
        }
    }

    private void remove(ObjectKind kind, String key) {
        if (kind.single()) {
            problems.add(new Problem(kind.name(), key, "", key, "problem.single", List.of()));
        } else if (!author.permission().mayChange(Permission.ADMINISTRATOR)) {
            problems.add(
                    new Problem(kind.name(), key, "", key, "problem.permission", List.of("@permission.ADMINISTRATOR")));
        }
        removed.computeIfAbsent(kind, _ -> new ArrayList<>()).add(key);
        workspace.stageRemoval(kind, key);
        log.add(new Entry(kind, key, Change.Action.REMOVED, List.of()));
    }

    /** Checks what only shows once all edits are staged: references, and what several objects have but one may. */
    List<Problem> problems() {
        var targets = new HashSet<References.Reference>();
        for (var object : workspace.written()) {
            for (var reference : References.of(object)) {
                if (targets.contains(new References.Reference("", reference.target(), reference.key()))) {
                    continue;
                }
                if (!reference.target().isStandard(reference.key())
                        && workspace.now(reference.target(), reference.key()).isEmpty()) {
                    problems.add(new Problem(
                            object.kind().name(),
                            object.key(),
                            reference.path(),
                            reference.key(),
                            "problem.missing",
                            List.of("@" + reference.target().name() + ".label")));
                } else {
                    targets.add(new References.Reference("", reference.target(), reference.key()));
                }
            }
        }
        removed.forEach((kind, keys) -> keys.forEach(key -> inUse(kind, key)));
        problems.addAll(PatternSpace.problems(workspace));
        problems.addAll(Distinct.problems(workspace));
        return problems;
    }

    private void inUse(ObjectKind kind, String key) {
        workspace
                .userOf(kind, key)
                .ifPresent(
                        user -> problems.add(new Problem(kind.name(), key, "", key, "problem.inUse", List.of(user))));
    }

    /** Writes and logs; the edits are known to be right. */
    SaveResult.Saved write() {
        var handle = workspace.handle();
        removed.forEach((kind, keys) -> Storage.of(kind).remove(handle, keys));
        updated.forEach((kind, objects) -> Storage.of(kind).update(handle, objects));
        created.forEach((kind, objects) -> Storage.of(kind).insert(handle, objects));
        long revision = ChangeLog.revision(handle);
        if (!log.isEmpty()) {
            revision++;
            ChangeLog.append(handle, entries(revision));
        }
        return new SaveResult.Saved(
                revision,
                created.values().stream().mapToInt(List::size).sum(),
                updated.values().stream().mapToInt(Map::size).sum(),
                removed.values().stream().mapToInt(List::size).sum(),
                after,
                List.copyOf(notices));
    }

    private List<Change> entries(long revision) {
        var now = clock.instant();
        return log.stream()
                .map(entry -> new Change(
                        revision, entry.kind().name(), entry.key(), entry.action(), entry.fields(), author.name(), now))
                .toList();
    }
}
