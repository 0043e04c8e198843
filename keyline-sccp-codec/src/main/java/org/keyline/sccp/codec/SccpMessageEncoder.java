package org.keyline.sccp.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.wire.Dialect;

/** The encoder in a Netty pipeline: an {@link SccpMessage} or a {@link Burst} in, one buffer out. */
public final class SccpMessageEncoder extends MessageToByteEncoder<Object> {
    private final SccpEncoder encoder = new SccpEncoder();

    /** Encodes any SCCP message. */
    public SccpMessageEncoder() {
        super(Object.class);
    }

    /** Encodes what follows in this version and character set; on the channel's event loop. */
    public void dialect(Dialect spoken) {
        encoder.dialect(spoken);
    }

    @Override
    public boolean acceptOutboundMessage(Object message) {
        return message instanceof SccpMessage || message instanceof Burst;
    }

    @Override
    protected void encode(ChannelHandlerContext context, Object message, ByteBuf out) {
        switch (message) {
            case SccpMessage one -> encoder.encode(one, out);
            case Burst burst -> burst.messages().forEach(one -> encoder.encode(one, out));
            default -> throw new IllegalArgumentException("Not an SCCP message: " + message.getClass());
        }
    }
}
