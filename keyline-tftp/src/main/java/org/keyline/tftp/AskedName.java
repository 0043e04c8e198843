package org.keyline.tftp;

import java.util.Optional;

/** Makes the names phones ask for uniform, the same over TFTP and HTTP. */
public final class AskedName {
    /** The longest name that is looked at. */
    public static final int MAX_LENGTH = 255;

    private AskedName() {}

    /**
     * The name without one leading {@code /} or {@code ./}; empty for names that could leave the root or cannot be
     * names: {@code ..}, empty segments, backslashes, drive letters, control characters.
     */
    public static Optional<String> clean(String asked) {
        var name = asked.startsWith("./") ? asked.substring(2) : asked.startsWith("/") ? asked.substring(1) : asked;
        if (name.isEmpty() || name.length() > MAX_LENGTH || name.chars().anyMatch(AskedName::isForbidden)) {
            return Optional.empty();
        }
        for (var segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.empty();
            }
        }
        return Optional.of(name);
    }

    private static boolean isForbidden(int character) {
        return character < ' ' || character == 0x7f || character == '\\' || character == ':' || character == 0xfffd;
    }
}
