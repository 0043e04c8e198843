package org.keyline.model.dial;

import java.util.Optional;

/**
 * Slots that users choose: a call is transferred to the slot's number, and taken back by a prefix and that number.
 *
 * @param pattern a number, or a range of them such as {@code 80X}
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param retrievalPrefix dialled before the slot's number to have the call
 * @param reversion where a call goes that nobody takes in time; without it, to who parked it
 */
public record DirectedCallPark(
        String pattern, String partition, String description, String retrievalPrefix, Optional<Forward> reversion) {}
