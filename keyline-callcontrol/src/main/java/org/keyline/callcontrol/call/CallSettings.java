package org.keyline.callcontrol.call;

import java.time.Duration;

/**
 * How long a call waits.
 *
 * @param firstDigit for the first digit, then reorder
 * @param interDigit T302: for a further digit when the number may be complete
 * @param offer for the called device to ring or refuse
 * @param noAnswer T301: for the called user to answer
 * @param forwardNoAnswer for the called user to answer before the line sends the call on
 * @param pickupNoAnswer how long a call rings at who picked it up, before it goes back
 * @param parkReversion how long a call stays parked
 * @param parkDisplay how long the number of its slot is shown
 * @param media for both phones to listen; phones need up to 5 s
 * @param tone how long a busy or reorder tone plays before the call is cleared
 * @param holdReversion when who holds a call is reminded
 */
public record CallSettings(
        Duration firstDigit,
        Duration interDigit,
        Duration offer,
        Duration noAnswer,
        Duration forwardNoAnswer,
        Duration pickupNoAnswer,
        Duration parkReversion,
        Duration parkDisplay,
        Duration media,
        Duration tone,
        HoldReversion holdReversion) {
    /** The usual times. */
    public static final CallSettings DEFAULT = new CallSettings(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(180),
            Duration.ofSeconds(12),
            Duration.ofSeconds(12),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(6),
            Duration.ofSeconds(30),
            HoldReversion.NONE);

    /** The same, reminding of held calls so. */
    public CallSettings with(HoldReversion other) {
        return new CallSettings(
                firstDigit,
                interDigit,
                offer,
                noAnswer,
                forwardNoAnswer,
                pickupNoAnswer,
                parkReversion,
                parkDisplay,
                media,
                tone,
                other);
    }
}
