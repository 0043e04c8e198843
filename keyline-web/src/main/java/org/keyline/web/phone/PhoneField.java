package org.keyline.web.phone;

import java.util.List;

/**
 * A field of a phone as the page shows it, made from its description in the schema.
 *
 * @param name its name
 * @param label its label in the reader's language
 * @param help its help in the reader's language
 * @param kind how it is entered
 * @param options what may be chosen, in order; none for texts
 * @param value what it is, or what was entered
 * @param problems what is wrong with what was entered
 */
public record PhoneField(
        String name, String label, String help, Kind kind, List<Option> options, String value, List<String> problems) {
    public PhoneField {
        options = List.copyOf(options);
        problems = List.copyOf(problems);
    }

    /** How a field is entered. */
    public enum Kind {
        CHOICE,
        TEXT,
        READ_ONLY
    }

    /** Something to choose: its value and its label. */
    public record Option(String value, String label) {}

    /** Masks what was entered, which may be an authentication string. */
    @Override
    public String toString() {
        return "PhoneField[" + name + "]";
    }
}
