package org.keyline.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.keyline.config.store.Edit;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;

/** Random objects that are right by the descriptions, whatever these come to be. */
final class RandomObjects {
    private static final List<String> AWKWARD = List.of(
            "null",
            "~",
            "true",
            "- a",
            "a: b",
            "# no comment",
            " padded ",
            "\"quoted\"",
            "back\\slash",
            "'",
            "{}",
            "[x]",
            "日本語",
            "é",
            "\uD83D\uDCDE",
            "%",
            "@home",
            "\u00A0",
            "\u200B",
            "0x1F",
            "1e3",
            "|",
            ">",
            "&a",
            "*a",
            "!t");
    private static final List<String> NAMES = List.of(
            "Default",
            "内線",
            "a b",
            "Tokyo/HQ (2)",
            "null",
            "0",
            "x",
            "Ä",
            "1_2-3.4",
            "yes",
            "http://services/?d=#DEVICENAME#");

    /** What patterns of a kind begin with, so that no two kinds have one in common. */
    private static final Map<ObjectKind, String> FIRST_DIGITS = Map.of(
            Kinds.ROUTE_PATTERN, "*3",
            Kinds.MESSAGE_WAITING_NUMBER, "*4",
            Kinds.DIRECTED_CALL_PARK, "*5",
            Kinds.CALL_PARK, "*6",
            Kinds.MEET_ME_NUMBER, "*7",
            Kinds.PICKUP_GROUP, "*7",
            Kinds.HUNT_PILOT, "*8",
            Kinds.TRANSLATION_PATTERN, "*9");

    private final Random random;
    private final Map<String, List<String>> keys = new HashMap<>();

    RandomObjects(long seed) {
        this.random = new Random(seed);
    }

    /** Edits that set every parameter and put some objects of every kind. */
    List<Edit> everything() {
        var edits = new ArrayList<Edit>();
        for (var kind : Kinds.all()) {
            int count = kind.single() ? 1 : kind.equals(Kinds.NODE) ? 1 + random.nextInt(3) : random.nextInt(5);
            for (int i = 0; i < count; i++) {
                object(kind).ifPresent(values -> edits.add(new Edit.Put(kind, values, java.util.Set.of(), false)));
            }
        }
        return edits;
    }

    List<String> keys(ObjectKind kind) {
        return keys.getOrDefault(kind.name(), List.of());
    }

