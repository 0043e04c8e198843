package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Offering;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target.Hunt;
import org.keyline.callcontrol.digits.Target.Refusal;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;

/**
 * The transitions from a routed number to a ringing phone. A number that appears on several devices is offered to one
 * after the other until one rings. The caller hears of it when the device replies, which it does at once.
 */
final class Offers {
    private Offers() {}

    /** A number that asks for a code is refused: nothing here takes codes, and without one it must not pass. */
    static CallStep route(CallContext context, Dialling dialling, Route route, Effects effects) {
        if (!route.codes().isNone()) {
            return refuse(dialling, Cause.CALL_REJECTED, effects);
        }
        return switch (route.target()) {
            case Destination line -> offer(context, dialling, line, effects);
            case Refusal refusal -> refuse(dialling, refusal.cause(), effects);
            case Hunt _ -> refuse(dialling, Cause.TEMPORARY_FAILURE, effects);
        };
    }

    private static CallStep refuse(Dialling dialling, Cause cause, Effects effects) {
        return CallMachine.failed(effects, List.of(dialling.caller()), cause);
    }

    private static CallStep offer(CallContext context, Dialling dialling, Destination target, Effects effects) {
        return next(
                context,
                dialling.caller(),
                dialling.digits(),
                target,
                target.appearances(),
                Cause.DESTINATION_OUT_OF_ORDER,
                effects);
    }

    static CallStep rejected(CallContext context, Offering offering, Cause cause) {
        return next(
                context,
                offering.caller(),
                offering.dialled(),
                offering.destination(),
                offering.remaining(),
                cause,
                new Effects());
    }

    /** The device never replied; should it be alive after all, its leg is cleared. */
    static CallStep unanswered(CallContext context, Offering offering) {
        var effects = new Effects().tell(new LegEvent.Cleared(offering.callee()));
        return next(
                context,
                offering.caller(),
                offering.dialled(),
                offering.destination(),
                offering.remaining(),
                Cause.DESTINATION_OUT_OF_ORDER,
                effects);
    }

    static CallStep abandoned(Offering offering, LegEnd end) {
        return new Effects()
                .waitNoMore()
                .tell(new LegEvent.Cleared(offering.callee()))
                .clear(CallMachine.reachable(end, List.of(offering.caller())))
                .to(new Ended());
    }

    static CallStep alerting(Offering offering, Terminal terminal) {
        var caller = offering.caller();
        var shown = seenByCaller(caller, calledParty(offering.destination(), terminal));
        var parties = new Parties(caller, new Leg(offering.callee(), terminal));
        return new Effects()
                .tell(new LegEvent.Proceeding(caller.reference(), offering.dialled(), shown))
                .tell(new LegEvent.FarRinging(caller.reference(), shown))
                .wait(CallTimer.NO_ANSWER)
                .to(new Ringing(parties, offering.dialled()));
    }

    /** The ringing leg is gone; the caller hears why. */
    static CallStep lost(Ringing ringing, List<Leg> told, Cause cause) {
        return CallMachine.failed(
                new Effects().clear(told), List.of(ringing.parties().calling()), cause);
    }

    private static CallStep next(
            CallContext context,
            Leg caller,
            String dialled,
            Destination target,
            List<Appearance> appearances,
            Cause otherwise,
            Effects effects) {
        if (appearances.isEmpty()) {
            var shown = seenByCaller(caller, calledParty(target));
            effects.tell(new LegEvent.Proceeding(caller.reference(), dialled, shown));
            return CallMachine.failed(effects, List.of(caller), otherwise);
        }
        var at = appearances.getFirst();
        var callee = context.references().next();
        var parties =
                new CallParties(Direction.INBOUND, caller.terminal().party(), calledParty(target), Optional.empty());
        return effects.add(new CallEffect.Offer(at.device(), new LegEvent.Offered(callee, at.line(), parties)))
                .wait(CallTimer.OFFER)
                .to(new Offering(caller, dialled, target, callee, at, appearances.subList(1, appearances.size())));
    }

    private static CallParties seenByCaller(Leg caller, Party called) {
        return new CallParties(Direction.OUTBOUND, caller.terminal().party(), called, Optional.empty());
    }

    private static Party calledParty(Destination target) {
        return new Party(target.line().number().digits(), target.line().alertingName());
    }

    /** The alerting name while it rings; where there is none, the name on the line. */
    private static Party calledParty(Destination target, Terminal terminal) {
        return target.line().alertingName().isEmpty() ? terminal.party() : calledParty(target);
    }
}
