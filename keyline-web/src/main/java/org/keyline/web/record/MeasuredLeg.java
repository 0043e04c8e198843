package org.keyline.web.record;

import java.time.Duration;
import java.time.Instant;

/**
 * What a phone counted of a leg that is over, as its call management record has it.
 *
 * @param call the number that all records of the call share
 * @param number the directory number of the leg
 * @param device the phone
 * @param at when it told
 * @param seconds how long the leg was connected
 * @param sent what it sent
 * @param received what it received
 * @param lost packets that did not arrive
 * @param jitterMillis mean jitter
 * @param latencyMillis delay to the other end
 * @param metrics measures of voice quality as the phone wrote them; may be empty
 */
public record MeasuredLeg(
        int call,
        String number,
        String device,
        Instant at,
        long seconds,
        Traffic sent,
        Traffic received,
        long lost,
        long jitterMillis,
        long latencyMillis,
        String metrics) {
    /** Packets and the bytes in them. */
    public record Traffic(long packets, long octets) {}

    /** How long it was connected. */
    public Duration talked() {
        return Duration.ofSeconds(seconds);
    }

    /** How many packets were lost of those that should have arrived, in tenths of a percent. */
    public long lossPerMille() {
        var expected = received.packets() + lost;
        return expected == 0 ? 0 : lost * 1_000 / expected;
    }
}
