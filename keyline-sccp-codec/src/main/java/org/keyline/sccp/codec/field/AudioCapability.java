package org.keyline.sccp.codec.field;

import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * One codec a phone can do; 16 bytes.
 *
 * @param codec the codec
 * @param maxFramesPerPacket limit of a packet, milliseconds for most codecs
 * @param parameters eight codec specific bytes, little-endian: for G.723.1 the bit rate, else mode, dynamic payload and
 *     two parameters of one byte each
 */
public record AudioCapability(Codec codec, int maxFramesPerPacket, long parameters) {
    /** Bytes on the wire. */
    public static final int SIZE = 16;

    /** A codec without parameters. */
    public static AudioCapability of(Codec codec, int maxFramesPerPacket) {
        return new AudioCapability(codec, maxFramesPerPacket, 0);
    }

    /** Reads 16 bytes. */
    public static AudioCapability read(SccpReader in) {
        return new AudioCapability(Codec.of(in.u32()), in.u32(), in.u64());
    }

    /** Writes 16 bytes. */
    public void write(SccpWriter out) {
        out.u32(codec.number()).u32(maxFramesPerPacket).u64(parameters);
    }
}
