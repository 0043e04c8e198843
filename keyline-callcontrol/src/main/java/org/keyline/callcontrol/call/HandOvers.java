package org.keyline.callcontrol.call;

import java.util.HashSet;
import org.keyline.callcontrol.call.Arrival.Where;
import org.keyline.callcontrol.call.CallSignal.BetweenCalls;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.HandOver;
import org.keyline.callcontrol.call.CallSignal.HandOverRefused;
import org.keyline.callcontrol.call.CallSignal.HandedOver;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.Moved;
import org.keyline.callcontrol.call.CallSignal.TakenOver;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.EnteringCode;
import org.keyline.callcontrol.call.CallState.Failed;
import org.keyline.callcontrol.call.CallState.Fetching;
import org.keyline.callcontrol.call.CallState.Idle;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.Leaving;
import org.keyline.callcontrol.call.CallState.Offering;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Parked;
import org.keyline.callcontrol.call.CallState.Reserving;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;

/**
 * How a leg moves from one call to another: what transfer, and every other feature that makes one call of two, is made
 * of. The call that asks is <em>joining</em> (or fetching), the one that is asked is <em>leaving</em>.
 *
 * <table>
 * <caption>The words between two calls, and what the moving leg's device says</caption>
 * <tr><th>to</th><th>word</th><th>means</th></tr>
 * <tr><td>leaving</td><td>HandOver</td><td>give me the other leg of your call</td></tr>
 * <tr><td>joining</td><td>HandedOver</td><td>here it is, its media closed, and my first leg is cleared</td></tr>
 * <tr><td>joining</td><td>HandOverRefused</td><td>there is none to give</td></tr>
 * <tr><td>leaving</td><td>TakenOver</td><td>I have it; what you still hear of it, pass on</td></tr>
 * <tr><td>leaving</td><td>Moved</td><td>its device says: nothing more of this leg comes to you</td></tr>
 * </table>
 *
 * <p>The leaving call is over when it heard both of the last two, since signals of the leg may have been on their way
 * to it. Should nothing be heard of the joining call, it is told that the leg ends, in case it has it after all; should
 * it be gone, the leaving call clears the leg a while later; a leg that arrives where nobody waits for it is cleared at
 * once. So no leg is ever without a call.
 */
final class HandOvers {
    private HandOvers() {}

    /** What one call says to another. */
    static CallStep between(CallContext context, CallState state, BetweenCalls signal) {
        return switch (signal) {
            case HandOver handOver -> handOver(state, handOver);
            case HandedOver handed
            when state instanceof Joining joining && joining.awaits(handed.from()) ->
                Transfers.arrived(context, joining, handed.arrival());
            case HandedOver handed
            when state instanceof Conferring(var conference) && conference.awaits(handed.from()) ->
                Newcomers.arrived(context, conference, handed.arrival());
            case HandedOver handed
            when state instanceof Fetching fetching && fetching.awaits(handed.from()) ->
                Fetches.arrived(context, fetching, handed.arrival());
            case HandedOver handed
            when state instanceof Conferring(var conference) && conference.isRoom(handed.to()) ->
                MeetMes.arrived(context, conference, handed);
            case CallSignal.Enter enter
            when state instanceof Conferring(var conference) && conference.isRoom(enter.room()) ->
                MeetMes.asked(context, conference, enter);
            case CallSignal.Enter(var room, var from) ->
                new Effects()
                        .toCall(from, new CallSignal.EntryRefused(from, room, Phrase.MEET_ME_UNAVAILABLE))
                        .to(state);
            case CallSignal.EntryGranted(var _, var room)
            when state instanceof Fetching fetching && fetching.awaits(room) -> MeetMes.granted(fetching);
            case CallSignal.EntryRefused(var _, var room, var why)
            when state instanceof Fetching fetching && fetching.awaits(room) -> MeetMes.refused(fetching, why);
            case HandedOver handed -> orphan(state, handed);
            case HandOverRefused(var _, var from)
            when state instanceof Joining joining && joining.awaits(from) -> Transfers.refused(context, joining);
            case HandOverRefused(var _, var from)
            when state instanceof Conferring(var conference) && conference.awaits(from) ->
                Newcomers.refused(context, conference);
            case HandOverRefused(var _, var from)
            when state instanceof Fetching fetching && fetching.awaits(from) -> Fetches.refused(context, fetching);
            case TakenOver _ when state instanceof Leaving leaving -> end(leaving.whenTaken(), new Effects());
            case Moved(var leg) when state instanceof Leaving leaving -> end(leaving.whenMoved(leg), new Effects());
            case HandOverRefused _, TakenOver _, Moved _, CallSignal.EntryGranted _, CallSignal.EntryRefused _ ->
                CallMachine.stay(state);
        };
    }

    /** The call that gave its leg away passes on what it still hears of it. */
    static CallStep whenLeaving(Leaving leaving, CallSignal signal) {
        return switch (signal) {
            case LegSignal ofLeg when leaving.moves(ofLeg.leg()) -> passOn(leaving, ofLeg);
            case Expired(var timer) when timer == CallTimer.JOIN -> nobodyTookIt(leaving);
            case CallSignal.Originate _, LegSignal _, Expired _, BetweenCalls _ -> CallMachine.stay(leaving);
        };
    }

