package org.keyline.callcontrol.meet;

import org.keyline.callcontrol.party.Terminal;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.security.SecurityClass;

/**
 * A number at which people meet.
 *
 * @param number the number itself, of a range of them
 * @param partition the partition it is in
 * @param minimum how secure a device must be that takes part
 */
public record MeetMe(String number, String partition, SecurityClass minimum) {
    /** How others name it. */
    public NumberKey key() {
        return new NumberKey(number, partition);
    }

    /** Whether a device is secure enough to take part. */
    public boolean admits(Terminal terminal) {
        return terminal.security().weaker(minimum) == minimum;
    }
}
