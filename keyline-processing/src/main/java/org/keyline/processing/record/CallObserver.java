package org.keyline.processing.record;

import java.time.Instant;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Redirection.Reason;

/**
 * Says which parts of a call are over. Pure: it looks at each step of the call machine from outside, and changes
 * nothing.
 *
 * <table>
 * <caption>Steps and parts</caption>
 * <tr><th>the call</th><th>its part</th></tr>
 * <tr><td>begins</td><td>begins; a number that is only taken down is no call</td></tr>
 * <tr><td>is forwarded, hunts, is answered, held, resumed</td><td>goes on</td></tr>
 * <tr><td>is answered, and later another leg stands in the place of one</td><td>is over, split; another begins</td></tr>
 * <tr><td>gives its leg to another call</td><td>is over, split, and of that call</td></tr>
 * <tr><td>is diverted to voice mail after it was answered</td><td>is over, split; another begins</td></tr>
 * <tr><td>becomes a conference, or goes to where people meet</td><td>is over, split; another begins when two are left</td></tr>
 * <tr><td>is parked</td><td>is over, split; another begins when it comes back to who parked it</td></tr>
 * <tr><td>cannot go on</td><td>is over with its cause</td></tr>
 * <tr><td>ends</td><td>is over: the side that ended it has the cause, the other has none</td></tr>
 * </table>
 */
public final class CallObserver {
    private CallObserver() {}

    /**
     * What a step did.
     *
     * @param open the part that goes on
     * @param over the part that is over
     */
    public record Watched(Optional<OpenPart> open, Optional<CallPart> over) {
        private static final Watched NOTHING = new Watched(Optional.empty(), Optional.empty());
    }

    /**
     * One step.
     *
     * @param number of the call
     * @param open its part so far
     */
    public static Watched step(
            int number,
            Optional<OpenPart> open,
            CallState before,
            CallSignal signal,
            CallState after,
            LegFacts legs,
            Instant now) {
        if (open.isEmpty() && before instanceof CallState.Conferring(var conference)) {
            return Standing.of(after)
                    .map(standing -> going(OpenPart.begin(number, Conferred.by(conference), standing, now)))
                    .orElse(Watched.NOTHING);
        }
        if (open.isEmpty()) {
            return before instanceof CallState.Parked
                    ? revertsOrStays(number, after, now)
                    : begins(number, signal, after, now);
        }
        var part = open.get();
        return Standing.of(after)
                .map(standing -> goesOn(part, before, standing, now))
                .orElseGet(() -> over(part, before, signal, after, legs, now));
    }

    /** A defect ended the call. */
    public static CallPart broken(OpenPart open, Instant now) {
        var why = Termination.of(Cause.TEMPORARY_FAILURE, OnBehalfOf.CALL_CONTROL);
        return open.end(why, why, now);
    }

    private static Watched begins(int number, CallSignal signal, CallState after, Instant now) {
        if (!(signal instanceof Originate originate) || originate.purpose() == Purpose.FORWARD_ALL) {
            return Watched.NOTHING;
        }
        var dialling = new CallState.Dialling(
                originate.caller(), originate.order(), originate.digits().orElse(""), originate.purpose());
        var by = originate.purpose() == Purpose.CALL_BACK ? OnBehalfOf.CALL_BACK : OnBehalfOf.UNKNOWN;
        var part = OpenPart.begin(number, by, Standing.of(dialling).orElseThrow(), now);
        return Standing.of(after)
                .map(standing -> going(part.next(standing, now)))
                .orElseGet(() -> new Watched(Optional.empty(), Optional.of(failed(part, after, now))));
    }

    private static Watched revertsOrStays(int number, CallState after, Instant now) {
        return Standing.of(after)
                .map(standing -> going(OpenPart.begin(number, OnBehalfOf.PARK, standing, now)))
                .orElse(Watched.NOTHING);
    }

    private static Watched goesOn(OpenPart part, CallState before, Standing after, Instant now) {
        if (part.connected().isEmpty() || after.hasSameLegs(part.standing())) {
            return going(part.next(after, now));
        }
        var by = before instanceof CallState.Joining
                ? OnBehalfOf.TRANSFER
                : isDiverted(after) ? OnBehalfOf.IMMEDIATE_DIVERT : OnBehalfOf.DEVICE;
        var over = split(part, by, now);
        return new Watched(Optional.of(OpenPart.begin(part.call(), by, after, now)), Optional.of(over));
    }

