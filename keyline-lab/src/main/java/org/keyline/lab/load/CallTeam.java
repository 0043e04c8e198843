package org.keyline.lab.load;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.message.ServerMessage;

/**
 * Phones on one event loop that call each other again and again; every call is checked from off hook to all on hook:
 * each is told to send where the other listens, with the key the other listens with.
 */
final class CallTeam {
    /** What became of calls; called on the team's event loop. */
    interface Results {
        /** The call is over and was complete. */
        void completed(CallTeam team, CallPlot plot);

        /** The call did not come to its end, or something in it was wrong. */
        void failed(CallTeam team, CallPlot plot, String reason);
    }

    private static final int LIMIT_SECONDS = 10;

    private final List<CallMember> members = new ArrayList<>();
    private final EventLoop loop;
    private final CallManner manner;
    private final Supplier<CallTimes> times;
    private final Results results;

    private CallPlot plot = CallPlot.PLAIN;
    private @Nullable CallScript script;
    private Optional<CallStage> stage = Optional.empty();
    private @Nullable ScheduledFuture<?> limit;
    private boolean resting;

    /** @param phones who calls, who is called, and who comes later if anybody does */
    CallTeam(List<LoadPhone> phones, EventLoop loop, CallManner manner, Supplier<CallTimes> times, Results results) {
        this.loop = loop;
        this.manner = manner;
        this.times = times;
        this.results = results;
        for (var phone : phones) {
            var member = new CallMember(phone);
            members.add(member);
            phone.play(message -> hear(member, message));
        }
    }

    EventLoop loop() {
        return loop;
    }

    /** Makes one call; on the event loop. */
    void call(CallPlot next) {
        plot = next;
        members.forEach(CallMember::forget);
        var written = new CallScript(members, manner, times.get());
        next.tell(written);
        script = written;
        stage = written.next();
        limit = loop.schedule(this::late, LIMIT_SECONDS, TimeUnit.SECONDS);
        goOn();
    }

    private void hear(CallMember member, ServerMessage message) {
        member.hear(message);
        if (script != null) {
            member.refused().ifPresentOrElse(said -> fail("the server said " + said), this::goOn);
        }
    }

    private void goOn() {
        try {
            while (script != null
                    && !resting
                    && stage.isPresent()
                    && stage.get().come().getAsBoolean()) {
                enter(stage.get(), script);
            }
        } catch (CallFault fault) {
            fail(String.valueOf(fault.getMessage()));
            return;
        }
        if (script != null && stage.isEmpty() && members.stream().allMatch(CallMember::isOnHook)) {
            end();
            results.completed(this, plot);
        }
    }

    private void enter(CallStage reached, CallScript written) {
        stage = written.next();
        if (reached.restMillis() == 0) {
            reached.then().run();
            return;
        }
        resting = true;
        var _ = loop.schedule(() -> rested(reached, written), reached.restMillis(), TimeUnit.MILLISECONDS);
    }

    private void rested(CallStage reached, CallScript written) {
        if (script == written) {
            resting = false;
            reached.then().run();
            goOn();
        }
    }

    private void late() {
        fail("not complete after " + LIMIT_SECONDS + " s: awaited "
                + stage.map(CallStage::awaited).orElse("all phones on hook"));
    }

    private void fail(String reason) {
        if (script != null) {
            end();
            members.forEach(CallMember::hangsUp);
            results.failed(this, plot, reason);
        }
    }

    private void end() {
        script = null;
        resting = false;
        if (limit != null) {
            limit.cancel(false);
        }
    }
}