    private Optional<Map<String, Value>> object(ObjectKind kind) {
        if ((kind.equals(Kinds.PHONE) || kind.name().equals("mediaStreaming"))
                && keys("devicePool").isEmpty()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Value>();
        for (var field : kind.fields().values()) {
            if (field.required() || random.nextBoolean()) {
                var value = value(field);
                if (value.isEmpty() && field.required()) {
                    return Optional.empty();
                }
                value.ifPresent(some -> values.put(field.name(), some));
            }
        }
        obeyRules(kind, values);
        var key = kind.keyOf(values);
        var known = keys.computeIfAbsent(kind.name(), _ -> new ArrayList<>());
        if (known.contains(key)) {
            return Optional.empty();
        }
        known.add(key);
        return Optional.of(values);
    }

    private void obeyRules(ObjectKind kind, Map<String, Value> values) {
        if (kind.name().equals("mediaStreaming")) {
            values.put("multicastPort", Value.of(20_000 + 2 * random.nextInt(1_000)));
            values.put("multicastAddress", Value.of("239.1.%d.1".formatted(random.nextInt(256))));
        }
        if (kind.equals(Kinds.PHONE)) {
            values.put("model", Value.of(List.of("7960", "7962", "7970").get(random.nextInt(3))));
            values.remove("buttonTemplate");
            values.remove("modules");
            values.put("keySize", Value.of(List.of("512", "1024", "2048").get(random.nextInt(3))));
            values.put("authenticationString", Value.of(Integer.toString(1_000 + random.nextInt(100_000))));
            if (!keys("devicePool").contains("Default")) {
                values.put("devicePool", Value.of(pick(keys("devicePool"), "Default")));
            }
        } else if (kind.name().equals("mediaStreaming") && !keys("devicePool").contains("Default")) {
            values.put("devicePool", Value.of(pick(keys("devicePool"), "Default")));
        } else if (kind.equals(Kinds.NODE)) {
            obeyRange(values);
        } else if (kind.equals(Kinds.DEVICE_POOL) && values.containsKey("srstReference")) {
            values.remove("srstDefaultGateway");
        } else if (kind.equals(Kinds.SRST_REFERENCE)) {
            values.put("secure", Value.of(false));
            values.remove("certificate");
        } else if (kind.equals(Kinds.TIME_PERIOD)) {
            values.put("start", Value.of("08:%02d".formatted(random.nextInt(60))));
            values.put("end", Value.of("17:%02d".formatted(random.nextInt(60))));
            values.put("firstDate", Value.of("02-29"));
            values.put("lastDate", Value.of("12-3" + random.nextInt(2)));
        } else if (FIRST_DIGITS.containsKey(kind)) {
            obeyPatterns(kind, values);
        } else if (kind.equals(Kinds.AUTHORIZATION_CODE)) {
            values.put("code", Value.of(Long.toString(random.nextLong(1_000_000_000_000_000L))));
        } else if (kind.equals(Kinds.PHONE_BUTTON_TEMPLATE)) {
            values.put("model", Value.of("7962"));
            values.put(
                    "buttons", new Value.Rows(List.of(button(1, ButtonFunction.LINE), button(9, ButtonFunction.PARK))));
        } else if (kind.equals(Kinds.SOFTKEY_TEMPLATE)) {
            for (var state : SoftkeyState.values()) {
                var keys = PhoneSoftkey.of(state).stream()
                        .filter(key -> key.event() <= SoftkeyTemplate.KEYS && random.nextBoolean())
                        .limit(SoftkeyTemplate.KEYS_PER_STATE / 2)
                        .toList();
                values.put(state.field(), Value.of(SoftkeyTemplate.written(keys)));
            }
        } else if (kind.equals(Kinds.ROUTE_FILTER)) {
            values.put("conditions", new Value.Rows(List.of(condition(1, 3, "AREA_CODE"), condition(2, 1, "SERVICE"))));
        } else if (kind.equals(Kinds.AUDIO_SOURCE)) {
            obeyNumbers(values);
        } else if (kind.equals(Kinds.MEDIA_RESOURCE_GROUP)) {
            values.put("resources", Value.of(pick(List.of("MOH_1", "CFB_1 ANN_1", "x.y-z_9"), "")));
        } else if (kind.name().equals("capf")) {
            values.put("certificateIssuer", Value.of("CAPF"));
        }
    }

    /** A source has a file or a port, and a number of its own where it may be multicast. */
    private void obeyNumbers(Map<String, Value> source) {
        source.remove("streamPort");
        source.remove("streamNumber");
        source.remove("allowMulticasting");
        if (random.nextBoolean()) {
            source.put("streamNumber", Value.of(1 + keys(Kinds.AUDIO_SOURCE).size()));
            source.put("allowMulticasting", Value.of(random.nextBoolean()));
        }
    }

    /** Each kind has patterns of its own, a number where it forwards to one, and one way out. */
    private void obeyPatterns(ObjectKind kind, Map<String, Value> values) {
        if (kind.equals(Kinds.ROUTE_PATTERN)) {
            values.remove("routeList");
            values.put("device", Value.of("GW1"));
        }
        var planned =
                (kind.equals(Kinds.ROUTE_PATTERN) || kind.equals(Kinds.TRANSLATION_PATTERN)) && random.nextBoolean();
        if (!planned) {
            values.remove("routeFilter");
            values.computeIfPresent("calledDiscard", (_, _) -> Value.of("PRE_DOT_TRAILING_HASH"));
        }
        var digits = FIRST_DIGITS.get(kind) + random.nextInt(1_000);
        if (kind.fields().containsKey("number")) {
            values.put("number", Value.of(digits));
        } else if (kind.equals(Kinds.CALL_PARK)
                || kind.equals(Kinds.DIRECTED_CALL_PARK)
                || kind.equals(Kinds.MEET_ME_NUMBER)) {
            values.put("pattern", Value.of(digits + pick(List.of("X", "[2-4]", ""), "")));
        } else {
            values.put("pattern", Value.of(digits + (planned ? ".@" : pick(List.of(".XX", "[2-4]!", "\\+?"), ""))));
        }
        if (kind.equals(Kinds.DIRECTED_CALL_PARK)) {
            values.put("retrievalPrefix", Value.of("**"));
            values.put("reversionNumber", Value.of("2003"));
        }
        if (kind.equals(Kinds.HUNT_PILOT)) {
            values.put("noAnswerNumber", Value.of("2001"));
            values.put("busyNumber", Value.of("2002"));
        }
    }

    private static Value.Row condition(int position, int clause, String tag) {
        return new Value.Row(Map.of(
                "position",
                Value.of(position),
                "clause",
                Value.of(clause),
                "tag",
                Value.of(tag),
                "operator",
                Value.of("EXISTS")));
    }

    private static Value.Row button(int position, ButtonFunction function) {
        return new Value.Row(Map.of("position", Value.of(position), "function", Value.of(function)));
    }

    /** The numbers of a node begin and end, or there are none. */
    private void obeyRange(Map<String, Value> values) {
        values.remove("autoRegistrationFirst");
        values.remove("autoRegistrationLast");
        if (random.nextBoolean()) {
            int first = 1_000 + random.nextInt(4_000);
            values.put("autoRegistrationFirst", Value.of(Integer.toString(first)));
            values.put("autoRegistrationLast", Value.of(Integer.toString(first + 1 + random.nextInt(4_000))));
        }
    }

    private List<String> keys(String kind) {
        return keys.getOrDefault(kind, List.of());
    }

    private String pick(List<String> from, String otherwise) {
        return from.isEmpty() ? otherwise : from.get(random.nextInt(from.size()));
    }

    private Optional<Value> value(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> text(text);
            case FieldType.Whole whole ->
                Optional.of(Value.of(whole.min() + random.nextLong(whole.max() - whole.min() + 1)));
            case FieldType.OneOf oneOf -> Optional.of(Value.of(pick(oneOf.values(), "")));
            case FieldType.Switch _ -> Optional.of(Value.of(random.nextBoolean()));
            case FieldType.Moment _, FieldType.Deadline _ ->
                Optional.of(new Value.Moment(Instant.ofEpochSecond(random.nextLong(4_000_000_000L))));
            case FieldType.TimeZone _ ->
                Optional.of(Value.of(pick(List.of("Asia/Tokyo", "Etc/UTC", "Europe/Berlin"), "")));
            case FieldType.Model _ ->
                Optional.of(Value.of(pick(
                        PhoneModels.all().stream().map(model -> model.name()).toList(), "")));
            case FieldType.Reference(var kind) ->
                keys(kind).isEmpty() ? Optional.empty() : Optional.of(Value.of(pick(keys(kind), "")));
            case FieldType.References references -> names(references, field.required());
            case FieldType.Rows rows -> Optional.of(rows(rows));
        };
    }

