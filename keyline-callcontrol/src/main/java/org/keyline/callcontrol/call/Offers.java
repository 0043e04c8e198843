package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.Aim.ToLine;
import org.keyline.callcontrol.call.Aim.ToMembers;
import org.keyline.callcontrol.call.Aim.ToPicker;
import org.keyline.callcontrol.call.Aim.ToTrunk;
import org.keyline.callcontrol.call.CallSignal.Alerting;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.OfferReply;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Offering;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.call.Hunts.Way;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target.Hunt;
import org.keyline.callcontrol.digits.Target.Outside;
import org.keyline.callcontrol.digits.Target.Refusal;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.dial.ForwardReason;

/**
 * The transitions from a routed number to ringing phones. A number that appears on several devices is offered to all of
 * them at once; the first to answer has the call.
 *
 * <table>
 * <caption>Signals</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Offering</td><td>the first Alerting</td><td>Ringing</td><td>caller: Proceeding, FarRinging; NO_ANSWER or
 * FORWARD starts</td></tr>
 * <tr><td>Ringing</td><td>a further Alerting</td><td>Ringing</td><td></td></tr>
 * <tr><td>both</td><td>Rejected, a leg vanishes or is declined</td><td>the same while another rings or was asked</td>
 * <td></td></tr>
 * <tr><td>both</td><td>the last such, OFFER expires</td><td>see {@link CallForward}, else Failed</td><td>caller: the
 * cause</td></tr>
 * <tr><td>Ringing</td><td>Answer</td><td>Talking</td><td>the others: AnsweredElsewhere</td></tr>
 * <tr><td>Ringing</td><td>FORWARD expires</td><td>Offering</td><td>all are cleared, the call goes on</td></tr>
 * <tr><td>both</td><td>the caller leaves</td><td>Ended</td><td>all are cleared</td></tr>
 * </table>
 */
final class Offers {
    private Offers() {}

    static CallStep route(CallContext context, Dialling dialling, Route route, Effects effects) {
        var caller = dialling.caller();
        return follow(context, caller, route, aim -> Routing.to(aim, dialling.digits(), shown(caller, route)), effects);
    }

    /**
     * Goes where a route leads. A number that asks for a code is refused: whoever could enter it was asked before (see
     * {@link CodeEntries}), and a call that is sent there by a line has nobody to ask.
     *
     * @param way the way of the call to where it goes
     */
    static CallStep follow(CallContext context, Leg caller, Route route, Way way, Effects effects) {
        if (!route.codes().isNone()) {
            return CallMachine.failed(effects, List.of(caller), Cause.CALL_REJECTED);
        }
        return switch (route.target()) {
            case Destination line -> offer(context, caller, way.to(new ToLine(line)), effects);
            case Refusal refusal -> CallMachine.failed(effects, List.of(caller), refusal.cause());
            case FeatureNumber _ -> CallMachine.failed(effects, List.of(caller), Cause.EXCHANGE_ROUTING_ERROR);
            case Outside outside -> OutsideCalls.begin(context, caller, route, outside, way, effects);
            case Hunt hunt -> Hunts.begin(context, caller, route, hunt, way, effects);
        };
    }

    /** The caller as the called side sees them. */
    static Party shown(Leg caller, Route route) {
        var party = caller.terminal().party();
        return route.hops().isEmpty()
                ? party
                : new Party(route.calling(party.number(), caller.terminal().externalMask()), party.name());
    }

    private static CallStep offer(CallContext context, Leg caller, Routing routing, Effects effects) {
        var always = CallForward.target(caller, routing, ForwardReason.ALL);
        if (always.isPresent()) {
            return CallForward.redirect(context, caller, routing, ForwardReason.ALL, always.get(), effects);
        }
        return ask(context, caller, routing, effects);
    }

