package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.wire.MalformedMessage;

/** Who sends a message. */
public enum Sender {
    /** A phone, gateway or bridge. */
    STATION,
    /** The call manager. */
    SERVER,
    /** Both; as the sender of a frame: whoever it was. */
    EITHER;

    void require(Sender from, String message) {
        if (this != from && this != EITHER && from != EITHER) {
            throw new MalformedMessage(
                    message + " is never sent by the " + from.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
