package org.keyline.config.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.config.store.Edit;
import org.keyline.config.yaml.YamlNode.Place;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;

/** Reads the objects of a file by their descriptions, and remembers where each stands. */
final class FileReader {
    private static final String VERSION = "keyline";

    private final boolean keepOthers;
    private final List<LocatedProblem> problems = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Map<ObjectKind, Map<String, YamlNode.Mapping>> objects = new HashMap<>();

    FileReader(boolean keepOthers) {
        this.keepOthers = keepOthers;
    }

    List<LocatedProblem> problems() {
        return problems;
    }

    List<Edit> edits() {
        return edits;
    }

    /** The keys of the file's objects of a kind. */
    Set<String> keys(ObjectKind kind) {
        return objects.getOrDefault(kind, Map.of()).keySet();
    }

    void read(YamlNode root) {
        if (root instanceof YamlNode.Scalar scalar && scalar.isNothing()) {
            return;
        }
        if (!(root instanceof YamlNode.Mapping file)) {
            problems.add(LocatedProblem.ofFile(root.place(), "", "yaml.notMapping"));
            return;
        }
        file.entries().forEach((name, entry) -> {
            if (name.equals(VERSION)) {
                version(entry.value());
                return;
            }
            Kinds.withPlural(name)
                    .ifPresentOrElse(
                            kind -> kind(kind, entry.value()),
                            () -> problems.add(
                                    LocatedProblem.ofFile(entry.place(), name, "yaml.unknownKind", kindNames())));
        });
    }

    private static String kindNames() {
        return String.join(", ", Kinds.all().stream().map(ObjectKind::plural).toList());
    }

    private void version(YamlNode node) {
        var text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        if (!text.equals("1")) {
            problems.add(LocatedProblem.ofFile(node.place(), text, "yaml.version"));
        }
    }

