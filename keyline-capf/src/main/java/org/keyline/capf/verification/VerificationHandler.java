package org.keyline.capf.verification;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.transport.FirstMessageDeadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One phone's connection: answers each request, and closes when the phone asks nothing for a while or asks too much.
 * Most phones close after one answer.
 */
final class VerificationHandler extends SimpleChannelInboundHandler<VerificationRequest> {
    private static final Logger log = LoggerFactory.getLogger(VerificationHandler.class);
    private static final int MOST_REQUESTS = 64;

    private final Verifier verifier;
    private final Duration patience;
    private int requests;
    private @Nullable Future<?> timer;

    VerificationHandler(Verifier verifier, Duration patience) {
        this.verifier = verifier;
        this.patience = patience;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, VerificationRequest request) {
        FirstMessageDeadline.met(context.channel());
        cancelTimer();
        var answer = verifier.answer(request);
        log.atInfo()
                .addKeyValue("device", request.device())
                .addKeyValue("request", request.getClass().getSimpleName())
                .addKeyValue("verdict", answer.verdict().getClass().getSimpleName())
                .log("Trust verification answered");
        var written = context.writeAndFlush(AnswerWriter.write(context.alloc(), answer));
        if (++requests == MOST_REQUESTS) {
            var _ = written.addListener(_ -> close(context));
            return;
        }
        timer = context.executor().schedule(() -> close(context), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelTimer();
        context.fireChannelInactive();
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
