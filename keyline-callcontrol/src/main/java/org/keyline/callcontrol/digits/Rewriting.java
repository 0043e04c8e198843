package org.keyline.callcontrol.digits;

import java.util.Optional;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.NumberShape;

/** Changes of numbers, each in its fixed order. */
final class Rewriting {
    private Rewriting() {}

    /** The dialled number after discarding, mask and prefix. */
    static String called(CalledTransformation change, NumberShape shape, String digits) {
        return change.prefix()
                + masked(Discards.of(change.discard(), shape, digits).kept(), change.mask());
    }

    /** The caller's number after the external mask, mask and prefix. */
    static String calling(CallingTransformation change, String number, Optional<String> externalMask) {
        var own = change.externalMask() ? masked(number, externalMask.orElse("")) : number;
        return change.prefix() + masked(own, change.mask());
    }

    /**
     * Lays a mask over a number, right ends together: {@code X} keeps the digit (or nothing, where the number is
     * shorter), any other sign replaces it, what stands left of the mask falls away. No mask keeps the number.
     */
    static String masked(String number, String mask) {
        if (mask.isEmpty()) {
            return number;
        }
        var shift = number.length() - mask.length();
        var result = new StringBuilder(mask.length());
        for (var at = 0; at < mask.length(); at++) {
            if (mask.charAt(at) != 'X') {
                result.append(mask.charAt(at));
            } else if (at + shift >= 0) {
                result.append(number.charAt(at + shift));
            }
        }
        return result.toString();
    }
}
