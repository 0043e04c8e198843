package org.keyline.sccp.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;
import org.keyline.sccp.codec.wire.Dialect;

/**
 * What waits to be sent: messages are encoded into one buffer as they come and leave together at {@link #flush}.
 * Belongs to the connection's event loop.
 */
final class Outbox {
    private static final int TYPICAL_BURST = 512;

    /** More than any burst of ours; a peer that asks and asks without reading is noticed after it. */
    private static final int LARGEST_BURST = 32 * 1024;

    private final ChannelHandlerContext ctx;
    private final SccpEncoder encoder = new SccpEncoder();
    private @Nullable ByteBuf waiting;

    Outbox(ChannelHandlerContext ctx) {
        this.ctx = ctx;
    }

    void dialect(Dialect spoken) {
        encoder.dialect(spoken);
    }

    /** Takes what is to be sent; a media key in it is wiped, so each message is added once. */
    void add(SccpMessage message) {
        if (waiting == null) {
            waiting = ctx.alloc().directBuffer(TYPICAL_BURST);
        }
        encoder.encode(message, waiting);
        wipeKey(message);
        if (waiting.readableBytes() > LARGEST_BURST) {
            flush();
        }
    }

    private static void wipeKey(SccpMessage message) {
        if (message instanceof OpenReceiveChannel open) {
            open.key().wipe();
        } else if (message instanceof StartMediaTransmission start) {
            start.key().wipe();
        }
    }

    void flush() {
        if (waiting != null) {
            var burst = waiting;
            waiting = null;
            var _ = ctx.writeAndFlush(burst, ctx.voidPromise());
        }
    }

    void discard() {
        if (waiting != null) {
            waiting.release();
            waiting = null;
        }
    }
}
