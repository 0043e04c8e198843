package org.keyline.model.dial;

import java.util.List;

/**
 * Slots in which calls are parked: whoever dials a slot's number has the call.
 *
 * @param pattern a number, or a range of them such as {@code 71XX}
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 */
public record CallPark(String pattern, String partition, String description) {
    /** The most slots of one range. */
    public static final int MOST_SLOTS = 1_000;

    /** Every slot, in order. */
    public List<String> slots() {
        return DigitPattern.parse(pattern).numbers(MOST_SLOTS);
    }
}
