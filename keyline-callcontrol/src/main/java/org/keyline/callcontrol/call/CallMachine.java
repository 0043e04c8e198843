package org.keyline.callcontrol.call;

import java.util.List;
import org.keyline.callcontrol.call.CallSignal.Answer;
import org.keyline.callcontrol.call.CallSignal.BetweenCalls;
import org.keyline.callcontrol.call.CallSignal.Confer;
import org.keyline.callcontrol.call.CallSignal.Dial;
import org.keyline.callcontrol.call.CallSignal.Divert;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.Hold;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.MarkMalicious;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.OfferReply;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallSignal.Park;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallSignal.Resume;
import org.keyline.callcontrol.call.CallSignal.Transfer;
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
import org.keyline.callcontrol.station.Cause;

/**
 * The call machine of a call between lines; their further appearances are the matter of {@link SharedLines}. Signals of
 * a leg that is not, or no longer, in the call change nothing: phones repeat themselves and cross with what they are
 * told.
 *
 * <table>
 * <caption>States and signals; what is not named stays</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Idle</td><td>Originate</td><td>Dialling, or as its digits lead</td><td>FIRST_DIGIT starts</td></tr>
 * <tr><td>Dialling</td><td>Digit, Erase, DialNow, DialNumber</td><td>see {@link Diallings}</td><td></td></tr>
 * <tr><td>Dialling</td><td>INTER_DIGIT expires</td><td>Offering, Failed</td><td>routes what is dialled</td></tr>
 * <tr><td>Dialling</td><td>a number that asks for a code</td><td>EnteringCode</td><td>see {@link CodeEntries}</td></tr>
 * <tr><td>Dialling</td><td>FIRST_DIGIT expires</td><td>Failed</td><td>reorder</td></tr>
 * <tr><td>Offering, Ringing</td><td>what the called devices and users say</td><td>see {@link Offers}</td><td></td></tr>
 * <tr><td>Ringing</td><td>Answer</td><td>Talking</td><td>receivers open on both sides; MEDIA starts</td></tr>
 * <tr><td>Talking</td><td>media reports, Hold</td><td>see {@link Conversations}</td><td></td></tr>
 * <tr><td>OnHold</td><td>Hold, Resume</td><td>see {@link Conversations}</td><td></td></tr>
 * <tr><td>OnHold</td><td>Transfer</td><td>Joining</td><td>see {@link Transfers}</td></tr>
 * <tr><td>OnHold</td><td>Confer</td><td>Joining</td><td>see {@link Conferences}</td></tr>
 * <tr><td>Dialling</td><td>BeginFor, or a number of a feature</td><td>Fetching</td><td>see {@link Pickups}, {@link
 * Fetches}</td></tr>
 * <tr><td>Dialling to open a meeting</td><td>its number</td><td>Conferring</td><td>see {@link MeetMes}</td></tr>
 * <tr><td>Talking</td><td>Park</td><td>Parked</td><td>see {@link Parks}</td></tr>
 * <tr><td>Ringing, Talking, OnHold</td><td>Divert</td><td>Offering</td><td>see {@link Diverts}</td></tr>
 * <tr><td>any</td><td>MarkMalicious</td><td>the same</td><td>see {@link MaliciousCalls}</td></tr>
 * <tr><td>OnHold</td><td>HOLD_REVERSION expires</td><td>OnHold</td><td>see {@link Reversions}</td></tr>
 * <tr><td>Talking, OnHold, Joining</td><td>what a media termination point says</td><td></td><td>see {@link
 * Relays}</td></tr>
 * <tr><td>any</td><td>what other calls say</td><td></td><td>see {@link HandOvers}</td></tr>
 * <tr><td>Failed</td><td>TONE expires</td><td>Ended</td><td>Cleared to who is left</td></tr>
 * <tr><td>any</td><td>a leg ends</td><td>Ended (Failed: when the last does)</td><td>media closed, Cleared to all who are left</td></tr>
 * </table>
 */
final class CallMachine {
    private CallMachine() {}

