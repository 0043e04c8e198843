package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Set;
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
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Failed;
import org.keyline.callcontrol.call.CallState.Idle;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.Leaving;
import org.keyline.callcontrol.call.CallState.Offering;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;

/**
 * How a leg moves from one call to another: what transfer, and every other feature that makes one call of two, is made
 * of. The call that asks is <em>joining</em>, the one that is asked is <em>leaving</em>.
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
 * to it. Should the joining call be gone, the leaving call clears the leg after a while; a leg that arrives where
 * nobody waits for it is cleared at once. So no leg is ever without a call.
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
            case HandedOver handed -> orphan(state, handed);
            case HandOverRefused(var _, var from)
            when state instanceof Joining joining && joining.awaits(from) -> Transfers.refused(context, joining);
            case TakenOver _ when state instanceof Leaving leaving -> settle(leaving.whenTaken());
            case Moved _ when state instanceof Leaving leaving -> settle(leaving.whenMoved());
            case HandOverRefused _, TakenOver _, Moved _ -> CallMachine.stay(state);
        };
    }

    /** The call that gave its leg away passes on what it still hears of it. */
    static CallStep whenLeaving(Leaving leaving, CallSignal signal) {
        return switch (signal) {
            case LegSignal ofLeg when CallMachine.isOf(leaving.leg(), ofLeg.leg()) -> passOn(leaving, ofLeg);
            case Expired(var timer) when timer == CallTimer.JOIN -> nobodyTookIt(leaving);
            case CallSignal.Originate _, LegSignal _, Expired _, BetweenCalls _ -> CallMachine.stay(leaving);
        };
    }

    private static CallStep handOver(CallState state, HandOver asked) {
        return switch (state) {
            case Ringing ringing
            when CallMachine.isOf(ringing.parties().calling(), asked.leg()) ->
                leave(asked, ringing.parties(), Side.CALLED, Where.RINGING, ringing.dialled(), 0, new Effects());
            case Talking talking when talking.parties().side(asked.leg()).isPresent() -> leave(asked, talking);
            case OnHold onHold when onHold.parties().side(asked.leg()).isPresent() -> leave(asked, onHold);
            case Idle _,
                    Dialling _,
                    Offering _,
                    Ringing _,
                    Talking _,
                    OnHold _,
                    Joining _,
                    Leaving _,
                    Failed _,
                    Ended _ ->
                new Effects()
                        .toCall(asked.to(), new HandOverRefused(asked.to(), asked.leg()))
                        .to(state);
        };
    }

    private static CallStep leave(HandOver asked, Talking talking) {
        var moving = talking.parties().side(asked.leg()).orElseThrow().other();
        var effects = Conversations.close(talking, new Effects());
        var generation = talking.media().ends().generation();
        return leave(asked, talking.parties(), moving, Where.TALKING, "", generation, effects);
    }

    private static CallStep leave(HandOver asked, OnHold onHold) {
        var moving = onHold.parties().side(asked.leg()).orElseThrow().other();
        var effects = new Effects();
        if (!onHold.holders().contains(moving)) {
            effects.tell(new LegEvent.FarHeld(onHold.parties().leg(moving).reference(), false));
        }
        var where = onHold.holders().contains(moving) ? Where.HOLDING : Where.TALKING;
        return leave(asked, onHold.parties(), moving, where, "", onHold.generation(), effects);
    }

    private static CallStep leave(
            HandOver asked,
            Parties parties,
            Side moving,
            Where where,
            String dialled,
            int generation,
            Effects effects) {
        var leg = parties.leg(moving);
        return effects.tell(new LegEvent.Cleared(asked.leg()))
                .tell(new LegEvent.Moved(leg.reference()))
                .toCall(
                        asked.to(),
                        new HandedOver(asked.to(), asked.leg(), new Arrival(leg, where, dialled, generation)))
                .wait(CallTimer.JOIN)
                .to(new Leaving(leg, asked.to(), false, false));
    }

    private static CallStep passOn(Leaving leaving, LegSignal signal) {
        var effects = new Effects().toCall(leaving.to(), signal);
        if (signal instanceof Vanished) {
            // Its device is gone and will not say that it heard of the move.
            return end(leaving.whenMoved(), effects);
        }
        return effects.to(leaving);
    }

    private static CallStep settle(Leaving leaving) {
        return end(leaving, new Effects());
    }

    private static CallStep end(Leaving leaving, Effects effects) {
        return leaving.isOver() ? effects.waitNoMore().to(new Ended()) : effects.to(leaving);
    }

    private static CallStep nobodyTookIt(Leaving leaving) {
        var effects = new Effects();
        if (!leaving.taken()) {
            effects.clear(List.of(leaving.leg()));
        }
        return effects.to(new Ended());
    }

    private static CallStep orphan(CallState state, HandedOver handed) {
        var leg = handed.arrival().leg();
        return new Effects()
                .toCall(handed.from(), new TakenOver(handed.from(), leg.reference()))
                .clear(Set.of(leg))
                .to(state);
    }

    /** Asks the call of {@code other} for the leg at its far end. */
    static CallStep ask(Joining joining, Effects effects) {
        return effects.toCall(joining.other(), new HandOver(joining.other(), joining.leg()))
                .wait(CallTimer.JOIN)
                .to(joining);
    }

    /** Says that the leg has come. */
    static Effects taken(Joining joining, CallReference leg) {
        return new Effects().waitNoMore().toCall(joining.other(), new TakenOver(joining.other(), leg));
    }
}
