package org.keyline.phoneservices.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody in the directory.
 *
 * @param firstName empty for a line that belongs to no user
 * @param lastName the family name, or the name of the line
 * @param name as it is shown
 */
record Person(String firstName, String lastName, String name, String number) {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The person of a line that belongs to nobody: any word of its name may be looked for. */
    static Person ofLine(String name, String number) {
        return new Person("", name, name, number);
    }

    /**
     * Whether names and number begin so; capitals, accents and the width of characters do not count.
     *
     * @param first the beginning of the first name, folded
     * @param last the beginning of the last name, folded
     * @param digits the beginning of the number
     */
    boolean matches(String first, String last, String digits) {
        return number.startsWith(digits) && begins(lastName, last) && begins(isLine() ? lastName : firstName, first);
    }

    private boolean isLine() {
        return firstName.isEmpty();
    }

    /** A name of several words is found by the beginning of each of them. */
    private static boolean begins(String name, String part) {
        var folded = folded(name);
        return folded.startsWith(part) || Arrays.stream(BLANKS.split(folded)).anyMatch(word -> word.startsWith(part));
    }

    /** A name without what does not count when it is looked for. */
    static String folded(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
