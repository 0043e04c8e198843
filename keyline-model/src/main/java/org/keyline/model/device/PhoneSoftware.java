package org.keyline.model.device;

/**
 * What a phone runs, and how its configuration file sets it up.
 *
 * @param load the firmware load it shall run; empty keeps what it has
 * @param userLocale language of its user interface, for example {@code en} or {@code ja}
 * @param hardening functions that are switched off
 */
public record PhoneSoftware(String load, String userLocale, PhoneHardening hardening) {
    /** What it has, in English, with everything on. */
    public static final PhoneSoftware USUAL = new PhoneSoftware("", "en", PhoneHardening.NONE);

    /** The same software in another language. */
    public PhoneSoftware in(String locale) {
        return new PhoneSoftware(load, locale, hardening);
    }
}
