package org.keyline.model.user;

/**
 * Something phones fetch from a web server and show.
 *
 * @param name its name, shown to English readers
 * @param japaneseName the name for Japanese readers; may be empty
 * @param url where it is; {@link #DEVICE} in it stands for the phone's name
 * @param enabled whether phones offer it
 */
public record PhoneService(String name, String japaneseName, String url, boolean enabled) {
    /** The place of the phone's name in a URL. */
    public static final String DEVICE = "#DEVICENAME#";

    /** The name in a language, for example {@code ja}. */
    public String name(String language) {
        return language.startsWith("ja") && !japaneseName.isEmpty() ? japaneseName : name;
    }

    /** Where a phone fetches it. */
    public String url(String device) {
        return url.replace(DEVICE, device);
    }
}
