package org.keyline.lab.phone;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keyline.sccp.codec.field.CallState;

/** Guards a phone's state: one thread changes it, others wait until it is as they expect. */
public final class Watch {
    private final PhoneState state = new PhoneState();

    /** Changes the state and lets everybody look again. */
    void change(java.util.function.Consumer<PhoneState> how) {
        synchronized (state) {
            how.accept(state);
            state.notifyAll();
        }
    }

    /** Lets everybody look again at something beside the state that has changed. */
    void nudge() {
        change(_ -> {});
    }

    /** Moves the selection to the newest call in that state. */
    public void select(CallState callState) {
        change(state -> state.in(callState).ifPresent(plane -> state.select(plane.reference())));
    }

    /** Reads the state. */
    public <T> T read(Function<PhoneState, T> what) {
        synchronized (state) {
            return what.apply(state);
        }
    }

    /** Waits until the state is as expected; false when the time is up. */
    public boolean await(Predicate<PhoneState> expected, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (state) {
            while (!expected.test(state)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                state.wait(left);
            }
            return true;
        }
    }
}
