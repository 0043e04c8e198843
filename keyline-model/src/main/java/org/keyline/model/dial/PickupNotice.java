package org.keyline.model.dial;

import java.time.Duration;

/**
 * How the members of a pickup group learn that a call rings in it, beside those whose phones ring.
 *
 * @param policy whether they see it, hear it, or neither
 * @param after how long it rings first, 1 to 300 seconds
 * @param showsCalling whether who sees it sees who calls
 * @param showsCalled whether who sees it sees where it rings
 */
public record PickupNotice(Policy policy, Duration after, boolean showsCalling, boolean showsCalled) {
    /** Nobody is told. */
    public static final PickupNotice NONE = new PickupNotice(Policy.NONE, Duration.ofSeconds(6), true, true);

    /** Whether and how they are told. */
    public enum Policy {
        NONE,
        AUDIO,
        VISUAL,
        BOTH
    }

    /** Whether they are told at all. */
    public boolean isGiven() {
        return policy != Policy.NONE;
    }

    /** Whether their phones show it. */
    public boolean isSeen() {
        return policy == Policy.VISUAL || policy == Policy.BOTH;
    }

    /** Whether their phones sound once. */
    public boolean isHeard() {
        return policy == Policy.AUDIO || policy == Policy.BOTH;
    }
}
