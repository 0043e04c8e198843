package org.keyline.sccp.codec.field;

import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * One data protocol a phone can do.
 *
 * @param codec the protocol
 * @param direction 1 receive, 2 transmit, 3 both
 * @param protocolData the protocol's own word
 * @param maxBitRate upper limit, units of 100 bit/s
 * @param encryption whether it can be encrypted, third form only
 */
public record DataCapability(Codec codec, int direction, int protocolData, int maxBitRate, int encryption) {
    static DataCapability read(SccpReader in, CapabilitiesForm form) {
        return new DataCapability(
                Codec.of(in.u32()), in.u32(), in.u32(), in.u32(), form == CapabilitiesForm.V3 ? in.u32() : 0);
    }

    void write(SccpWriter out, CapabilitiesForm form) {
        out.u32(codec.number()).u32(direction).u32(protocolData).u32(maxBitRate);
        if (form == CapabilitiesForm.V3) {
            out.u32(encryption);
        }
    }

    static int size(CapabilitiesForm form) {
        return form == CapabilitiesForm.V3 ? 20 : 16;
    }
}