    /** One step. Pure but for the keys and references that {@code context} makes. */
    static CallStep step(CallContext context, CallState state, CallSignal signal) {
        return Reversions.watch(context, state, move(context, state, signal));
    }

    private static CallStep move(CallContext context, CallState state, CallSignal signal) {
        if (signal instanceof MarkMalicious(var leg) && !isBetweenCalls(state)) {
            return MaliciousCalls.mark(state, leg);
        }
        if (state instanceof Barged barged) {
            return Barges.step(context, barged, signal);
        }
        if (signal instanceof LegSignal ofLeg && Relays.isOf(state, ofLeg.leg())) {
            return Relays.said(context, state, ofLeg);
        }
        return switch (signal) {
            case BetweenCalls between -> HandOvers.between(context, state, between);
            case Transfer transfer when !isBetweenCalls(state) -> Transfers.transfer(context, state, transfer);
            case Confer confer when !isBetweenCalls(state) -> Newcomers.confer(context, state, confer);
            case Divert divert when !isBetweenCalls(state) -> Diverts.divert(context, state, divert);
            case Originate _, LegSignal _, Expired _ -> inState(context, state, signal);
        };
    }

    private static boolean isBetweenCalls(CallState state) {
        return state instanceof Joining || state instanceof Leaving;
    }

    private static CallStep inState(CallContext context, CallState state, CallSignal signal) {
        return switch (state) {
            case Idle idle -> whenIdle(context, idle, signal);
            case Dialling dialling -> whenDialling(context, dialling, signal);
            case EnteringCode entering -> CodeEntries.whenEntering(context, entering, signal);
            case Offering offering -> whenOffering(context, offering, signal);
            case Ringing ringing -> whenRinging(context, ringing, signal);
            case Talking talking -> whenTalking(context, talking, signal);
            case OnHold onHold -> whenOnHold(context, onHold, signal);
            case Conferring(var conference) -> Conferences.step(context, conference, signal);
            case Barged barged -> Barges.step(context, barged, signal);
            case Fetching fetching -> Fetches.whenFetching(context, fetching, signal);
            case Parked parked -> Parks.whenParked(context, parked, signal);
            case Reserving reserving -> Parks.whenReserving(reserving, signal);
            case Joining joining -> Transfers.whenJoining(context, joining, signal);
            case Leaving leaving -> HandOvers.whenLeaving(leaving, signal);
            case Failed failed -> whenFailed(failed, signal);
            case Ended ended -> stay(ended);
        };
    }

    private static CallStep whenIdle(CallContext context, Idle idle, CallSignal signal) {
        return switch (signal) {
            case Originate originate -> Diallings.originate(context, originate);
            case LegSignal _, Expired _, BetweenCalls _ -> stay(idle);
        };
    }

    private static CallStep whenDialling(CallContext context, Dialling dialling, CallSignal signal) {
        return switch (signal) {
            case Dial dial when isOf(dialling.caller(), dial.leg()) -> Diallings.dial(context, dialling, dial);
            case Expired(var timer) -> Diallings.expired(context, dialling, timer);
            case LegEnd end when isOf(dialling.caller(), end.leg()) -> ended(end, List.of(dialling.caller()));
            case Originate _, LegSignal _, Expired _, BetweenCalls _ -> stay(dialling);
        };
    }

    private static CallStep whenOffering(CallContext context, Offering offering, CallSignal signal) {
        return switch (signal) {
            case OfferReply reply
            when offering.rings().isAsked(reply.leg()) -> Offers.replied(context, offering, reply);
            case LegEnd end
            when offering.rings().isAsked(end.leg()) ->
                Offers.refused(context, offering, end.leg(), Cause.DESTINATION_OUT_OF_ORDER);
            case LegEnd end
            when isOf(offering.caller(), end.leg()) -> Offers.abandoned(offering.caller(), offering.rings(), end);
            case Expired(var timer) when timer == CallTimer.OFFER -> Offers.unanswered(context, offering);
            case Originate _, LegSignal _, Expired _, BetweenCalls _ -> stay(offering);
        };
    }

