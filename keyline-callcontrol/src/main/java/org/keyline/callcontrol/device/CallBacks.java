package org.keyline.callcontrol.device;

import java.time.Instant;
import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.NumberKey;

/**
 * Whom the user of a phone could not reach, and whom they wait for.
 *
 * @param last the last call the user made, unless the called party answered it
 * @param waiting for whom the user waits; one at a time
 * @param asked for whom the user would rather wait, while they are asked which of the two
 */
record CallBacks(Optional<Attempt> last, Optional<Waiting> waiting, Optional<Wish> asked) {
    static final CallBacks NONE = new CallBacks(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A call that was made.
     *
     * @param dialled the number; empty where it is not known since it leads nowhere
     * @param called whom the user saw called
     */
    record Attempt(CallReference leg, LineInstance line, String dialled, Party called, Outcome outcome) {
        Attempt rings(Party seen) {
            return new Attempt(leg, line, dialled, seen, Outcome.RANG);
        }

        Attempt ended(Outcome how) {
            return new Attempt(leg, line, dialled, called, how);
        }

        /** As the user knows them. */
        Party who() {
            return new Party(dialled, called.name());
        }
    }

    /** How it stands with it. */
    enum Outcome {
        /** It is on its way. */
        BEGUN,
        /** It rings, or rang in vain. */
        RANG,
        BUSY,
        FAILED
    }

    /**
     * Whom the user wants to be told of.
     *
     * @param from the user's line
     * @param line the other's line
     * @param busy whether it was busy; else it rang
     */
    record Wish(Attempt attempt, LineAppearance from, NumberKey line, boolean busy) {}

    /**
     * The user waits.
     *
     * @param stage what for
     * @param free since when the other is, in {@link Stage#FREE}
     */
    record Waiting(Wish wish, Stage stage, Instant free) {
        static Waiting begun(Wish wish) {
            return new Waiting(wish, wish.busy() ? Stage.UNTIL_IDLE : Stage.UNTIL_USED, Instant.EPOCH);
        }

        Waiting in(Stage next) {
            return new Waiting(wish, next, free);
        }

        Waiting freeSince(Instant at) {
            return new Waiting(wish, Stage.FREE, at);
        }

        Party who() {
            return wish.attempt().who();
        }
    }

    /** What has to happen before the user is told. */
    enum Stage {
        /** Somebody must be at the other phone: it is used, and then idle. */
        UNTIL_USED,
        UNTIL_IDLE,
        /** The other is free; the user is told as soon as they have no call. */
        FREE
    }

    CallBacks last(Optional<Attempt> made) {
        return new CallBacks(made, waiting, asked);
    }

    CallBacks waiting(Optional<Waiting> now) {
        return new CallBacks(last, now, Optional.empty());
    }

    CallBacks asking(Wish instead) {
        return new CallBacks(last, waiting, Optional.of(instead));
    }
}