    /** Asks every device where the call is aimed to ring. */
    static CallStep ask(CallContext context, Leg caller, Routing routing, Effects effects) {
        var appearances = routing.aim().appearances();
        if (appearances.isEmpty()) {
            return unreachable(context, caller, routing, Cause.DESTINATION_OUT_OF_ORDER, effects);
        }
        var asked = new ArrayList<CallReference>();
        for (var at : appearances) {
            var leg = context.references().next();
            asked.add(leg);
            effects.add(new CallEffect.Offer(
                    at.device(),
                    new LegEvent.Offered(leg, at.line(), seenByCalled(routing, routing.called()), caller.terminal())));
        }
        return effects.wait(CallTimer.OFFER).to(new Offering(caller, routing, Rings.of(asked)));
    }

    /** A device that was asked replies before any rings. */
    static CallStep replied(CallContext context, Offering offering, OfferReply reply) {
        return switch (reply) {
            case Alerting(var leg, var terminal) -> ring(context, offering, new Leg(leg, terminal));
            case Rejected(var leg, var cause) -> refused(context, offering, leg, cause);
        };
    }

    /** A device cannot take the call, or is gone. */
    static CallStep refused(CallContext context, Offering offering, CallReference leg, Cause cause) {
        var left = offering.rings().withRefusal(leg, cause);
        if (!left.isOver()) {
            return CallMachine.stay(new Offering(offering.caller(), offering.routing(), left));
        }
        return unreachable(
                context, offering.caller(), offering.routing(), left.refusal().orElse(cause), new Effects());
    }

    /** None of them ever replied; should one be alive after all, its leg is cleared. */
    static CallStep unanswered(CallContext context, Offering offering) {
        return unreachable(
                context,
                offering.caller(),
                offering.routing(),
                offering.rings().refusal().orElse(Cause.DESTINATION_OUT_OF_ORDER),
                clear(new Effects(), offering.rings().references()));
    }

    /** The caller leaves before anybody answers. */
    static CallStep abandoned(Leg caller, Rings rings, LegEnd end) {
        return clear(new Effects().waitNoMore(), rings.references())
                .clear(CallMachine.reachable(end, List.of(caller)))
                .to(new Ended());
    }

    private static CallStep ring(CallContext context, Offering offering, Leg leg) {
        var caller = offering.caller();
        var routing = offering.routing();
        var shown = seenByCaller(caller, routing.called(leg.terminal()));
        var effects =
                proceed(new Effects(), caller, routing, shown).tell(new LegEvent.FarRinging(caller.reference(), shown));
        routing.back()
                .flatMap(Routing.Back::why)
                .ifPresent(why -> effects.tell(new LegEvent.FeatureRefused(leg.reference(), why)));
        return wait(effects, CallForward.patience(context, caller, routing))
                .to(new Ringing(caller, routing, offering.rings().withRinging(leg)));
    }

    /** Who dialled sees that the number leads somewhere. */
    private static Effects proceed(Effects effects, Leg caller, Routing routing, CallParties shown) {
        return routing.dialled().isEmpty()
                ? effects
                : effects.tell(new LegEvent.Proceeding(caller.reference(), routing.dialled(), shown));
    }

    /** Waits for an answer, or for the time to send the call on. */
    static Effects wait(Effects effects, Optional<Duration> patience) {
        return patience.map(time -> effects.wait(CallTimer.FORWARD, time))
                .orElseGet(() -> effects.wait(CallTimer.NO_ANSWER));
    }

    /** A device that was asked replies while another rings already. */
    static CallStep repliedLate(CallContext context, Ringing ringing, OfferReply reply) {
        return switch (reply) {
            case Alerting(var leg, var terminal) ->
                CallMachine.stay(ringing.with(ringing.rings().withRinging(new Leg(leg, terminal))));
            case Rejected(var leg, var cause) -> dropped(context, ringing, leg, cause, new Effects());
        };
    }

    /** A leg that rings, or was asked to, ends. */
    static CallStep dropped(CallContext context, Ringing ringing, LegEnd end) {
        return end instanceof Release
                ? dropped(
                        context,
                        ringing,
                        end.leg(),
                        Cause.CALL_REJECTED,
                        new Effects().tell(new LegEvent.Cleared(end.leg())))
                : dropped(context, ringing, end.leg(), Cause.DESTINATION_OUT_OF_ORDER, new Effects());
    }

