package org.keyline.callcontrol.call;

import java.time.Duration;

/**
 * When who holds a call is reminded of it.
 *
 * @param after how long it was held (service parameter Hold Reversion Duration); zero: never
 * @param every how long until the next time (Hold Reversion Notification Interval); zero: once only
 */
public record HoldReversion(Duration after, Duration every) {
    /** Nobody is reminded. */
    public static final HoldReversion NONE = new HoldReversion(Duration.ZERO, Duration.ZERO);
}
