package org.keyline.phoneservices.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words of the pages in one language: English, or Japanese where the phone's locale is. */
public final class PageTexts {
    private static final PageTexts ENGLISH = new PageTexts("en");
    private static final PageTexts JAPANESE = new PageTexts("ja");

    private final Properties catalogue = new Properties();

    private PageTexts(String language) {
        var name = "pages_" + language + ".properties";
        try (var in = PageTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The words of phone pages are missing: " + name);
            }
            catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words for a user locale, for example {@code ja}. */
    public static PageTexts in(String userLocale) {
        return userLocale.startsWith("ja") ? JAPANESE : ENGLISH;
    }

    /** A text with its places filled. */
    public String get(String key, Object... arguments) {
        var text = catalogue.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("Phone pages have no text " + key);
        }
        return arguments.length == 0 ? text : text.formatted(arguments);
    }
}
