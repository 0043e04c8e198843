package org.keyline.tftp.configuration;

/**
 * The language of a phone's own texts.
 *
 * @param name the directory its locale files stand in
 * @param langCode the language and country
 */
record PhoneLocale(String name, String langCode) {
    private static final PhoneLocale ENGLISH = new PhoneLocale("English_United_States", "en_US");
    private static final PhoneLocale JAPANESE = new PhoneLocale("Japanese_Japan", "ja_JP");

    /** The locale of a language tag such as {@code ja}; English for languages there is no catalogue for. */
    static PhoneLocale of(String language) {
        return language.startsWith("ja") ? JAPANESE : ENGLISH;
    }
}
