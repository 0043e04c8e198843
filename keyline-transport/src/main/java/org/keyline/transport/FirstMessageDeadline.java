package org.keyline.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose peer says nothing, or says it too slowly. The protocol calls {@link #met} at its first
 * complete message; bytes alone do not count. It then leaves the pipeline, so an established connection does not pay
 * for it.
 */
public final class FirstMessageDeadline extends ChannelInboundHandlerAdapter {
    private final Duration limit;
    private final OffenceReport report;
    private @Nullable Future<?> timer;

    FirstMessageDeadline(Duration limit, OffenceReport report) {
        this.limit = limit;
        this.report = report;
    }

    /** The peer spoke: the deadline is met. Called on the channel's event loop; later calls do nothing. */
    public static void met(Channel channel) {
        var pipeline = channel.pipeline();
        if (pipeline.get(FirstMessageDeadline.class) != null) {
            pipeline.remove(FirstMessageDeadline.class);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        if (ctx.channel().isActive() && ctx.pipeline().get(SslHandler.class) == null) {
            arm(ctx);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done && done.isSuccess()) {
            arm(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    private void arm(ChannelHandlerContext ctx) {
        if (timer == null) {
            timer = ctx.executor().schedule(() -> expired(ctx), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void expired(ChannelHandlerContext ctx) {
        report.offended(
                Offence.SILENT,
                ctx.channel().remoteAddress(),
                "No complete message within %d s".formatted(limit.toSeconds()));
        var _ = ctx.close();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
