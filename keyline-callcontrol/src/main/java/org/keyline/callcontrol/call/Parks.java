package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.Aim.ToLine;
import org.keyline.callcontrol.call.CallEffect.Vacate;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.HandOver;
import org.keyline.callcontrol.call.CallSignal.Hold;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.Park;
import org.keyline.callcontrol.call.CallSignal.Resume;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.Parked;
import org.keyline.callcontrol.call.CallState.Reserving;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;

/**
 * Park: a user puts the far end of a call into a slot, where whoever dials the slot's number has it. With directed park
 * users choose the slot: they transfer the call to its number, and it is taken back by a prefix and that number.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Talking</td><td>Park</td><td>Parked</td><td>media closed; who parks: Parked, Cleared; the other: FarHeld; PARK
 * starts</td></tr>
 * <tr><td>Talking</td><td>Park in a chosen slot</td><td>Parked</td><td>the same, if nobody is there</td></tr>
 * <tr><td>Talking</td><td>Park, no slot is free</td><td></td><td>FeatureRefused</td></tr>
 * <tr><td>Dialling for a transfer</td><td>a slot's number</td><td>Reserving</td><td>the slot is kept until then</td></tr>
 * <tr><td>Reserving</td><td>HandOver</td><td>Leaving</td><td>the transferring call has the slot</td></tr>
 * <tr><td>Joining</td><td>a slot arrives</td><td>Parked</td><td>as above</td></tr>
 * <tr><td>Parked</td><td>HandOver</td><td>Leaving</td><td>the slot is free</td></tr>
 * <tr><td>Parked</td><td>PARK expires</td><td>Offering to who parked, or where the slot sends it</td><td>the slot is
 * free</td></tr>
 * <tr><td>Parked</td><td>who is parked leaves</td><td>Ended</td><td>the slot is free</td></tr>
 * <tr><td>Parked</td><td>Hold, Resume</td><td>Parked</td><td>Held, Resumed; while held it does not revert</td></tr>
 * </table>
 */
final class Parks {
    private Parks() {}

    static CallStep park(CallContext context, Talking talking, Park park) {
        var side = talking.parties().side(park.leg());
        if (side.isEmpty()) {
            return CallMachine.stay(talking);
        }
        var parked = side.get().other();
        var leg = talking.parties().leg(parked).reference();
        return slot(context, park, leg)
                .map(slot -> park(talking, parked, slot))
                .orElseGet(() -> new Effects()
                        .tell(new LegEvent.FeatureRefused(
                                park.leg(),
                                park.chosen().isPresent() ? Phrase.PARK_SLOT_UNAVAILABLE : Phrase.NO_PARK_NUMBER))
                        .to(talking));
    }

    /** The slot that the user chose, if nobody is there; else a free one. */
    private static Optional<ParkSlot> slot(CallContext context, Park park, CallReference leg) {
        return park.chosen().isPresent()
                ? park.chosen().filter(slot -> context.parking().take(slot, leg))
                : free(context, park.order(), leg);
    }

    /** Takes the first slot in reach that is free. */
    private static Optional<ParkSlot> free(CallContext context, SearchOrder order, CallReference leg) {
        return context.dialPlan().parks(order).stream()
                .flatMap(park -> park.slots().stream()
                        .map(number -> new ParkSlot(number, park.range().partition(), Optional.empty())))
                .filter(slot -> context.parking().take(slot, leg))
                .findFirst();
    }

    private static CallStep park(Talking talking, Side side, ParkSlot slot) {
        var parties = talking.parties();
        var effects = Conversations.close(talking, new Effects())
                .tell(new LegEvent.FarHeld(parties.leg(side).reference(), true));
        var parked = new Parked(
                Relays.directly(parties),
                side,
                slot,
                false,
                talking.media().ends().generation());
        if (talking.media().encrypted() || parties.relay().isPresent()) {
            update(parked, effects);
        }
        return park(parked, true, effects);
    }

    /** Who is parked sees how secure the call is now: a media termination point is not kept for them. */
    private static void update(Parked parked, Effects effects) {
        effects.tell(
                new LegEvent.Updated(parked.leg().reference(), parked.parties().seenFrom(parked.side(), false)));
    }

