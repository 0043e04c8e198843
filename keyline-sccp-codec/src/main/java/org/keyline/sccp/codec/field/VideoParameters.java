package org.keyline.sccp.codec.field;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * The 76 bytes of channel parameters in OpenMultiMediaReceiveChannel and StartMultiMediaTransmission, read as video.
 *
 * @param bitRate units of 100 bit/s
 * @param formats at most five picture formats with their minimum picture interval
 * @param conferenceService the conference service
 * @param codecParameters the codec's own words, 24 bytes
 */
public record VideoParameters(int bitRate, List<Format> formats, int conferenceService, Bytes codecParameters) {
    /** Bytes on the wire. */
    public static final int SIZE = 76;

    private static final int FORMATS = 5;

    /**
     * A picture format.
     *
     * @param format 1 SQCIF, 2 QCIF, 3 CIF, 4 4CIF, 5 16CIF, 6 custom
     * @param mpi minimum picture interval
     */
    public record Format(int format, int mpi) {
        static Format read(SccpReader in) {
            return new Format(in.u32(), in.u32());
        }

        void write(SccpWriter out) {
            out.u32(format).u32(mpi);
        }
    }

    /** Keeps its own list. */
    public VideoParameters {
        formats = List.copyOf(formats);
    }

    /** The parameters in these bytes. */
    public static VideoParameters of(Bytes parameters) {
        ByteBuf buffer = Unpooled.wrappedBuffer(parameters.toArray());
        var in = new SccpReader().reset(buffer, buffer.readableBytes(), Dialect.INITIAL);
        int bitRate = in.u32();
        var formats = new ArrayList<>(Slots.read(in, in.u32(), FORMATS, 8, Format::read));
        return new VideoParameters(bitRate, formats, in.u32(), in.bytes(24));
    }

    /** The 76 bytes. */
    public Bytes encode() {
        ByteBuf buffer = Unpooled.buffer(SIZE, SIZE);
        var out = new SccpWriter().reset(buffer, Dialect.INITIAL);
        out.u32(bitRate).u32(Math.min(formats.size(), FORMATS));
        Slots.write(out, formats, FORMATS, 8, Format::write);
        out.u32(conferenceService).bytes(24, codecParameters);
        return Bytes.of(buffer.array());
    }
}