    private void kind(ObjectKind kind, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.isNothing()) {
            return;
        }
        if (kind.single()) {
            object(kind, node);
        } else if (node instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> object(kind, item));
        } else {
            problem(kind, "", "", node.place(), "", new Reading.Fault("yaml.notList", List.of()));
        }
    }

    private void object(ObjectKind kind, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problem(kind, "", "", node.place(), "", new Reading.Fault("yaml.notMapping", List.of()));
            return;
        }
        var values = new LinkedHashMap<String, Value>();
        var cleared = new HashSet<String>();
        var key = key(kind, mapping);
        mapping.entries()
                .forEach((name, entry) -> kind.field(name)
                        .ifPresentOrElse(
                                field -> {
                                    if (isNothing(entry.value())) {
                                        cleared.add(name);
                                    } else {
                                        value(new At(kind, key), field, name, entry.value())
                                                .ifPresent(value -> values.put(name, value));
                                    }
                                },
                                () -> unknown(
                                        new At(kind, key),
                                        name,
                                        name,
                                        entry,
                                        kind.fields().keySet())));
        if (keyIsComplete(kind, mapping, values)) {
            add(kind, mapping, values, cleared);
        }
    }

    /** The object a value belongs to, for problems. */
    private record At(ObjectKind kind, String key) {}

    /** The key as far as it can be told before the values are read. */
    private static String key(ObjectKind kind, YamlNode.Mapping mapping) {
        var texts = new LinkedHashMap<String, Value>();
        for (var field : kind.keyFields()) {
            var entry = mapping.entries().get(field.name());
            if (entry != null && entry.value() instanceof YamlNode.Scalar scalar && !scalar.isNothing()) {
                texts.put(field.name(), Value.of(scalar.text()));
            }
        }
        return kind.keyOf(texts);
    }

    private boolean keyIsComplete(ObjectKind kind, YamlNode.Mapping mapping, Map<String, Value> values) {
        for (var field : kind.keyFields()) {
            if (field.required() && !values.containsKey(field.name())) {
                if (!mapping.entries().containsKey(field.name())) {
                    problem(
                            kind,
                            "",
                            field.name(),
                            mapping.place(),
                            "",
                            new Reading.Fault("problem.required", List.of()));
                }
                return false;
            }
        }
        return true;
    }

    private void add(ObjectKind kind, YamlNode.Mapping mapping, Map<String, Value> values, Set<String> cleared) {
        var key = kind.keyOf(values);
        if (objects.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).putIfAbsent(key, mapping) != null) {
            problem(kind, key, "", mapping.place(), key, new Reading.Fault("yaml.twice", List.of()));
            return;
        }
        edits.add(new Edit.Put(kind, values, cleared, keepOthers || kind.single()));
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNothing();
    }

    private Optional<Value> value(At at, Field field, String path, YamlNode node) {
        return switch (field.type()) {
            case FieldType.Rows rows -> rows(at, rows, path, node);
            case FieldType.References references
            when node instanceof YamlNode.Sequence list -> names(at, references, path, list);
            case FieldType.References _,
                    FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.OneOf _,
                    FieldType.Switch _,
                    FieldType.Moment _,
                    FieldType.Deadline _,
                    FieldType.TimeZone _,
                    FieldType.Model _,
                    FieldType.Reference _ -> scalar(at, field, path, node);
        };
    }

    private Optional<Value> scalar(At at, Field field, String path, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return good(
                    at,
                    path,
                    scalar.place(),
                    field.shown(scalar.text()),
                    field.type().read(scalar.text()));
        }
        problem(at.kind(), at.key(), path, node.place(), "", new Reading.Fault("yaml.notScalar", List.of()));
        return Optional.empty();
    }

    private Optional<Value> names(At at, FieldType.References type, String path, YamlNode.Sequence list) {
        var names = new ArrayList<String>();
        for (var item : list.items()) {
            if (item instanceof YamlNode.Scalar scalar) {
                names.add(scalar.text());
            } else {
                problem(at.kind(), at.key(), path, item.place(), "", new Reading.Fault("yaml.notScalar", List.of()));
                return Optional.empty();
            }
        }
        return good(at, path, list.place(), String.join(", ", names), type.readAll(names));
    }

    private Optional<Value> rows(At at, FieldType.Rows type, String path, YamlNode node) {
        if (!(node instanceof YamlNode.Sequence list)) {
            problem(at.kind(), at.key(), path, node.place(), "", new Reading.Fault("yaml.notList", List.of()));
            return Optional.empty();
        }
        var rows = new ArrayList<Value.Row>();
        for (int i = 0; i < list.items().size(); i++) {
            var here = path + "[" + (i + 1) + "]";
            if (list.items().get(i) instanceof YamlNode.Mapping mapping) {
                rows.add(row(at, type, here, mapping));
            } else {
                problem(
                        at.kind(),
                        at.key(),
                        here,
                        list.items().get(i).place(),
                        "",
                        new Reading.Fault("yaml.notMapping", List.of()));
            }
        }
        return Optional.of(new Value.Rows(rows));
    }

    private Value.Row row(At at, FieldType.Rows type, String path, YamlNode.Mapping mapping) {
        var values = new LinkedHashMap<String, Value>();
        mapping.entries()
                .forEach((name, entry) -> type.field(name)
                        .ifPresentOrElse(
                                field -> {
                                    if (!isNothing(entry.value())) {
                                        value(at, field, path + "." + name, entry.value())
                                                .ifPresent(value -> values.put(name, value));
                                    }
                                },
                                () -> unknown(
                                        at,
                                        path + "." + name,
                                        name,
                                        entry,
                                        type.fields().stream().map(Field::name).toList())));
        return new Value.Row(values);
    }

    private void unknown(At at, String path, String name, YamlNode.Entry entry, Iterable<String> known) {
        problem(
                at.kind(),
                at.key(),
                path,
                entry.place(),
                name,
                new Reading.Fault("problem.unknownField", List.of(String.join(", ", known))));
    }

    private Optional<Value> good(At at, String path, Place place, String shown, Reading reading) {
        return switch (reading) {
            case Reading.Good(var value) -> Optional.of(value);
            case Reading.Fault fault -> {
                problem(at.kind(), at.key(), path, place, shown, fault);
                yield Optional.empty();
            }
        };
    }

    private void problem(ObjectKind kind, String key, String path, Place place, String value, Reading.Fault fault) {
        faulty.add(kind.name() + " " + key + " " + path);
        faulty.add(kind.name() + " " + key);
        problems.add(LocatedProblem.at(
                place, new Problem(kind.name(), key, path, value, fault.message(), fault.arguments())));
    }

    /** The store's problem with its place in the file; nothing if the reader has said it better. */
    Optional<LocatedProblem> locate(Problem problem) {
        var kind = Kinds.get(problem.kind());
        if (faulty.contains(kind.name() + " " + problem.key() + " " + problem.field())
                || isAboutFaultyObject(problem)) {
            return Optional.empty();
        }
        var object = objects.getOrDefault(kind, Map.of()).get(problem.key());
        var place = object == null ? Place.START : place(object, problem.field());
        return Optional.of(LocatedProblem.at(place, problem));
    }

    /** An object missing only because it was itself faulty is no further problem. */
    private boolean isAboutFaultyObject(Problem problem) {
        return problem.message().equals("problem.missing")
                && Kinds.all().stream()
                        .anyMatch(kind -> problem.arguments().contains("@" + kind.name() + ".label")
                                && faulty.contains(kind.name() + " " + problem.value()));
    }

    private static Place place(YamlNode.Mapping object, String path) {
        YamlNode node = object;
        for (var step : path.split("[.\\[]", -1)) {
            var next = step(node, step);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return node.place();
    }

    private static Optional<YamlNode> step(YamlNode node, String step) {
        return switch (node) {
            case YamlNode.Mapping mapping ->
                Optional.ofNullable(mapping.entries().get(step)).map(YamlNode.Entry::value);
            case YamlNode.Sequence list
            when step.endsWith("]") -> {
                int index = Integer.parseInt(step.substring(0, step.length() - 1)) - 1;
                yield index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
            }
            case YamlNode.Sequence _, YamlNode.Scalar _ -> Optional.empty();
        };
    }
}
