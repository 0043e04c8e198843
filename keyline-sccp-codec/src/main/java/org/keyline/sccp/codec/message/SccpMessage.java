package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.wire.SccpWriter;

/** One SCCP message. Every record below is one message; {@link SccpMessages} knows its number. */
public sealed interface SccpMessage extends Decoded permits StationMessage, ServerMessage {
    /** Writes the body in the negotiated version, without header and padding. */
    void write(SccpWriter out);
}