    private static CallStep dropped(
            CallContext context, Ringing ringing, CallReference leg, Cause cause, Effects effects) {
        var left = ringing.rings().withRefusal(leg, cause);
        return left.isOver() ? lost(context, ringing, cause, effects) : effects.to(ringing.with(left));
    }

    /** Nobody answered in time. */
    static CallStep notAnswered(CallContext context, Ringing ringing) {
        return lost(
                context,
                ringing,
                Cause.NO_ANSWER,
                clear(new Effects(), ringing.rings().references()));
    }

    /** Whoever else was asked is free again. */
    static CallStep answered(CallContext context, Ringing ringing, Leg called) {
        var parties = ringing.between(called);
        var effects = clear(new Effects(), ringing.rings().asked());
        for (var other : ringing.rings().ringing()) {
            if (!other.equals(called)) {
                effects.tell(tooLate(other, called, parties));
            }
        }
        return Conversations.answered(context, parties, ringing.routing().generation() + 1, effects);
    }

    /** Another phone with the same line goes on to show the call; another member of a line group does not. */
    private static LegEvent tooLate(Leg other, Leg called, Parties parties) {
        return other.terminal().sharesLine(called.terminal())
                ? new LegEvent.AnsweredElsewhere(other, called, parties.seenFrom(Side.CALLED, false))
                : new LegEvent.TakenElsewhere(other.reference());
    }

    private static Effects clear(Effects effects, Collection<CallReference> legs) {
        legs.forEach(leg -> effects.tell(new LegEvent.Cleared(leg)));
        return effects;
    }

    /** Nobody rings any more: the line sends the call on, or the caller hears why. */
    private static CallStep lost(CallContext context, Ringing ringing, Cause cause, Effects effects) {
        return Optional.of(ringing.routing())
                .filter(routing -> !(routing.aim() instanceof ToTrunk))
                .flatMap(routing -> onward(context, ringing.caller(), routing, cause, effects))
                .or(() -> Diverts.inVain(context, ringing.caller(), ringing.routing(), cause, effects))
                .orElseGet(() -> CallMachine.failed(effects, List.of(ringing.caller()), cause));
    }

    /** Nobody ever rang. */
    private static CallStep unreachable(
            CallContext context, Leg caller, Routing routing, Cause cause, Effects effects) {
        return onward(context, caller, routing, cause, effects)
                .orElseGet(() -> refuse(context, caller, routing, cause, effects));
    }

    /** The caller sees whom they called, and hears why that is in vain; who was diverted goes back. */
    static CallStep refuse(CallContext context, Leg caller, Routing routing, Cause cause, Effects effects) {
        return Diverts.inVain(context, caller, routing, cause, effects)
                .orElseGet(() -> refuse(caller, routing, cause, effects));
    }

    private static CallStep refuse(Leg caller, Routing routing, Cause cause, Effects effects) {
        var shown = seenByCaller(caller, routing.called());
        proceed(effects, caller, routing, shown);
        return CallMachine.failed(effects, List.of(caller), cause);
    }

    private static Optional<CallStep> onward(
            CallContext context, Leg caller, Routing routing, Cause cause, Effects effects) {
        if (routing.aim() instanceof ToMembers these) {
            return Optional.of(Hunts.onward(context, caller, routing, these, cause, effects));
        }
        if (routing.aim() instanceof ToTrunk tried) {
            return Optional.of(OutsideCalls.onward(context, caller, routing, tried, cause, effects));
        }
        if (routing.aim() instanceof ToPicker(var _, var before)) {
            return Optional.of(ask(context, caller, routing.at(before), effects));
        }
        return CallForward.reason(cause)
                .flatMap(reason -> CallForward.target(caller, routing, reason)
                        .map(to -> CallForward.redirect(context, caller, routing, reason, to, effects)));
    }

    private static CallParties seenByCaller(Leg caller, Party called) {
        return new CallParties(Direction.OUTBOUND, caller.terminal().party(), called, Optional.empty());
    }

    private static CallParties seenByCalled(Routing routing, Party called) {
        return new CallParties(
                Direction.INBOUND, routing.shownCalling(), called, Optional.empty(), routing.redirection());
    }
}
