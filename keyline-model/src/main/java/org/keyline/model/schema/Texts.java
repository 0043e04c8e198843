package org.keyline.model.schema;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels, help and messages of the configuration in one language: English, or Japanese for Japanese locales. */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Texts ENGLISH = new Texts("en");
    private static final Texts JAPANESE = new Texts("ja");

    private final Properties catalogue = new Properties();

    private Texts(String language) {
        var name = "messages_" + language + ".properties";
        try (var in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The message catalogue is missing: " + name);
            }
            catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The catalogue for a locale. */
    public static Texts in(Locale locale) {
        return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }

    /** Every key of the catalogue. */
    public Set<String> keys() {
        return catalogue.stringPropertyNames();
    }

    /** The kind's label. */
    public String kind(String kind) {
        return text(kind + ".label");
    }

    /** The label of the list of a kind's objects. */
    public String plural(String kind) {
        return text(kind + ".plural");
    }

    /** A field's label; a row's field is written {@code lines.maxCalls}. */
    public String label(String kind, String field) {
        return text(kind + "." + field + ".label");
    }

    /** A field's help. */
    public String help(String kind, String field) {
        return text(kind + "." + field + ".help");
    }

    /** The label of an enumeration's value. */
    public String value(FieldType.OneOf type, String value) {
        return text("value." + type.name() + "." + value);
    }

    /**
     * A message with its places filled. An argument after the first that is {@code @} and a catalogue key stands for
     * that key's text.
     */
    public String message(String key, List<String> arguments) {
        var places = PLACE.matcher(text(key));
        return places.replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(index < arguments.size() ? argument(index, arguments.get(index)) : "");
        });
    }

    private String argument(int index, String argument) {
        return index > 0 && argument.startsWith("@") ? text(argument.substring(1)) : argument;
    }

    /** The text of a key; the key itself where the catalogue has none, so that a page never fails for a text. */
    public String text(String key) {
        return catalogue.getProperty(key, key);
    }
}
