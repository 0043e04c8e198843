package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.HandOver;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Fetching;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Redirection.Reason;

/**
 * A caller waits for somebody from another call: who calls a phone that rings ({@link Pickups}), or who is parked
 * ({@link Parks}); or to be let in where people meet ({@link MeetMes}).
 *
 * <table>
 * <caption>While Fetching</caption>
 * <tr><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>a caller arrives</td><td>Talking, or Offering to the picker</td><td>see {@link Pickups}</td></tr>
 * <tr><td>who was parked arrives</td><td>Talking</td><td>media opens, with new keys</td></tr>
 * <tr><td>who was parked arrives, and holds</td><td>OnHold by them</td><td>Connected, FarHeld</td></tr>
 * <tr><td>refused, since somebody was faster</td><td>Fetching</td><td>the next call that rings there is asked
 * for</td></tr>
 * <tr><td>refused, and there is no other; JOIN expires</td><td>Failed</td><td>reorder, and why</td></tr>
 * <tr><td>the caller leaves</td><td>Fetching</td><td>who arrives then, is cleared</td></tr>
 * </table>
 */
final class Fetches {
    private Fetches() {}

    /** Asks the call of {@code other} for them. */
    static CallStep ask(Leg caller, Wanted wanted, CallReference other, Effects effects) {
        return effects.toCall(other, new HandOver(other, caller.reference(), true))
                .wait(CallTimer.JOIN)
                .to(new Fetching(caller, wanted, other, false));
    }

    static CallStep whenFetching(CallContext context, Fetching fetching, CallSignal signal) {
        return switch (signal) {
            case LegEnd end
            when CallMachine.isOf(fetching.caller(), end.leg()) && !fetching.left() -> left(fetching, end);
            case Expired(var timer) when timer == CallTimer.JOIN -> inVain(fetching, new Effects());
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ ->
                CallMachine.stay(fetching);
        };
    }

    private static CallStep left(Fetching fetching, LegEnd end) {
        return new Effects()
                .clear(CallMachine.reachable(end, List.of(fetching.caller())))
                .to(fetching.leaving());
    }

    /** The other call has nobody to give any more. */
    static CallStep refused(CallContext context, Fetching fetching) {
        if (!fetching.left() && fetching.wanted() instanceof Wanted.Ringing ringing) {
            var next = Pickups.find(context, ringing).filter(leg -> !fetching.awaits(leg));
            if (next.isPresent()) {
                return ask(fetching.caller(), ringing, next.get(), new Effects());
            }
        }
        return inVain(fetching, new Effects().waitNoMore());
    }

    private static CallStep inVain(Fetching fetching, Effects effects) {
        return fetching.left() ? effects.to(new Ended()) : inVain(fetching.caller(), fetching.wanted(), effects);
    }

    /** There is nobody: the caller hears reorder, and sees why. */
    static CallStep inVain(Leg caller, Wanted wanted, Effects effects) {
        return refuse(
                caller,
                switch (wanted) {
                    case Wanted.Ringing _ -> Phrase.NO_CALL_TO_PICK_UP;
                    case Wanted.InSlot _ -> Phrase.CANNOT_RETRIEVE_PARKED_CALL;
                    case Wanted.Meeting _ -> Phrase.MEET_ME_UNAVAILABLE;
                },
                effects);
    }

    static CallStep refuse(Leg caller, Phrase why, Effects effects) {
        var failed = CallMachine.failed(effects, List.of(caller), Cause.CALL_REJECTED);
        return effects.tell(new LegEvent.FeatureRefused(caller.reference(), why))
                .to(failed.next());
    }

    static CallStep arrived(CallContext context, Fetching fetching, Arrival arrival) {
        var effects = HandOvers.taken(fetching.other());
        if (fetching.left()) {
            return effects.clear(arrival.legs()).to(new Ended());
        }
        return switch (arrival.where()) {
            case CALLING -> Pickups.arrived(context, fetching.caller(), arrival, effects);
            case TALKING -> Conversations.connect(context, retrieved(fetching, arrival), next(arrival), effects);
            case HOLDING -> hold(retrieved(fetching, arrival), next(arrival), effects);
            case RINGING, PARKING -> inVain(fetching, effects.clear(arrival.legs()));
        };
    }

    /** Who was parked hears the caller when they take the call back. */
    private static CallStep hold(Parties parties, int generation, Effects effects) {
        var caller = parties.calling().reference();
        effects.tell(new LegEvent.Connected(caller, parties.seenFrom(Side.CALLING, false)))
                .tell(new LegEvent.FarHeld(caller, true))
                .tell(new LegEvent.Updated(parties.called().reference(), parties.seenFrom(Side.CALLED, false)));
        return effects.to(new OnHold(parties, Set.of(Side.CALLED), generation));
    }

    private static Parties retrieved(Fetching fetching, Arrival arrival) {
        var slot = fetching.wanted() instanceof Wanted.InSlot(var number) ? new Party(number, "") : Party.UNKNOWN;
        return new Parties(
                fetching.caller(), arrival.legs().getFirst(), Optional.of(Redirection.from(slot, Reason.PARK_PICKUP)));
    }

    private static int next(Arrival arrival) {
        return arrival.generation() + 1;
    }
}