    private static CallStep whenRinging(CallContext context, Ringing ringing, CallSignal signal) {
        var rings = ringing.rings();
        return switch (signal) {
            case Answer(var leg)
            when rings.ringing(leg).isPresent() ->
                Offers.answered(context, ringing, rings.ringing(leg).get());
            case OfferReply reply when rings.isAsked(reply.leg()) -> Offers.repliedLate(context, ringing, reply);
            case LegEnd end when rings.references().contains(end.leg()) -> Offers.dropped(context, ringing, end);
            case LegEnd end when isOf(ringing.caller(), end.leg()) -> Offers.abandoned(ringing.caller(), rings, end);
            case Expired(var timer)
            when timer == CallTimer.NO_ANSWER || timer == CallTimer.FORWARD -> Offers.notAnswered(context, ringing);
            case Originate _, LegSignal _, Expired _, BetweenCalls _ -> stay(ringing);
        };
    }

    private static CallStep whenTalking(CallContext context, Talking talking, CallSignal signal) {
        return switch (signal) {
            case MediaReport report -> Conversations.reported(context, talking, report);
            case Hold(var leg, var _) -> Conversations.hold(talking, leg);
            case Park park -> Parks.park(context, talking, park);
            case Expired(var timer) when timer == CallTimer.MEDIA -> Conversations.noMedia(talking);
            case LegEnd end when talking.parties().side(end.leg()).isPresent() -> Conversations.ended(talking, end);
            case Originate _, LegSignal _, Expired _, BetweenCalls _ -> stay(talking);
        };
    }

    private static CallStep whenOnHold(CallContext context, OnHold onHold, CallSignal signal) {
        return switch (signal) {
            case Hold(var leg, var _) -> Conversations.holdToo(onHold, leg);
            case Expired(var timer) when timer == CallTimer.HOLD_REVERSION -> Reversions.remind(context, onHold);
            case Resume(var leg) -> Conversations.resume(context, onHold, leg);
            case LegEnd end
            when onHold.parties().side(end.leg()).isPresent() ->
                ended(end, onHold.parties().both());
            case Originate _, LegSignal _, Expired _, BetweenCalls _ -> stay(onHold);
        };
    }

    private static CallStep whenFailed(Failed failed, CallSignal signal) {
        return switch (signal) {
            case LegEnd end -> legLeft(failed, end);
            case Expired(var timer)
            when timer == CallTimer.TONE -> new Effects().clear(failed.legs()).to(new Ended());
            case Originate _, LegSignal _, Expired _, BetweenCalls _ -> stay(failed);
        };
    }

    private static CallStep legLeft(Failed failed, LegEnd end) {
        var left = failed.legs().stream().filter(leg -> !isOf(leg, end.leg())).toList();
        if (left.size() == failed.legs().size()) {
            return stay(failed);
        }
        var effects = new Effects();
        if (end instanceof Release) {
            effects.tell(new LegEvent.Cleared(end.leg()));
        }
        return left.isEmpty() ? effects.waitNoMore().to(new Ended()) : effects.to(new Failed(left, failed.cause()));
    }

    /** A leg ended the call: all are cleared, but a device that is gone is told nothing. */
    static CallStep ended(LegEnd end, List<Leg> legs) {
        return new Effects().waitNoMore().clear(reachable(end, legs)).to(new Ended());
    }

    /** The legs whose devices can still be told something. */
    static List<Leg> reachable(LegEnd end, List<Leg> legs) {
        return end instanceof Vanished
                ? legs.stream().filter(leg -> !isOf(leg, end.leg())).toList()
                : legs;
    }

    /** These legs hear why the call cannot go on. */
    static CallStep failed(Effects effects, List<Leg> legs, Cause cause) {
        legs.forEach(leg -> effects.tell(new LegEvent.Refused(leg.reference(), cause)));
        return effects.wait(CallTimer.TONE).to(new Failed(legs, cause));
    }

    static boolean isOf(Leg leg, CallReference reference) {
        return leg.reference().equals(reference);
    }

    static CallStep stay(CallState state) {
        return new CallStep(state, List.of());
    }
}
