package org.keyline.sccp.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words of a conference's list in one language: English, or Japanese where the phone's locale is. */
final class ConferenceTexts {
    private static final ConferenceTexts ENGLISH = new ConferenceTexts("en");
    private static final ConferenceTexts JAPANESE = new ConferenceTexts("ja");

    private final Properties catalogue = new Properties();

    private ConferenceTexts(String language) {
        var name = "conference_" + language + ".properties";
        try (var in = ConferenceTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The words of conference lists are missing: " + name);
            }
            catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words for a user locale, for example {@code ja}. */
    static ConferenceTexts in(String userLocale) {
        return userLocale.startsWith("ja") ? JAPANESE : ENGLISH;
    }

    /** A text with its places filled. */
    String get(String key, Object... arguments) {
        var text = catalogue.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("Conference lists have no text " + key);
        }
        return arguments.length == 0 ? text : text.formatted(arguments);
    }
}
