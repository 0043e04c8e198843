package org.keyline.callcontrol.park;

import java.util.Optional;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.NumberKey;

/**
 * A number at which one call may be parked.
 *
 * @param number the number
 * @param partition the partition's name; empty is {@code <None>}
 * @param reversion where a call goes that nobody takes in time; without it, to who parked it
 */
public record ParkSlot(String number, String partition, Optional<Forward> reversion) {
    /** How others name it. */
    public NumberKey key() {
        return new NumberKey(number, partition);
    }
}