    private static CallStep park(Parked parked, boolean parkerIsThere, Effects effects) {
        if (parkerIsThere) {
            var parker = parked.parker().reference();
            effects.tell(new LegEvent.Parked(parker, parked.slot().number())).tell(new LegEvent.Cleared(parker));
        }
        return effects.wait(CallTimer.PARK).to(parked);
    }

    /** A number at which calls are parked is complete. */
    static CallStep dialled(
            CallContext context, Dialling dialling, Route route, FeatureNumber.Parking number, Effects effects) {
        return switch (number) {
            case FeatureNumber.Park(var range, var _) ->
                retrieve(context, dialling, route.called(), range.partition(), effects);
            case FeatureNumber.Retrieval(var range) ->
                retrieve(
                        context,
                        dialling,
                        route.called().substring(range.retrievalPrefix().length()),
                        range.partition(),
                        effects);
            case FeatureNumber.DirectedPark(var range)
            when dialling.purpose() == Purpose.TRANSFER -> reserve(context, dialling, route, range, effects);
            case FeatureNumber.DirectedPark _ ->
                Fetches.refuse(dialling.caller(), Phrase.PARK_SLOT_UNAVAILABLE, effects);
        };
    }

    private static CallStep retrieve(
            CallContext context, Dialling dialling, String number, String partition, Effects effects) {
        var caller = dialling.caller();
        var wanted = new Wanted.InSlot(number);
        proceed(caller, dialling.digits(), number, effects);
        return context.parking()
                .parked(new NumberKey(number, partition))
                .map(leg -> Fetches.ask(caller, wanted, leg, effects))
                .orElseGet(() -> Fetches.inVain(caller, wanted, effects));
    }

    private static CallStep reserve(
            CallContext context, Dialling dialling, Route route, DirectedCallPark range, Effects effects) {
        var caller = dialling.caller();
        var slot = new ParkSlot(route.called(), range.partition(), range.reversion());
        var shown = proceed(caller, dialling.digits(), slot.number(), effects);
        if (!context.parking().take(slot, caller.reference())) {
            return Fetches.refuse(caller, Phrase.PARK_SLOT_UNAVAILABLE, effects);
        }
        return effects.tell(new LegEvent.FarRinging(caller.reference(), shown))
                .wait(CallTimer.NO_ANSWER)
                .to(new Reserving(caller, slot));
    }

    private static CallParties proceed(Leg caller, String dialled, String number, Effects effects) {
        var shown =
                new CallParties(Direction.OUTBOUND, caller.terminal().party(), new Party(number, ""), Optional.empty());
        effects.tell(new LegEvent.Proceeding(caller.reference(), dialled, shown));
        return shown;
    }

    static CallStep whenReserving(Reserving reserving, CallSignal signal) {
        var caller = reserving.caller();
        return switch (signal) {
            case LegEnd end
            when CallMachine.isOf(caller, end.leg()) ->
                vacate(reserving, new Effects().waitNoMore())
                        .clear(CallMachine.reachable(end, List.of(caller)))
                        .to(new Ended());
            case Expired(var timer)
            when timer == CallTimer.NO_ANSWER ->
                CallMachine.failed(vacate(reserving, new Effects()), List.of(caller), Cause.NO_ANSWER);
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ ->
                CallMachine.stay(reserving);
        };
    }

    private static Effects vacate(Reserving reserving, Effects effects) {
        return effects.add(new Vacate(reserving.slot(), reserving.caller().reference()));
    }

    /** The transferring call has the slot from now on: it takes it as soon as it hears of it. */
    static CallStep give(HandOver asked, Reserving reserving) {
        var effects = vacate(reserving, new Effects())
                .tell(new LegEvent.Cleared(reserving.caller().reference()));
        return HandOvers.part(asked, Arrival.of(reserving.slot()), effects);
    }