    private static CallStep handOver(CallState state, HandOver asked) {
        return switch (state) {
            case Ringing ringing
            when asked.ringing() && CallMachine.isOf(ringing.caller(), asked.leg()) -> leave(asked, ringing);
            case Ringing ringing
            when asked.ringing() && ringing.rings().ringing(asked.leg()).isPresent() -> Pickups.give(asked, ringing);
            // Who is parked has no far end to give to a conference of their own.
            case Parked parked when asked.ringing() && parked.isOf(asked.leg()) -> Parks.give(asked, parked);
            case Reserving reserving
            when asked.ringing() && CallMachine.isOf(reserving.caller(), asked.leg()) -> Parks.give(asked, reserving);
            case Talking talking when talking.parties().side(asked.leg()).isPresent() -> leave(asked, talking);
            case OnHold onHold when onHold.parties().side(asked.leg()).isPresent() -> leave(asked, onHold);
            case Idle _,
                    Dialling _,
                    EnteringCode _,
                    Offering _,
                    Ringing _,
                    Talking _,
                    OnHold _,
                    Conferring _,
                    Barged _,
                    Joining _,
                    Fetching _,
                    Parked _,
                    Reserving _,
                    Leaving _,
                    Failed _,
                    Ended _ ->
                new Effects()
                        .toCall(asked.to(), new HandOverRefused(asked.to(), asked.leg()))
                        .to(state);
        };
    }

    /** Phones that were asked and do not ring yet are asked no more. */
    private static CallStep leave(HandOver asked, Ringing ringing) {
        var effects = new Effects();
        ringing.rings().asked().forEach(leg -> effects.tell(new LegEvent.Cleared(leg)));
        return leave(asked, Arrival.of(ringing.rings().ringing(), ringing.routing()), effects);
    }

    private static CallStep leave(HandOver asked, Talking talking) {
        var moving = talking.parties().side(asked.leg()).orElseThrow().other();
        var generation = talking.media().ends().generation();
        return leave(
                asked,
                Arrival.of(talking.parties().leg(moving), Where.TALKING, generation),
                Conversations.close(talking, new Effects()));
    }

    private static CallStep leave(HandOver asked, OnHold onHold) {
        var moving = onHold.parties().side(asked.leg()).orElseThrow().other();
        var leg = onHold.parties().leg(moving);
        if (onHold.holders().contains(moving)) {
            return leave(asked, Arrival.of(leg, Where.HOLDING, onHold.generation()), new Effects());
        }
        var effects = new Effects().tell(new LegEvent.FarHeld(leg.reference(), false));
        return leave(asked, Arrival.of(leg, Where.TALKING, onHold.generation()), effects);
    }

    private static CallStep leave(HandOver asked, Arrival arrival, Effects effects) {
        return part(asked, arrival, effects.tell(new LegEvent.Cleared(asked.leg())));
    }

    /** What arrives there is no more part of this call. */
    static CallStep part(HandOver asked, Arrival arrival, Effects effects) {
        var moving = new HashSet<CallReference>();
        for (var leg : arrival.legs()) {
            moving.add(leg.reference());
            effects.tell(new LegEvent.Moved(leg.reference()));
        }
        return effects.toCall(asked.to(), new HandedOver(asked.to(), asked.leg(), arrival))
                .wait(CallTimer.JOIN)
                .to(new Leaving(arrival.legs(), asked.to(), false, moving));
    }

    private static CallStep passOn(Leaving leaving, LegSignal signal) {
        var effects = new Effects().toCall(leaving.to(), signal);
        if (signal instanceof Vanished) {
            // Its device is gone and will not say that it heard of the move.
            return end(leaving.whenMoved(signal.leg()), effects);
        }
        return effects.to(leaving);
    }

    private static CallStep end(Leaving leaving, Effects effects) {
        return leaving.isOver() ? effects.waitNoMore().to(new Ended()) : effects.to(leaving);
    }

    private static CallStep nobodyTookIt(Leaving leaving) {
        var effects = new Effects();
        if (leaving.taken()) {
            return effects.to(new Ended());
        }
        if (leaving.doubtful()) {
            return effects.clear(leaving.legs()).to(new Ended());
        }
        for (var leg : leaving.legs()) {
            effects.toCall(leaving.to(), new CallSignal.Release(leg.reference()));
        }
        return effects.wait(CallTimer.JOIN).to(leaving.inDoubt());
    }

    private static CallStep orphan(CallState state, HandedOver handed) {
        return new Effects()
                .toCall(handed.from(), new TakenOver(handed.from()))
                .clear(handed.arrival().legs())
                .to(state);
    }

    /** Asks the call of {@code other} for the leg at its far end. */
    static CallStep ask(Joining joining, Effects effects) {
        return ask(joining.other(), joining.leg(), joining.purpose() == Purpose.TRANSFER, effects)
                .to(joining);
    }

    /**
     * The same for a call in any state.
     *
     * @param ringing whether legs that only ring are wanted too
     */
    static Effects ask(CallReference other, CallReference leg, boolean ringing, Effects effects) {
        return effects.toCall(other, new HandOver(other, leg, ringing)).wait(CallTimer.JOIN);
    }

    /** Says to the call of {@code other} that what it gave has come. */
    static Effects taken(CallReference other) {
        return new Effects().waitNoMore().toCall(other, new TakenOver(other));
    }
}
