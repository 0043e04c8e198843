package org.keyline.model.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyline.model.device.PhoneModels;

/** What values a field takes. Closed: whoever maps fields (database, forms, YAML) has an answer for each. */
public sealed interface FieldType {
    /** Reads a value as a person or a file wrote it. */
    Reading read(String text);

    /** Whether a value made by a program is one this type allows. */
    default Reading check(Value value) {
        return switch (read(value.text())) {
            case Reading.Good good when good.value().equals(value) -> good;
            case Reading.Good _ -> Reading.Fault.of("problem.form");
            case Reading.Fault fault -> fault;
        };
    }

    /** What a field of this type is when nothing is given and it has no default of its own. */
    default Optional<Value> whenAbsent() {
        return Optional.empty();
    }

    /**
     * A text without control characters.
     *
     * @param min fewest characters
     * @param max most characters
     * @param form a regular expression all of it must match
     * @param lengthMessage catalogue key of the message for a wrong length; gets {@code min} and {@code max}
     * @param formMessage catalogue key of the message for a wrong form
     */
    record Text(int min, int max, Pattern form, String lengthMessage, String formMessage) implements FieldType {
        private static final Pattern ANY = Pattern.compile("[\\P{C}\\p{Co}\\p{Cf}]*");

        /** Any printable text. */
        static Text upTo(int max) {
            return new Text(0, max, ANY, "problem.length", "problem.characters");
        }

        /** A text of a form that {@code formMessage} explains. */
        static Text of(int min, int max, String form, String formMessage) {
            return new Text(min, max, Pattern.compile(form), "problem.length", formMessage);
        }

        @Override
        public Reading read(String text) {
            int length = text.codePointCount(0, text.length());
            if (length > max) {
                return Reading.Fault.of(lengthMessage, min, max);
            }
            if (!form.matcher(text).matches()) {
                return Reading.Fault.of(formMessage);
            }
            return length < min ? Reading.Fault.of(lengthMessage, min, max) : new Reading.Good(new Value.Text(text));
        }
    }

    /** A whole number from {@code min} to {@code max}. */
    record Whole(long min, long max, String formMessage, String rangeMessage) implements FieldType {
        private static final Pattern FORM = Pattern.compile("-?[0-9]{1,18}");
        private static final String USUAL = "problem.number";

        Whole(long min, long max) {
            this(min, max, USUAL, USUAL);
        }

        @Override
        public Reading read(String text) {
            var digits = text.strip();
            if (!FORM.matcher(digits).matches()) {
                return Reading.Fault.of(formMessage, min, max);
            }
            long number = Long.parseLong(digits);
            return number < min || number > max
                    ? Reading.Fault.of(rangeMessage, min, max)
                    : new Reading.Good(new Value.Whole(number));
        }
    }

    /**
     * One of a few values. Their labels stand in the catalogue under {@code value.<name>.<VALUE>}.
     *
     * @param name the enumeration's name
     * @param values in the order to be shown
     */
    record OneOf(String name, List<String> values) implements FieldType {
        public OneOf {
            values = List.copyOf(values);
        }

        static OneOf of(Class<? extends Enum<?>> type) {
            return new OneOf(
                    type.getSimpleName(),
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        }

        @Override
        public Reading read(String text) {
            var asked = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            return values.contains(asked)
                    ? new Reading.Good(new Value.Text(asked))
                    : Reading.Fault.of("problem.oneOf", String.join(", ", values));
        }
    }

    /** On or off. */
    record Switch() implements FieldType {
        @Override
        public Reading read(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "on", "yes" -> new Reading.Good(new Value.Flag(true));
                case "false", "off", "no" -> new Reading.Good(new Value.Flag(false));
                default -> Reading.Fault.of("problem.flag");
            };
        }
    }

    /** A point in time, written as {@code 2026-08-01T12:00:00Z}, kept to the second. */
    record Moment() implements FieldType {
        private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

