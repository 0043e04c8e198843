package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.device.CallBacks.Attempt;
import org.keyline.callcontrol.device.CallBacks.Outcome;
import org.keyline.callcontrol.station.CallBackNotice.Kind;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;

/** What the calls of a user tell their call back: what became of the last one, and that somebody answered. */
final class LastCall {
    private LastCall() {}

    /** The user's call is on its way. */
    static void proceeds(Desk desk, DeviceLeg leg, String dialled, CallParties parties) {
        if (leg.consultation().isEmpty() && !dialled.isEmpty()) {
            made(desk, new Attempt(leg.reference(), leg.line(), dialled, parties.called(), Outcome.BEGUN));
        }
    }

    /** Somebody hears it. */
    static void rings(Desk desk, DeviceLeg leg, CallParties parties) {
        attempt(desk, leg).ifPresent(attempt -> made(desk, attempt.rings(parties.called())));
    }

    /** It came to nothing; what it came to is kept, also for a number that leads nowhere. */
    static void refused(Desk desk, DeviceLeg leg, Cause cause) {
        attempt(desk, leg)
                .map(attempt -> attempt.ended(outcome(attempt, cause)))
                .or(() -> toNowhere(leg, cause))
                .ifPresent(attempt -> made(desk, attempt));
    }

    private static Outcome outcome(Attempt attempt, Cause cause) {
        return switch (cause) {
            case USER_BUSY -> Outcome.BUSY;
            case NO_ANSWER -> attempt.outcome();
            case UNALLOCATED_NUMBER,
                    NO_ERROR,
                    NORMAL_CLEARING,
                    CALL_REJECTED,
                    NUMBER_CHANGED,
                    EXCHANGE_ROUTING_ERROR,
                    DESTINATION_OUT_OF_ORDER,
                    INVALID_NUMBER_FORMAT,
                    NO_CIRCUIT,
                    TEMPORARY_FAILURE,
                    RESOURCE_UNAVAILABLE,
                    BEARER_NOT_AVAILABLE,
                    INCOMPATIBLE_DESTINATION,
                    RECOVERY_ON_TIMER_EXPIRY,
                    PRECEDENCE_LEVEL_EXCEEDED,
                    OUT_OF_BANDWIDTH -> Outcome.FAILED;
        };
    }

    /** A number that leads nowhere is refused before anybody is shown called. */
    private static Optional<Attempt> toNowhere(DeviceLeg leg, Cause cause) {
        return Optional.of(new Attempt(leg.reference(), leg.line(), "", Party.UNKNOWN, Outcome.FAILED))
                .filter(_ -> cause == Cause.UNALLOCATED_NUMBER
                        && leg.parties().called().equals(Party.UNKNOWN));
    }

    /** Somebody answered; where it is who was called there is nothing to wait for. */
    static void answered(Desk desk, DeviceLeg leg, CallParties parties) {
        var all = desk.state().callBacks();
        if (all.last().filter(last -> isOf(last, leg, parties)).isPresent()) {
            desk.become(desk.state().with(all.last(Optional.empty())));
        }
        all.waiting()
                .filter(waiting -> isOf(waiting.wish().attempt(), leg, parties))
                .ifPresent(waiting -> CallBackKey.over(desk, waiting, Kind.OVER));
    }

    private static boolean isOf(Attempt attempt, DeviceLeg leg, CallParties parties) {
        return leg.is(attempt.leg())
                && attempt.called().number().equals(parties.called().number());
    }

    private static Optional<Attempt> attempt(Desk desk, DeviceLeg leg) {
        return desk.state().callBacks().last().filter(attempt -> leg.is(attempt.leg()));
    }

    private static void made(Desk desk, Attempt attempt) {
        desk.become(desk.state().with(desk.state().callBacks().last(Optional.of(attempt))));
    }
}
