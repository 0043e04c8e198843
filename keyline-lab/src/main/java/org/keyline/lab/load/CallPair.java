package org.keyline.lab.load;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.wire.MediaAddress;

/**
 * Two phones on one event loop that call each other again and again; every call is checked from off hook to both on
 * hook: each is told to send where the other listens, with the key the other listens with.
 */
final class CallPair implements CallLeg {
    /** What became of calls; called on the pair's event loop. */
    interface Results {
        /** The call is over and was complete. */
        void completed(CallPair pair);

        /** The call did not come to its end, or something in it was wrong. */
        void failed(CallPair pair, String reason);
    }

    private static final int FIRST_PORT = 16_384;
    private static final int PORTS = 8_192;
    private static final int LIMIT_SECONDS = 10;

    private final LoadPhone caller;
    private final LoadPhone called;
    private final EventLoop loop;
    private final CallManner manner;
    private final Supplier<CallTimes> times;
    private final Results results;

    private final Side callerSide = new Side();
    private final Side calledSide = new Side();
    private @Nullable ScheduledFuture<?> limit;
    private boolean busy;
    private boolean dialed;
    private long offHookAt;
    private long answeredAt;

    /** What one phone was told in the present call. */
    private static final class Side {
        private int reference;
        private SrtpKeyBlock listens = SrtpKeyBlock.NONE;
        private SrtpKeyBlock speaks = SrtpKeyBlock.NONE;
        private boolean speaking;
        private boolean over;

        private void clear() {
            reference = 0;
            listens = SrtpKeyBlock.NONE;
            speaks = SrtpKeyBlock.NONE;
            speaking = false;
            over = false;
        }
    }

    CallPair(
            LoadPhone caller,
            LoadPhone called,
            EventLoop loop,
            CallManner manner,
            Supplier<CallTimes> times,
            Results results) {
        this.caller = caller;
        this.called = called;
        this.loop = loop;
        this.manner = manner;
        this.times = times;
        this.results = results;
        caller.play(this);
        called.play(this);
    }

    EventLoop loop() {
        return loop;
    }

    /** Makes one call; on the event loop. */
    void call() {
        busy = true;
        dialed = false;
        callerSide.clear();
        calledSide.clear();
        limit = loop.schedule(
                () -> fail("not complete after " + LIMIT_SECONDS + " s"), LIMIT_SECONDS, TimeUnit.SECONDS);
        offHookAt = System.nanoTime();
        if (manner.enBloc()) {
            dialed = true;
            caller.say(new StationKey.EnblocCall(called.number(), 1));
        } else {
            caller.say(new StationKey.OffHook(0, 0));
        }
    }

    @Override
    public void hear(LoadPhone phone, ServerMessage message) {
        if (!busy) {
            return;
        }
        boolean isCaller = phone == caller;
        var side = isCaller ? callerSide : calledSide;
        switch (message) {
            case ServerCall.CallStateMessage state -> state(phone, isCaller, side, state);
            case ServerAudio.StartTone tone
            when isCaller && !dialed && tone.tone().equals(Tone.INSIDE_DIAL) -> dial();
            case ServerMedia.OpenReceiveChannel open -> open(phone, side, open);
            case ServerMedia.StartMediaTransmission start -> start(isCaller, side, start);
            default -> {
                // Everything else is for people.
            }
        }
    }

    private void state(LoadPhone phone, boolean isCaller, Side side, ServerCall.CallStateMessage message) {
        var state = message.state();
        if (state == CallState.ON_HOOK) {
            side.over = side.over || message.callReference() == side.reference;
            finishWhenOver();
            return;
        }
        side.reference = message.callReference();
        if (!isCaller && state == CallState.RING_IN && answeredAt == 0) {
            times.get().ring().add(System.nanoTime() - offHookAt);
            answeredAt = System.nanoTime();
            phone.say(new StationKey.OffHook(message.lineInstance(), message.callReference()));
        } else if (state == CallState.BUSY || state == CallState.CONGESTION || state == CallState.INVALID_NUMBER) {
            fail("the server said " + state);
        }
    }

    private void dial() {
        dialed = true;
        times.get().dialTone().add(System.nanoTime() - offHookAt);
        called.number()
                .chars()
                .forEach(key ->
                        caller.say(new StationKey.KeypadButton(KeypadKey.of((char) key), 1, callerSide.reference)));
    }

    private void open(LoadPhone phone, Side side, ServerMedia.OpenReceiveChannel open) {
        side.listens = open.key();
        phone.say(new StationMedia.OpenReceiveChannelAck(
                MediaStatus.OK,
                MediaAddress.of(phone.address()),
                port(phone),
                open.passThroughPartyId(),
                open.callReference()));
    }

    /** The port a phone would listen on: a number of its own, so that crossed wires are noticed. */
    private static int port(LoadPhone phone) {
        return FIRST_PORT + 2 * (phone.index() % PORTS);
    }

    private void start(boolean isCaller, Side side, ServerMedia.StartMediaTransmission start) {
        side.speaks = start.key();
        side.speaking = true;
        if (start.remotePort() != port(isCaller ? called : caller)) {
            fail("told to send to a port nobody of this call listens on");
            return;
        }
        if (callerSide.speaking && calledSide.speaking) {
            talking();
        }
    }

    private void talking() {
        times.get().media().add(System.nanoTime() - answeredAt);
        if (!callerSide.speaks.equals(calledSide.listens) || !calledSide.speaks.equals(callerSide.listens)) {
            fail("the two phones have different keys");
        } else if (callerSide.speaks.isEncrypted() != manner.encrypted()) {
            fail(manner.encrypted() ? "the call has no keys" : "keys over a connection without TLS");
        } else {
            var _ = loop.schedule(this::hangUp, manner.talkMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void hangUp() {
        if (busy) {
            caller.say(new StationKey.OnHook(1, callerSide.reference));
        }
    }

    private void finishWhenOver() {
        if (callerSide.over && calledSide.over) {
            if (!callerSide.speaking || !calledSide.speaking) {
                fail("over before anybody could speak");
            } else {
                end();
                results.completed(this);
            }
        }
    }

    private void fail(String reason) {
        if (busy) {
            end();
            caller.say(new StationKey.OnHook(1, callerSide.reference));
            called.say(new StationKey.OnHook(1, calledSide.reference));
            results.failed(this, reason);
        }
    }

    private void end() {
        busy = false;
        answeredAt = 0;
        if (limit != null) {
            limit.cancel(false);
        }
    }
}
