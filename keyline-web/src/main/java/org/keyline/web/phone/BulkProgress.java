package org.keyline.web.phone;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a bulk operation is.
 *
 * @param order what is done
 * @param total how many phones it is for
 * @param done how many of them are over with
 * @param set how many got the operation
 * @param state whether it goes on
 * @param refusals the phones that could not get it, the first {@value #SHOWN} of them
 */
public record BulkProgress(BulkOrder order, int total, int done, int set, State state, List<Refusal> refusals) {
    /** So many refusals are kept. */
    public static final int SHOWN = 100;

    public BulkProgress {
        refusals = List.copyOf(refusals);
    }

    /** How many phones could not get it. */
    public int refused() {
        return done - set;
    }

    /** The same in another state. */
    BulkProgress in(State other) {
        return new BulkProgress(order, total, done, set, other, refusals);
    }

    /** The same after some more phones, of which these were refused. */
    BulkProgress after(int phones, List<Refusal> refused) {
        var all = new ArrayList<>(refusals);
        refused.stream().limit(Math.max(0, SHOWN - (long) all.size())).forEach(all::add);
        return new BulkProgress(order, total, done + phones, set + phones - refused.size(), state, all);
    }

    public boolean isOver() {
        return state == State.FINISHED || state == State.STOPPED;
    }

    /** Whether it goes on. */
    public enum State {
        RUNNING,
        PAUSED,
        FINISHED,
        STOPPED
    }

    /**
     * A phone that could not get the operation.
     *
     * @param message the key of the reason in the catalogue of the configuration
     * @param value what {@code {0}} stands for in it
     * @param arguments what {@code {1}} … stand for
     */
    public record Refusal(String device, String message, String value, List<String> arguments) {
        public Refusal {
            arguments = List.copyOf(arguments);
        }
    }
}