    private Optional<Value> names(FieldType.References type, boolean required) {
        var names = keys(type.kind()).stream()
                .filter(_ -> random.nextBoolean())
                .limit(type.max())
                .toList();
        if (names.isEmpty() && required) {
            names = keys(type.kind()).stream().limit(1).toList();
        }
        return names.isEmpty() && required ? Optional.empty() : Optional.of(new Value.Names(names));
    }

    private Value rows(FieldType.Rows type) {
        var rows = new ArrayList<Value.Row>();
        var seen = new ArrayList<Value>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var values = new LinkedHashMap<String, Value>();
            for (var field : type.fields()) {
                value(field).ifPresent(value -> values.put(field.name(), value));
            }
            values.computeIfPresent("busyTrigger", (_, _) -> Value.of(1));
            var distinct = values.get(type.distinct());
            boolean complete =
                    type.fields().stream().allMatch(field -> !field.required() || values.containsKey(field.name()));
            if (complete && distinct != null && !seen.contains(distinct)) {
                seen.add(distinct);
                rows.add(new Value.Row(values));
            }
        }
        return new Value.Rows(rows);
    }

    /** Some text the type takes: awkward ones first, then names, then digits. */
    private Optional<Value> text(FieldType.Text type) {
        for (int i = 0; i < 50; i++) {
            var text = switch (random.nextInt(5)) {
                case 0 -> pick(NAMES, "");
                case 1 -> Integer.toString(random.nextInt(10_000));
                case 2 -> "";
                case 3 -> "SEP" + random.nextInt(1_000_000);
                default -> pick(AWKWARD, "") + pick(AWKWARD, "");
            };
            if (type.read(text) instanceof Reading.Good(var value)) {
                return Optional.of(value);
            }
        }
        return type.read("en") instanceof Reading.Good(var value)
                ? Optional.of(value)
                : type.read("M/D/YA") instanceof Reading.Good(var date) ? Optional.of(date) : Optional.empty();
    }
}
