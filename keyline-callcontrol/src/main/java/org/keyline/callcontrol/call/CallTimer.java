package org.keyline.callcontrol.call;

import java.time.Duration;

/** What a call waits for; it waits for one thing at a time. */
public enum CallTimer {
    /** The first digit after dial tone. */
    FIRST_DIGIT,
    /** The next digit of a number that may be complete (T302). */
    INTER_DIGIT,
    /** The called device's answer to an offer. */
    OFFER,
    /** The called user's answer (T301). */
    NO_ANSWER,
    /** The called user's answer, where the called line sends unanswered calls on. */
    FORWARD,
    /** Somebody to take a parked call. */
    PARK,
    /** Who holds the call to take it back. */
    HOLD_REVERSION,
    /** Another call to hand over its leg, or to take ours. */
    JOIN,
    /** Both phones to listen. */
    MEDIA,
    /** The user to hang up while a tone plays. */
    TONE;

    /** How long it waits. */
    public Duration duration(CallSettings settings) {
        return switch (this) {
            case FIRST_DIGIT -> settings.firstDigit();
            case INTER_DIGIT -> settings.interDigit();
            case OFFER -> settings.offer();
            case NO_ANSWER -> settings.noAnswer();
            case FORWARD -> settings.forwardNoAnswer();
            case PARK -> settings.parkReversion();
            case HOLD_REVERSION -> settings.holdReversion().after();
            case JOIN -> settings.offer();
            case MEDIA -> settings.media();
            case TONE -> settings.tone();
        };
    }
}
