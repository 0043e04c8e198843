package org.keyline.sccp.codec;

import io.netty.buffer.ByteBuf;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * Appends messages to a buffer, as many as the caller likes before it flushes. Nothing is allocated but what the buffer
 * itself needs to grow.
 *
 * <p>One encoder serves one direction of one connection and belongs to its thread.
 */
public final class SccpEncoder {
    private static final int PREFIX = SccpDecoder.PREFIX;

    private final SccpWriter writer = new SccpWriter();
    private Dialect dialect = Dialect.INITIAL;

    /** Encodes what follows in this version and character set. */
    public void dialect(Dialect spoken) {
        dialect = spoken;
    }

    /** The version and character set it encodes in. */
    public Dialect dialect() {
        return dialect;
    }

    /** Appends one message with its header, filled up with zeros to a multiple of four. */
    public void encode(SccpMessage message, ByteBuf out) {
        encode(message, dialect, out, writer);
    }

    /** Appends one message in this dialect; for callers without a connection, such as tests and traces. */
    public static void encode(SccpMessage message, Dialect dialect, ByteBuf out) {
        encode(message, dialect, out, new SccpWriter());
    }

    private static void encode(SccpMessage message, Dialect dialect, ByteBuf out, SccpWriter writer) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        out.writeIntLE(hasPlainHeader(message) ? 0 : dialect.version().headerWord());
        out.writeIntLE(SccpMessages.id(message));
        message.write(writer.reset(out, dialect));
        int length = out.writerIndex() - start - PREFIX;
        int padding = -length & 3;
        out.writeZero(padding);
        out.setIntLE(start, length + padding);
    }

    /** Messages whose header version is zero in every version, as real phones and servers send them. */
    private static boolean hasPlainHeader(SccpMessage message) {
        return message instanceof ServerRegistration.KeepAliveAck
                || message instanceof ServerRegistration.RegisterAck
                || message instanceof ServerRegistration.UnregisterAck
                || message instanceof StationRegistration.Alarm
                || message instanceof StationData.LocationInfo
                || message instanceof StationCapabilities.ExtensionDeviceCaps;
    }
}
