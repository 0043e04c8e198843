package org.keyline.web.language;

import java.util.Locale;

/** The languages of the pages. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    JAPANESE(Locale.JAPANESE, "日本語");

    private final Locale locale;
    private final String label;

    Language(Locale locale, String label) {
        this.locale = locale;
        this.label = label;
    }

    public Locale locale() {
        return locale;
    }

    /** The language's code as HTML and cookies use it: {@code en} or {@code ja}. */
    public String code() {
        return locale.getLanguage();
    }

    /** Its name in itself. */
    public String label() {
        return label;
    }

    /** The language of a code or an {@code Accept-Language} header; English when it is none of ours. */
    public static Language of(String header) {
        for (var range : header.split(",", 20)) {
            var code = range.strip().toLowerCase(Locale.ROOT);
            for (var language : values()) {
                if (code.startsWith(language.code())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }
}
