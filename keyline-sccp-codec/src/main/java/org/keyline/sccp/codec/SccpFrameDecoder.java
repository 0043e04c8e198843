package org.keyline.sccp.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.wire.Dialect;

/**
 * The decoder in a Netty pipeline: bytes in, {@link org.keyline.sccp.codec.message.Decoded} out. After a
 * {@link FramingException} it drops everything; whoever owns the channel closes it.
 */
public final class SccpFrameDecoder extends ByteToMessageDecoder {
    private final SccpDecoder decoder;
    private boolean lost;

    /** Decodes what {@code from} sends. */
    public SccpFrameDecoder(Sender from) {
        decoder = new SccpDecoder(from);
    }

    /** Decodes what follows in this version and character set; on the channel's event loop. */
    public void dialect(Dialect spoken) {
        decoder.dialect(spoken);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (lost) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            var decoded = decoder.next(in);
            if (decoded != null) {
                out.add(decoded);
            }
        } catch (FramingException framing) {
            lost = true;
            in.skipBytes(in.readableBytes());
            throw framing;
        }
    }
}