    /** Somebody takes who is parked. */
    static CallStep give(HandOver asked, Parked parked) {
        var effects = vacate(parked, new Effects());
        if (!parked.held()) {
            effects.tell(new LegEvent.FarHeld(parked.leg().reference(), false));
        }
        var where = parked.held() ? Arrival.Where.HOLDING : Arrival.Where.TALKING;
        return HandOvers.part(asked, Arrival.of(parked.leg(), where, parked.generation()), effects);
    }

    /** A held call is transferred into a slot; it stays as it was where somebody was faster there. */
    static Optional<CallStep> transferred(CallContext context, Joining joining, ParkSlot slot) {
        var leg = joining.stays();
        if (joining.gone().contains(leg.reference())) {
            return Optional.of(
                    HandOvers.taken(joining.other()).clear(parker(joining)).to(new Ended()));
        }
        if (!context.parking().take(slot, leg.reference())) {
            return Optional.empty();
        }
        var parties = joining.before().parties();
        var side = parties.side(leg.reference()).orElseThrow();
        var parked = new Parked(
                Relays.directly(parties), side, slot, false, joining.before().generation());
        var effects = HandOvers.taken(joining.other());
        if (parties.relay().isPresent()) {
            update(parked, effects);
        }
        return Optional.of(park(parked, !parker(joining).isEmpty(), effects));
    }

    private static List<Leg> parker(Joining joining) {
        return joining.before().parties().both().stream()
                .filter(leg ->
                        CallMachine.isOf(leg, joining.leg()) && !joining.gone().contains(leg.reference()))
                .toList();
    }

    static CallStep whenParked(CallContext context, Parked parked, CallSignal signal) {
        return switch (signal) {
            case LegEnd end
            when parked.isOf(end.leg()) ->
                vacate(parked, new Effects().waitNoMore())
                        .clear(CallMachine.reachable(end, List.of(parked.leg())))
                        .to(new Ended());
            case Hold(var leg, var _)
            when parked.isOf(leg) && !parked.held() ->
                new Effects()
                        .tell(new LegEvent.Held(leg, parked.parties().seenFrom(parked.side(), false)))
                        .to(parked.holding(true));
            case Resume(var leg)
            when parked.isOf(leg) && parked.held() ->
                new Effects()
                        .tell(new LegEvent.Resumed(leg, parked.parties().seenFrom(parked.side(), false)))
                        .tell(new LegEvent.FarHeld(leg, true))
                        .to(parked.holding(false));
            case Expired(var timer)
            when timer == CallTimer.PARK ->
                parked.held() ? new Effects().wait(CallTimer.PARK).to(parked) : revert(context, parked);
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ -> CallMachine.stay(parked);
        };
    }

    private static Effects vacate(Parked parked, Effects effects) {
        return effects.add(new Vacate(parked.slot(), parked.leg().reference()));
    }

    /** Nobody took the call: it goes back to who parked it, or where the slot sends it. */
    private static CallStep revert(CallContext context, Parked parked) {
        var leg = parked.leg();
        var parker = parked.parker().terminal();
        var effects = vacate(parked, new Effects()).tell(new LegEvent.FarHeld(leg.reference(), false));
        if (parker.line().isEmpty()) {
            return CallMachine.failed(effects, List.of(leg), Cause.DESTINATION_OUT_OF_ORDER);
        }
        var aim = new ToLine(line(context, parker.line().get()));
        var routing = Routing.of(leg.terminal().party(), aim, parked.generation());
        return parked.slot()
                .reversion()
                .map(to -> CallForward.sendOn(context, leg, routing, Reason.PARK_REVERSION, to, effects))
                .orElseGet(() -> Offers.ask(
                        context, leg, routing.redirectedTo(aim, parker.party(), Reason.PARK_REVERSION), effects));
    }

    /** The line as it is now; one that is gone rings nowhere. */
    private static Destination line(CallContext context, LineAppearance at) {
        var plan = context.dialPlan();
        return new Destination(
                plan.line(at.number(), at.partition())
                        .orElseGet(() -> new Line(at.number(), at.partition(), "", "", Optional.empty())),
                plan.appearances(at.number(), at.partition()));
    }
}
