package org.keyline.lab.phone;

import java.time.Instant;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.message.Decoded;

/**
 * One message as the phone sent or received it.
 *
 * @param at when
 * @param fromPhone whether the phone sent it
 * @param message the message
 */
public record Exchange(Instant at, boolean fromPhone, Decoded message) {
    /** One line of a ladder: direction, name, fields; keys never appear in it. */
    @Override
    public String toString() {
        return (fromPhone ? "-> " : "<- ") + SccpText.describe(message).line();
    }
}
