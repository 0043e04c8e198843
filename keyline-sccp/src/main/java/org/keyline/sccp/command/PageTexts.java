package org.keyline.sccp.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The words of pushed pages, and of texts made of several words, in one language: English, or Japanese where the
 * phone's locale is.
 */
final class PageTexts {
    private static final PageTexts CONFERENCE_ENGLISH = new PageTexts("conference_en");
    private static final PageTexts CONFERENCE_JAPANESE = new PageTexts("conference_ja");
    private static final PageTexts CALL_BACK_ENGLISH = new PageTexts("callback_en");
    private static final PageTexts CALL_BACK_JAPANESE = new PageTexts("callback_ja");
    private static final PageTexts PICKUP_ENGLISH = new PageTexts("pickup_en");
    private static final PageTexts PICKUP_JAPANESE = new PageTexts("pickup_ja");

    private final String name;
    private final Properties catalogue = new Properties();

    private PageTexts(String name) {
        this.name = name;
        try (var in = PageTexts.class.getResourceAsStream(name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("The words of pages are missing: " + name);
            }
            catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words of conference lists for a user locale, for example {@code ja}. */
    static PageTexts ofConferences(String userLocale) {
        return isJapanese(userLocale) ? CONFERENCE_JAPANESE : CONFERENCE_ENGLISH;
    }

    /** The words of call back for a user locale. */
    static PageTexts ofCallBack(String userLocale) {
        return isJapanese(userLocale) ? CALL_BACK_JAPANESE : CALL_BACK_ENGLISH;
    }

    /** What phones say of calls that may be picked up, for a user locale. */
    static PageTexts ofPickup(String userLocale) {
        return isJapanese(userLocale) ? PICKUP_JAPANESE : PICKUP_ENGLISH;
    }

    private static boolean isJapanese(String userLocale) {
        return userLocale.startsWith("ja");
    }

    /** A text with its places filled. */
    String get(String key, Object... arguments) {
        var text = catalogue.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("The words " + name + " have no text " + key);
        }
        return arguments.length == 0 ? text : text.formatted(arguments);
    }
}
