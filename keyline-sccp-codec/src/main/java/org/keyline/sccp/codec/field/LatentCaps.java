package org.keyline.sccp.codec.field;

import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * The modem and fax capabilities at the end of OpenReceiveChannel and StartMediaTransmission from version 21 on; 36
 * bytes, all zero for voice.
 *
 * @param active whether they count, u32
 * @param modemRelay modem relay, two words
 * @param sprt simple packet relay transport, four u16
 * @param sse state signalling events, two words
 * @param payloads eight RTP payload numbers
 */
public record LatentCaps(int active, long modemRelay, long sprt, long sse, long payloads) {
    /** None, as for every voice call. */
    public static final LatentCaps NONE = new LatentCaps(0, 0, 0, 0, 0);

    /** Reads 36 bytes, or nothing where the body has ended. */
    public static LatentCaps read(SccpReader in) {
        return in.remaining() < 36 ? NONE : new LatentCaps(in.u32(), in.u64(), in.u64(), in.u64(), in.u64());
    }

    /** Writes 36 bytes. */
    public void write(SccpWriter out) {
        out.u32(active).u64(modemRelay).u64(sprt).u64(sse).u64(payloads);
    }
}
