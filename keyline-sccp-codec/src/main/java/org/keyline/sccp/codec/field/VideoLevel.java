package org.keyline.sccp.codec.field;

import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * One picture size a phone can send or receive.
 *
 * @param transmitPreference order of preference
 * @param format picture format: 1 SQCIF, 2 QCIF, 3 CIF, 4 4CIF, 5 16CIF, 6 custom
 * @param maxBitRate upper limit, units of 100 bit/s
 * @param minBitRate lower limit, units of 100 bit/s
 * @param mpi minimum picture interval
 * @param serviceNumber the conference service it belongs to
 */
public record VideoLevel(
        int transmitPreference, int format, int maxBitRate, int minBitRate, int mpi, int serviceNumber) {
    static final int SIZE = 24;

    static VideoLevel read(SccpReader in) {
        return new VideoLevel(in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32());
    }

    void write(SccpWriter out) {
        out.u32(transmitPreference).u32(format).u32(maxBitRate);
        out.u32(minBitRate).u32(mpi).u32(serviceNumber);
    }
}
