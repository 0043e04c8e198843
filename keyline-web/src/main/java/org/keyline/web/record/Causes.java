package org.keyline.web.record;

import java.util.List;
import org.keyline.web.language.Texts;

/** Causes by number and name. */
public final class Causes {
    /** Those that have a name in the catalogue. */
    public static final List<Integer> NAMED = List.of(
            0, 1, 16, 17, 18, 19, 21, 22, 25, 27, 28, 31, 34, 38, 41, 42, 47, 58, 63, 65, 79, 88, 102, 111, 122, 123,
            125, 129, 262_144, 393_216, 458_752);

    private Causes() {}

    /** The number with its name, if it has one. */
    public static String text(int cause, Texts texts) {
        return NAMED.contains(cause) ? cause + " " + texts.get("cause." + cause) : Integer.toString(cause);
    }
}
