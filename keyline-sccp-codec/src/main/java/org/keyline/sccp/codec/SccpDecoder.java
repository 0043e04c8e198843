package org.keyline.sccp.codec;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.MalformedMessage;
import org.keyline.sccp.codec.wire.SccpReader;

/**
 * Takes one frame after the other out of a byte stream.
 *
 * <pre>
 * 0 length u32, bytes after byte 8 | 4 header version u32 | 8 message id u32 | 12 body
 * </pre>
 *
 * <p>The header version is not looked at: the negotiated version and the body's length decide the layout. One decoder
 * serves one direction of one connection and belongs to its thread.
 */
public final class SccpDecoder {
    /** Bytes of length word and header version, which the length word does not count. */
    public static final int PREFIX = 8;

    /** The largest length word; the largest messages known are below 2.5 KiB. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final int ID = 4;

    private final SccpReader reader = new SccpReader();
    private final Sender from;
    private Dialect dialect = Dialect.INITIAL;

    /** Decodes what {@code from} sends. */
    public SccpDecoder(Sender from) {
        this.from = from;
    }

    /** Decodes what follows in this version and character set. */
    public void dialect(Dialect spoken) {
        dialect = spoken;
    }

    /** The version and character set it decodes in. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Takes the next frame, if all of it is there; else the buffer stays as it is.
     *
     * @throws FramingException if the length word cannot be one; the buffer stays as it is
     */
    public Optional<Decoded> decode(ByteBuf in) {
        return Optional.ofNullable(next(in));
    }

    /** As {@link #decode}, with null for a frame that is not whole yet. */
    @Nullable
    Decoded next(ByteBuf in) {
        if (in.readableBytes() < PREFIX) {
            return null;
        }
        int length = in.getIntLE(in.readerIndex());
        if (length < ID || length > MAX_LENGTH) {
            throw new FramingException("A frame of length " + Integer.toUnsignedString(length) + " cannot be SCCP");
        }
        return in.readableBytes() < PREFIX + length ? null : frame(in, length);
    }

    private Decoded frame(ByteBuf in, int length) {
        int id = in.skipBytes(PREFIX).readIntLE();
        int body = in.readerIndex();
        int bodyLength = length - ID;
        try {
            return SccpMessages.read(id, from, reader.reset(in, bodyLength, dialect));
        } catch (MalformedMessage malformed) {
            in.readerIndex(body);
            return new Malformed(
                    id,
                    malformed.reason(),
                    reader.reset(in, bodyLength, dialect).rest());
        } finally {
            in.readerIndex(body + bodyLength);
        }
    }
}
