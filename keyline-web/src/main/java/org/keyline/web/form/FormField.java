package org.keyline.web.form;

import java.util.List;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.Permission;
import org.keyline.model.schema.Texts;

/**
 * A field as a page shows it, made from its description in the schema.
 *
 * @param name its name
 * @param label its label in the reader's language
 * @param help its help in the reader's language
 * @param kind how it is entered
 * @param options what may be chosen, in order; none for texts
 * @param value what it is, or what was entered; never a secret
 * @param problems what is wrong with what was entered
 */
public record FormField(
        String name, String label, String help, Kind kind, List<Option> options, String value, List<String> problems) {
    public FormField {
        options = List.copyOf(options);
        problems = List.copyOf(problems);
    }

    /** How a field is entered. */
    public enum Kind {
        CHOICE,
        TEXT,
        /** Entered, and never shown again. */
        SECRET,
        READ_ONLY;

        /** How this field is entered. */
        public static Kind of(Field field) {
            if (field.changedBy() == Permission.SYSTEM) {
                return READ_ONLY;
            }
            return switch (field.type()) {
                case FieldType.OneOf _, FieldType.Switch _ -> CHOICE;
                case FieldType.Text _,
                        FieldType.Whole _,
                        FieldType.Moment _,
                        FieldType.Deadline _,
                        FieldType.TimeZone _,
                        FieldType.Model _,
                        FieldType.Reference _,
                        FieldType.References _,
                        FieldType.Rows _ -> TEXT;
            };
        }
    }

    /** Something to choose: its value and its label. */
    public record Option(String value, String label) {
        /** Everything that this field may be; nothing for a field that is written. */
        public static List<Option> of(Field field, Texts texts) {
            return switch (field.type()) {
                case FieldType.OneOf values ->
                    values.values().stream()
                            .map(value -> new Option(value, texts.value(values, value)))
                            .toList();
                case FieldType.Switch _ ->
                    List.of(
                            new Option("true", texts.text("value.Switch.true")),
                            new Option("false", texts.text("value.Switch.false")));
                case FieldType.Text _,
                        FieldType.Whole _,
                        FieldType.Moment _,
                        FieldType.Deadline _,
                        FieldType.TimeZone _,
                        FieldType.Model _,
                        FieldType.Reference _,
                        FieldType.References _,
                        FieldType.Rows _ -> List.of();
            };
        }
    }

    /** Masks what was entered, which may be an authentication string. */
    @Override
    public String toString() {
        return "FormField[" + name + "]";
    }
}
