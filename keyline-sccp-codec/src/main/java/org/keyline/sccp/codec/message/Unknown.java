package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * A message nobody has described yet, kept whole to be logged, counted and passed on.
 *
 * @param id the message id in the header
 * @param body the body as it came
 */
public record Unknown(int id, Bytes body) implements StationMessage, ServerMessage {
    @Override
    public void write(SccpWriter out) {
        out.bytes(body);
    }
}