        @Override
        public Reading read(String text) {
            try {
                var instant = Instant.parse(text.strip()).truncatedTo(ChronoUnit.SECONDS);
                return instant.isBefore(FIRST) || instant.isAfter(LAST)
                        ? Reading.Fault.of("problem.moment")
                        : new Reading.Good(new Value.Moment(instant));
            } catch (DateTimeException notAnInstant) {
                return Reading.Fault.of("problem.moment");
            }
        }
    }

    /** When a certificate operation has to be complete (spec CAPF-067), with the messages of the spec. */
    record Deadline() implements FieldType {
        @Override
        public Reading read(String text) {
            return OperationCompletesBy.read(text, ZoneId.systemDefault());
        }
    }

    /** A time zone as the IANA names it. */
    record TimeZone() implements FieldType {
        private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

        @Override
        public Reading read(String text) {
            return KNOWN.contains(text.strip())
                    ? new Reading.Good(new Value.Text(text.strip()))
                    : Reading.Fault.of("problem.timeZone");
        }
    }

    /** A phone model of {@link PhoneModels}. */
    record Model() implements FieldType {
        @Override
        public Reading read(String text) {
            return PhoneModels.byName(text)
                    .<Reading>map(model -> new Reading.Good(new Value.Text(model.name())))
                    .orElseGet(() -> Reading.Fault.of("problem.model"));
        }
    }

    /** The key of one object of another kind. */
    record Reference(String kind) implements FieldType {
        @Override
        public Reading read(String text) {
            return ObjectKind.mayBeKey(text)
                    ? new Reading.Good(new Value.Text(text.strip()))
                    : Reading.Fault.of("problem.reference", "@" + kind + ".label");
        }
    }

    /** Up to {@code max} keys of different objects of another kind, in order. Written with commas between. */
    record References(String kind, int max) implements FieldType {
        @Override
        public Reading read(String text) {
            var names = new ArrayList<String>();
            for (var name : text.split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
            return readAll(names);
        }

        /** Reads names that came one by one. */
        public Reading readAll(List<String> names) {
            if (names.size() > max) {
                return Reading.Fault.of("problem.tooMany", max);
            }
            if (new HashSet<>(names).size() < names.size()) {
                return Reading.Fault.of("problem.twice");
            }
            return names.stream().allMatch(ObjectKind::mayBeKey)
                    ? new Reading.Good(new Value.Names(names))
                    : Reading.Fault.of("problem.reference", "@" + kind + ".label");
        }

        @Override
        public Reading check(Value value) {
            return value instanceof Value.Names(var names) ? readAll(names) : Reading.Fault.of("problem.form");
        }

        @Override
        public Optional<Value> whenAbsent() {
            return Optional.of(new Value.Names(List.of()));
        }
    }

    /**
     * Rows of fields, for example the lines of a phone.
     *
     * @param fields the fields of a row
     * @param distinct the field that must differ from row to row
     * @param numbered whether {@code distinct}, where not given, is the row's position from 1
     * @param max the most rows
     */
    record Rows(List<Field> fields, String distinct, boolean numbered, int max) implements FieldType {
        public Rows {
            fields = List.copyOf(fields);
        }

        /** Rows cannot be written as one text. */
        @Override
        public Reading read(String text) {
            return text.isBlank() ? new Reading.Good(new Value.Rows(List.of())) : Reading.Fault.of("problem.rows");
        }

        /** Only that it is rows and not too many; the fields of each row are checked one by one. */
        @Override
        public Reading check(Value value) {
            return switch (value) {
                case Value.Rows(var rows) when rows.size() <= max -> new Reading.Good(value);
                case Value.Rows _ -> Reading.Fault.of("problem.tooMany", max);
                case Value.Text _, Value.Whole _, Value.Flag _, Value.Moment _, Value.Names _ ->
                    Reading.Fault.of("problem.rows");
            };
        }

        @Override
        public Optional<Value> whenAbsent() {
            return Optional.of(new Value.Rows(List.of()));
        }

        /** The field of this name. */
        public Optional<Field> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /** The longest key of an object, in characters. */
    int MAX_KEY = 128;
}
