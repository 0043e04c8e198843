package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.Transfer;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Redirection;

/**
 * Transfer: a held call takes over the far end of another call of the same phone, whether it talks or still rings.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>OnHold by the transferring side only</td><td>Transfer</td><td>Joining</td><td>the other call is asked for its
 * leg</td></tr>
 * <tr><td>any other</td><td>Transfer</td><td></td><td>FeatureRefused</td></tr>
 * <tr><td>Joining</td><td>the leg arrives, it talks</td><td>Talking</td><td>the transferring leg is cleared; media opens
 * between the two who are left, with new keys</td></tr>
 * <tr><td>Joining</td><td>the leg arrives, it rings</td><td>Ringing</td><td>the transferring leg is cleared; who was held
 * hears ring-back</td></tr>
 * <tr><td>Joining</td><td>the leg arrives, it holds</td><td>OnHold</td><td>the transferring leg is cleared</td></tr>
 * <tr><td>Joining</td><td>a slot arrives</td><td>Parked</td><td>see {@link Parks}</td></tr>
 * <tr><td>Joining</td><td>refused, JOIN expires</td><td>OnHold</td><td>FeatureRefused</td></tr>
 * <tr><td>Joining</td><td>a leg ends</td><td>Joining</td><td>the leg that arrives, or is left, is cleared then</td></tr>
 * </table>
 */
final class Transfers {
    /** More than anybody presses in the moment it takes. */
    private static final int MOST_WAITING = 16;

    private Transfers() {}

    /** The user completes the transfer. */
    static CallStep transfer(CallContext context, CallState state, Transfer transfer) {
        if (state instanceof OnHold onHold && isHeldOnlyBy(onHold, transfer.leg())) {
            return HandOvers.ask(
                    new Joining(onHold, Purpose.TRANSFER, transfer.leg(), transfer.consulted(), List.of()),
                    new Effects());
        }
        if (state instanceof Conferring(var conference)) {
            return Newcomers.transfer(context, conference, transfer);
        }
        return new Effects()
                .tell(new LegEvent.FeatureRefused(transfer.leg(), Phrase.CANNOT_COMPLETE_TRANSFER))
                .to(state);
    }

    static CallStep whenJoining(CallContext context, Joining joining, CallSignal signal) {
        return switch (signal) {
            case LegEnd end when joining.before().parties().side(end.leg()).isPresent() -> left(joining, end);
            case Expired(var timer) when timer == CallTimer.JOIN -> refused(context, joining);
            case MediaReport _ -> CallMachine.stay(joining);
            case LegSignal pressed
            when joining.waiting().size() < MOST_WAITING -> CallMachine.stay(joining.waitingFor(pressed));
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ -> CallMachine.stay(joining);
        };
    }

    /** Who leaves meanwhile is let go at once; what becomes of the rest shows when the other call has answered. */
    private static CallStep left(Joining joining, LegEnd end) {
        if (joining.gone().contains(end.leg())) {
            return CallMachine.stay(joining);
        }
        var effects = new Effects();
        if (end instanceof CallSignal.Release) {
            effects.tell(new LegEvent.Cleared(end.leg()));
        }
        return effects.to(joining.without(end.leg()));
    }

    static CallStep refused(CallContext context, Joining joining) {
        var why = Newcomers.refusal(joining.purpose(), joining.leg());
        // What users did meanwhile happens now.
        return back(joining, why, new Effects().waitNoMore()).then(context, joining.waiting());
    }

    private static CallStep back(Joining joining, LegEvent why, Effects effects) {
        var onHold = joining.before();
        if (joining.gone().isEmpty()) {
            return effects.tell(why).to(onHold);
        }
        return effects.clear(onHold.parties().both().stream()
                        .filter(leg -> !joining.gone().contains(leg.reference()))
                        .toList())
                .to(new Ended());
    }

    private static LegEvent slotTaken(Joining joining) {
        return new LegEvent.FeatureRefused(joining.leg(), Phrase.PARK_SLOT_UNAVAILABLE);
    }

    static CallStep arrived(CallContext context, Joining joining, Arrival arrival) {
        return joined(context, joining, arrival).then(context, joining.waiting());
    }

    private static CallStep joined(CallContext context, Joining joining, Arrival arrival) {
        if (arrival.slot().isPresent()) {
            return Parks.transferred(context, joining, arrival.slot().get())
                    .orElseGet(() -> back(joining, slotTaken(joining), HandOvers.taken(joining.other())));
        }
        var effects = HandOvers.taken(joining.other());
        if (joining.purpose() == Purpose.CONFERENCE) {
            return Newcomers.begin(context, joining, arrival, effects);
        }
        if (!joining.gone().contains(joining.leg())) {
            effects.tell(new LegEvent.Cleared(joining.leg()));
        }
        if (joining.gone().contains(joining.stays().reference())) {
            return effects.clear(arrival.legs()).to(new Ended());
        }
        return switch (arrival.where()) {
            case TALKING, CALLING -> talk(context, joining, arrival, effects);
            case RINGING -> ring(context, joining, arrival, effects);
            case HOLDING -> hold(joining, arrival, effects);
            case PARKING -> back(joining, slotTaken(joining), effects);
        };
    }

    private static CallStep talk(CallContext context, Joining joining, Arrival arrival, Effects effects) {
        var parties = parties(joining, arrival);
        effects.tell(new LegEvent.FarHeld(parties.calling().reference(), false));
        return Conversations.connect(context, parties, nextGeneration(joining, arrival), effects);
    }

    private static CallStep ring(CallContext context, Joining joining, Arrival arrival, Effects effects) {
        var caller = joining.stays();
        var routing = arrival.routing()
                .orElseThrow()
                .transferred(
                        by(joining), caller.terminal().party(), joining.before().generation());
        var ringing = new Ringing(caller, routing, new Rings(List.of(), arrival.legs(), Optional.empty()));
        effects.tell(new LegEvent.FarHeld(caller.reference(), false))
                .tell(new LegEvent.FarRinging(
                        caller.reference(), ringing.parties().seenFrom(Side.CALLING, false)));
        for (var leg : arrival.legs()) {
            effects.tell(
                    new LegEvent.Updated(leg.reference(), ringing.between(leg).seenFrom(Side.CALLED, false)));
        }
        return Offers.wait(effects, CallForward.patience(context, caller, routing))
                .to(ringing);
    }

    private static CallStep hold(Joining joining, Arrival arrival, Effects effects) {
        var parties = parties(joining, arrival);
        for (var side : Side.values()) {
            effects.tell(new LegEvent.Updated(parties.leg(side).reference(), parties.seenFrom(side, false)));
        }
        return effects.to(new OnHold(parties, Set.of(Side.CALLED), nextGeneration(joining, arrival)));
    }

    private static Parties parties(Joining joining, Arrival arrival) {
        return new Parties(
                joining.stays(),
                arrival.legs().getFirst(),
                Optional.of(Redirection.from(by(joining), Redirection.Reason.TRANSFER)),
                joining.before().parties().relay());
    }

    /** Who transfers. */
    private static Party by(Joining joining) {
        var parties = joining.before().parties();
        return parties.leg(parties.side(joining.leg()).orElseThrow()).terminal().party();
    }

    private static int nextGeneration(Joining joining, Arrival arrival) {
        return Math.max(joining.before().generation(), arrival.generation()) + 1;
    }

    /** Whether nobody else holds it. */
    static boolean isHeldOnlyBy(OnHold onHold, CallReference leg) {
        return onHold.parties()
                .side(leg)
                .map(Set::of)
                .filter(onHold.holders()::equals)
                .isPresent();
    }
}
