package org.keyline.model.numbering;

import java.util.BitSet;
import java.util.List;
import org.keyline.model.dial.DialKeys;

/**
 * A digit of a part.
 *
 * @param keys the keys it may be, one bit each in the order of {@link DialKeys#ALL}
 * @param optional whether it may be left out
 */
public record Digit(int keys, boolean optional) {
    boolean fits(char key) {
        var index = DialKeys.of(key);
        return index >= 0 && (keys & (1 << index)) != 0;
    }

    /** Whether digits are one after the other what was dialled. */
    static boolean match(List<Digit> expected, String dialled) {
        var reached = new BitSet();
        reached.set(0);
        for (var digit : expected) {
            var after = digit.optional() ? (BitSet) reached.clone() : new BitSet();
            for (var at = 0; at < dialled.length(); at++) {
                if (reached.get(at) && digit.fits(dialled.charAt(at))) {
                    after.set(at + 1);
                }
            }
            reached = after;
        }
        return reached.get(dialled.length());
    }
}
