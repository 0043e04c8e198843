package org.keyline.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a connection whose peer does not read, so that what waits for it never grows without bound. */
final class ReadingWatch extends ChannelInboundHandlerAdapter {
    private final ConnectionLimits limits;
    private final OffenceReport report;
    private @Nullable Future<?> timer;

    ReadingWatch(ConnectionLimits limits, OffenceReport report) {
        this.limits = limits;
        this.report = report;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            calm();
        } else if (limits.unread().isZero()) {
            shut(ctx);
        } else if (timer == null) {
            timer = ctx.executor().schedule(() -> shut(ctx), limits.unread().toMillis(), TimeUnit.MILLISECONDS);
        }
        ctx.fireChannelWritabilityChanged();
    }

    private void calm() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void shut(ChannelHandlerContext ctx) {
        if (ctx.channel().isOpen()) {
            report.offended(
                    Offence.NOT_READING,
                    ctx.channel().remoteAddress(),
                    "More than %d bytes wait for the peer to read".formatted(limits.unsentBytes()));
            // The transport itself: a polite TLS closure would wait behind what the peer does not read.
            var _ = ctx.pipeline().firstContext().close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        calm();
    }
}
