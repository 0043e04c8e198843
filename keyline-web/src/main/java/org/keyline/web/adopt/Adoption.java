package org.keyline.web.adopt;

import java.util.List;
import java.util.Locale;

/** Makes a waiting phone one of ours. */
public interface Adoption {
    /**
     * Adds the phone with one line.
     *
     * @param device its device name
     * @param deviceType its type as it registered, or 0
     * @param number the directory number it gets
     * @param who the administrator
     * @param locale the language of problem texts
     * @return what is wrong, in the reader's language; empty when the phone was added
     */
    List<String> adopt(String device, int deviceType, String number, String who, Locale locale);
}
