package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.List;
import org.keyline.callcontrol.digits.Explanation.Dropped;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.NumberShape;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.TaggedDigits;

/**
 * Throws digits away as a pattern or a member of a route list says.
 *
 * @param kept what is left
 * @param dropped what went, in order
 */
record Discards(String kept, List<Dropped> dropped) {
    private static final String HASH = "#";

    Discards {
        dropped = List.copyOf(dropped);
    }

    /** Of digits that match a shape. */
    static Discards of(DigitDiscard discard, NumberShape shape, String digits) {
        if (discard == DigitDiscard.NONE || discard == DigitDiscard.NO_DIGITS) {
            return new Discards(digits, List.of());
        }
        var dropped = new ArrayList<Dropped>();
        var before = switch (discard.before()) {
            case NOTHING -> 0;
            case DOT -> shape.beforeDot(digits);
            case AT -> shape.beforeAt(digits);
        };
        if (before > 0) {
            dropped.add(new Dropped(
                    discard.before() == DigitDiscard.Before.AT ? "PreAt" : "PreDot", digits.substring(0, before)));
        }
        var kept = digits.substring(before);
        if (discard.cut() != DigitDiscard.Cut.NONE) {
            kept = cut(discard.cut(), shape.parts(digits), kept, dropped);
        }
        if (discard.trailingHash() && kept.endsWith(HASH)) {
            kept = kept.substring(0, kept.length() - 1);
            dropped.add(new Dropped("Trailing-#", HASH));
        }
        return new Discards(kept, dropped);
    }

    /** Parts go where more of the number is left than the end of dialling. */
    private static String cut(
            DigitDiscard.Cut cut, List<TaggedDigits> parts, String before, ArrayList<Dropped> dropped) {
        var left = new StringBuilder(before.substring(0, before.length() - length(parts)));
        if (parts.stream().allMatch(part -> cut.drops(part.tag()) || part.tag() == NumberTag.END_OF_DIALING)) {
            return before;
        }
        for (var part : parts) {
            if (cut.drops(part.tag())) {
                dropped.add(new Dropped(part.tag().text(), part.digits()));
            } else {
                left.append(part.digits());
            }
        }
        return left.toString();
    }

    private static int length(List<TaggedDigits> parts) {
        return parts.stream().mapToInt(part -> part.digits().length()).sum();
    }
}