    private static boolean isDiverted(Standing after) {
        return after.redirection()
                .filter(how -> how.lastReason() == Reason.DIVERT)
                .isPresent();
    }

    private static Watched going(OpenPart part) {
        return new Watched(Optional.of(part), Optional.empty());
    }

    private static Watched over(
            OpenPart part, CallState before, CallSignal signal, CallState after, LegFacts legs, Instant now) {
        var over = switch (after) {
            case CallState.Leaving leaving -> {
                var split = split(part, takes(before, leaving), now);
                yield legs.call(leaving.to()).map(split::ofCall).orElse(split);
            }
            case CallState.Conferring(var conference) -> split(part, Conferred.by(conference), now);
            case CallState.Parked _ -> split(part, OnBehalfOf.PARK, now);
            case CallState.Failed _
            when before instanceof CallState.Dialling -> failed(part.dialling(signal), after, now);
            case CallState.Failed(var _, var cause)
            when before instanceof CallState.EnteringCode && cause == Cause.CALL_REJECTED ->
                part.end(Termination.of(cause, OnBehalfOf.CODES), Termination.NONE, now);
            case CallState.Failed _ -> failed(part, after, now);
            case CallState.Idle _,
                    CallState.Dialling _,
                    CallState.EnteringCode _,
                    CallState.Offering _,
                    CallState.Ringing _,
                    CallState.Talking _,
                    CallState.OnHold _,
                    CallState.Joining _,
                    CallState.Barged _,
                    CallState.Fetching _,
                    CallState.Reserving _,
                    CallState.Ended _ -> ended(part, before, signal, now);
        };
        return new Watched(Optional.empty(), Optional.of(over));
    }

    private static CallPart split(OpenPart part, OnBehalfOf by, Instant now) {
        return part.end(Termination.split(by), Termination.split(by), now);
    }

    /**
     * A caller goes to where people meet, a call that rings gives its caller to who picks it up, and those who ring to
     * a transfer.
     */
    private static OnBehalfOf takes(CallState before, CallState.Leaving leaving) {
        if (before instanceof CallState.Fetching) {
            return OnBehalfOf.MEET_ME;
        }
        return before instanceof CallState.Ringing ringing && leaving.legs().contains(ringing.caller())
                ? OnBehalfOf.PICKUP
                : OnBehalfOf.TRANSFER;
    }

    private static CallPart failed(OpenPart part, CallState after, Instant now) {
        var cause = after instanceof CallState.Failed failed ? failed.cause() : Cause.NORMAL_CLEARING;
        var why = Termination.of(cause, OnBehalfOf.CALL_CONTROL);
        if (part.connected().isPresent()) {
            return part.end(why, why, now);
        }
        return part.standing().routing().isEmpty()
                ? part.end(why, Termination.NONE, now)
                : part.end(Termination.NONE, why, now);
    }

    private static CallPart ended(OpenPart part, CallState before, CallSignal signal, Instant now) {
        var calling = part.standing().calling().reference();
        var called = part.standing().called().map(leg -> leg.reference());
        if (signal instanceof LegEnd end) {
            var why = Termination.of(
                    end instanceof Vanished ? Cause.DESTINATION_OUT_OF_ORDER : Cause.NORMAL_CLEARING,
                    OnBehalfOf.DEVICE);
            return end.leg().equals(calling)
                    ? part.end(why, Termination.NONE, now)
                    : part.end(Termination.NONE, why, now);
        }
        var hungUp = Termination.of(Cause.NORMAL_CLEARING, OnBehalfOf.DEVICE);
        if (before instanceof CallState.Joining joining) {
            return part.end(
                    joining.gone().contains(calling) ? hungUp : Termination.NONE,
                    called.filter(joining.gone()::contains).isPresent() ? hungUp : Termination.NONE,
                    now);
        }
        return part.end(hungUp, Termination.NONE, now);
    }
}
