package org.keyline.capf.session;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.capf.authentication.Admission;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.message.MessageWriter;
import org.keyline.capf.message.PhoneMessage;
import org.keyline.transport.FirstMessageDeadline;
import org.keyline.transport.Offence;
import org.keyline.transport.OffenceReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One phone's connection: performs what the session machine wants. Runs on one event loop. */
final class SessionHandler extends SimpleChannelInboundHandler<PhoneMessage> {
    private static final Logger log = LoggerFactory.getLogger(SessionHandler.class);

    private static final String UNKNOWN = "?";

    private final int id;
    private final Desk desk;
    private final ActiveSessions active;
    private final Duration answerTime;
    private final OffenceReport report;
    private SessionState state = new SessionState.Idle();
    private String device = UNKNOWN;
    private @Nullable Future<?> timer;

    SessionHandler(int id, Desk desk, ActiveSessions active, Duration answerTime, OffenceReport report) {
        this.id = id;
        this.desk = desk;
        this.active = active;
        this.answerTime = answerTime;
        this.report = report;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done && done.isSuccess()) {
            take(context, new SessionEvent.Connected());
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, PhoneMessage message) {
        if (message.session() != id) {
            report.offended(Offence.MALFORMED, context.channel().remoteAddress(), "The session id is not echoed");
            close(context);
            return;
        }
        FirstMessageDeadline.met(context.channel());
        take(context, new SessionEvent.Heard(message));
    }

    private void take(ChannelHandlerContext context, SessionEvent event) {
        if (event instanceof SessionEvent.Decided(Admission.Admitted(var phone))) {
            device = phone.name().text();
            active.enter(phone.name(), context.channel());
        }
        var step = Session.step(state, event);
        trace(context, event, step.next());
        if (!step.next().equals(state)) {
            cancelTimer();
        }
        state = step.next();
        step.effects().forEach(effect -> perform(context, effect));
    }

    /** The names of things only: what phones say holds strings and keys. */
    private void trace(ChannelHandlerContext context, SessionEvent event, SessionState next) {
        var what = event instanceof SessionEvent.Heard(var message) ? (Object) message : event;
        log.atDebug()
                .addKeyValue("session", id)
                .addKeyValue("peer", context.channel().remoteAddress())
                .addKeyValue("device", device)
                .addKeyValue("state", state.getClass().getSimpleName())
                .addKeyValue("event", what.getClass().getSimpleName())
                .addKeyValue("next", next.getClass().getSimpleName())
                .log("CAPF session step");
    }

    private void perform(ChannelHandlerContext context, SessionEffect effect) {
        switch (effect) {
            case SessionEffect.Send(var message) -> {
                var _ = context.writeAndFlush(MessageWriter.write(context.alloc(), id, message));
            }
            case SessionEffect.Await(var patience) -> await(context, patience);
            case SessionEffect.Restart(var device) -> desk.restart().accept(device);
            case SessionEffect.Tell tell -> tell(context, tell);
            case SessionEffect.Close _ -> closeWhenSent(context);
            case SessionEffect.Decide _,
                    SessionEffect.Issue _,
                    SessionEffect.Ask _,
                    SessionEffect.RecordInstalled _,
                    SessionEffect.RecordDeleted _,
                    SessionEffect.RecordFetched _,
                    SessionEffect.RecordFailed _,
                    SessionEffect.CountFailedKey _ ->
                Thread.ofVirtual().name("capf").start(() -> work(context, effect));
        }
    }

    private void work(ChannelHandlerContext context, SessionEffect effect) {
        SessionEvent result;
        try {
            result = desk.perform(effect);
        } catch (RuntimeException bug) {
            log.atError()
                    .addKeyValue("effect", effect.getClass().getSimpleName())
                    .setCause(bug)
                    .log("CAPF failed");
            result = new SessionEvent.Broken();
        }
        var event = result;
        context.executor().execute(() -> take(context, event));
    }

    private void tell(ChannelHandlerContext context, SessionEffect.Tell tell) {
        var who = tell.device().equals(UNKNOWN) ? device : tell.device();
        log.atWarn()
                .addKeyValue("peer", context.channel().remoteAddress())
                .addKeyValue("device", who)
                .addKeyValue("reason", tell.what())
                .log("CAPF session refused or failed");
        Thread.ofVirtual().name("capf log").start(() -> desk.operations().refused(who, tell.what(), tell.code()));
    }

    private void await(ChannelHandlerContext context, SessionEffect.Patience patience) {
        var limit = switch (patience) {
            case ANSWER, SIGNATURE -> answerTime;
            case KEY -> desk.parameters().keyGeneration();
        };
        timer = context.executor()
                .schedule(() -> take(context, new SessionEvent.TimedOut()), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is being written down goes on without the connection; everything else ends with it. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelTimer();
        if (state instanceof SessionState.AwaitEncryptResponse) {
            take(context, new SessionEvent.Lost());
        } else if (!(state instanceof SessionState.Recording)) {
            if (!(state instanceof SessionState.Ended) && !device.equals(UNKNOWN)) {
                tell(context, new SessionEffect.Tell(device, "The connection was lost", CapfCode.COMMUNICATION));
            }
            state = new SessionState.Ended();
        }
        context.fireChannelInactive();
    }

    private static void closeWhenSent(ChannelHandlerContext context) {
        var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
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
