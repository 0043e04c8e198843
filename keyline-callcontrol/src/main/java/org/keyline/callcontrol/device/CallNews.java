package org.keyline.callcontrol.device;

import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Answered;
import org.keyline.callcontrol.call.LegEvent.AnsweredElsewhere;
import org.keyline.callcontrol.call.LegEvent.Cleared;
import org.keyline.callcontrol.call.LegEvent.Collected;
import org.keyline.callcontrol.call.LegEvent.ConferenceRefused;
import org.keyline.callcontrol.call.LegEvent.Confirmed;
import org.keyline.callcontrol.call.LegEvent.Connected;
import org.keyline.callcontrol.call.LegEvent.DigitErased;
import org.keyline.callcontrol.call.LegEvent.FarHeld;
import org.keyline.callcontrol.call.LegEvent.FarRinging;
import org.keyline.callcontrol.call.LegEvent.FeatureRefused;
import org.keyline.callcontrol.call.LegEvent.FirstDigitTaken;
import org.keyline.callcontrol.call.LegEvent.Held;
import org.keyline.callcontrol.call.LegEvent.InUseElsewhere;
import org.keyline.callcontrol.call.LegEvent.Media;
import org.keyline.callcontrol.call.LegEvent.Moved;
import org.keyline.callcontrol.call.LegEvent.Offered;
import org.keyline.callcontrol.call.LegEvent.Parked;
import org.keyline.callcontrol.call.LegEvent.Proceeding;
import org.keyline.callcontrol.call.LegEvent.Refused;
import org.keyline.callcontrol.call.LegEvent.Resumed;
import org.keyline.callcontrol.call.LegEvent.TakenElsewhere;
import org.keyline.callcontrol.call.LegEvent.Updated;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Elsewhere;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.StartEnBloc;
import org.keyline.model.device.LineAppearance;

/**
 * What calls tell a device, and what its phone is shown.
 *
 * <table>
 * <caption>News and what they do; of a leg that is gone they do nothing</caption>
 * <tr><th>event</th><th>leg becomes</th><th>phone, call</th></tr>
 * <tr><td>Offered, a button of the line has fewer calls than its busy trigger</td><td>RINGING</td><td>Offer, as waiting beside an
 * active call; Alerting</td></tr>
 * <tr><td>Offered, the phone rejects calls (do not disturb)</td><td>-</td><td>Rejected: busy</td></tr>
 * <tr><td>Offered, no bandwidth between the locations</td><td>-</td><td>Rejected: out of bandwidth</td></tr>
 * <tr><td>Offered else</td><td>-</td><td>Rejected: busy</td></tr>
 * <tr><td>FirstDigitTaken, DigitErased</td><td></td><td>FirstDigit, EraseDigit</td></tr>
 * <tr><td>OutsideDialTone</td><td></td><td>the same</td></tr>
 * <tr><td>CodeAsked</td><td>DIALLING</td><td>AskCode</td></tr>
 * <tr><td>Proceeding, FarRinging</td><td>CALLING</td><td>Proceed, RingBack</td></tr>
 * <tr><td>Answered, Connected, Resumed</td><td>CONNECTED</td><td>the same</td></tr>
 * <tr><td>Held</td><td>HELD</td><td>Held; a waiting intent comes true</td></tr>
 * <tr><td>FarHeld, Updated, Media</td><td></td><td>the same</td></tr>
 * <tr><td>InUseElsewhere</td><td>REMOTE, REMOTE_HELD</td><td>InUseElsewhere; the first of a leg:
 * Onlooking</td></tr>
 * <tr><td>Collected</td><td></td><td>see {@link ForwardAllKey}</td></tr>
 * <tr><td>FeatureRefused</td><td></td><td>Explain</td></tr>
 * <tr><td>ConferenceRefused</td><td>HELD, where it was RESUMING</td><td>Explain</td></tr>
 * <tr><td>Participants</td><td></td><td>ListParticipants</td></tr>
 * <tr><td>HoldReverted, HELD</td><td></td><td>the same</td></tr>
 * <tr><td>Parked, MarkedMalicious</td><td></td><td>the same</td></tr>
 * <tr><td>TakenElsewhere</td><td>gone</td><td>TakenElsewhere, Clear</td></tr>
 * <tr><td>Moved</td><td></td><td>nothing: the leg has another call now, its phone shows the same</td></tr>
 * <tr><td>Refused</td><td>REFUSED</td><td>Refuse</td></tr>
 * <tr><td>Confirmed</td><td>REFUSED: a tone plays</td><td>Confirm</td></tr>
 * <tr><td>Cleared</td><td>gone</td><td>Clear; a waiting intent comes true, or a waiting call rings</td></tr>
 * </table>
 */
final class CallNews {
    private CallNews() {}

    static void hear(Desk desk, LegEvent event) {
        if (event instanceof Offered offered) {
            offered(desk, offered);
        } else if (event instanceof InUseElsewhere inUse
                && desk.state().leg(inUse.leg()).isEmpty()) {
            looksOn(desk, inUse);
        } else {
            desk.state().leg(event.leg()).ifPresent(leg -> tell(desk, begun(desk, leg), event));
        }
    }

    /** A call dialled with its number known shows itself with the first news of it. */
    private static DeviceLeg begun(Desk desk, DeviceLeg leg) {
        if (leg.phase() != LegPhase.STARTING) {
            return leg;
        }
        desk.tellPhone(new StartEnBloc(leg.line(), leg.reference(), leg.speaker()));
        return leg.in(LegPhase.CALLING);
    }

    private static void tell(Desk desk, DeviceLeg leg, LegEvent event) {
        var line = leg.line();
        var call = leg.reference();
        switch (event) {
            case Offered _ -> {}
            case FirstDigitTaken _ -> desk.tellPhone(new StationCommand.FirstDigit(line, call));
            case DigitErased(var _, var empty) -> desk.tellPhone(new StationCommand.EraseDigit(line, call, empty));
            case LegEvent.OutsideDialTone _ -> desk.tellPhone(new StationCommand.OutsideDialTone(line, call));
            case LegEvent.CodeAsked(var _, var kind) -> {
                desk.become(desk.state().with(leg.in(LegPhase.DIALLING)));
                desk.tellPhone(new StationCommand.AskCode(line, call, kind));
            }
            case Proceeding(var _, var dialled, var parties) -> {
                desk.become(desk.state()
                        .with(leg.in(LegPhase.CALLING).between(parties))
                        .dialled(dialled));
                LastCall.proceeds(desk, leg, dialled, parties);
                desk.tellPhone(new StationCommand.Proceed(line, call, dialled, parties));
            }
            case FarRinging(var _, var parties) -> {
                desk.become(desk.state().with(leg.in(LegPhase.CALLING).between(parties)));
                desk.tellPhone(new StationCommand.RingBack(line, call, parties, leg.purpose()));
                LastCall.rings(desk, leg, parties);
                desk.reconsider();
            }
            case Answered _ -> {
                desk.become(desk.state().with(leg.in(LegPhase.CONNECTED)));
                desk.tellPhone(new StationCommand.Answered(line, call, leg.speaker()));
            }
            case Connected(var _, var parties) -> {
                desk.become(desk.state().with(leg.in(LegPhase.CONNECTED).between(parties)));
                desk.tellPhone(new StationCommand.Connected(line, call, parties, leg.purpose()));
                LastCall.answered(desk, leg, parties);
            }
            case Held(var _, var parties) -> {
                desk.become(desk.state().with(leg.in(LegPhase.HELD).between(parties)));
                desk.tellPhone(new StationCommand.Held(line, call, parties));
                desk.settle();
            }
            case Resumed(var _, var parties) -> {
                desk.become(desk.state()
                        .with(leg.in(LegPhase.CONNECTED).between(parties))
                        .withoutConsultationFor(call));
                desk.tellPhone(new StationCommand.Resumed(line, call, leg.speaker(), parties));
            }
            case FarHeld(var _, var held) -> desk.tellPhone(new StationCommand.FarEndHeld(line, call, held));
            case Updated(var _, var parties) -> {
                desk.become(desk.state().with(leg.between(parties)));
                desk.tellPhone(new StationCommand.UpdateParties(line, call, parties));
            }
            case Refused(var _, var cause) -> {
                desk.become(desk.state().with(leg.in(LegPhase.REFUSED)));
                desk.tellPhone(new StationCommand.Refuse(line, call, cause));
                LastCall.refused(desk, leg, cause);
                desk.settle();
            }
            case Confirmed _ -> {
                desk.become(desk.state().with(leg.in(LegPhase.REFUSED)));
                desk.tellPhone(new StationCommand.Confirm(line, call));
                desk.settle();
            }
            case InUseElsewhere(var _, var _, var parties, var how) -> elsewhere(desk, leg.between(parties), how);
            case LegEvent.HoldReverted _ -> reverts(desk, leg);
            case LegEvent.MarkedMalicious _ -> desk.tellPhone(new StationCommand.MarkedMalicious(line, call));
            case LegEvent.BargedIn _ -> desk.tellPhone(new StationCommand.BargeTone(line, call));
            case Collected(var _, var digits) -> ForwardAllKey.collected(desk, leg, digits);
            case FeatureRefused(var _, var why) -> desk.explain(leg, why);
            case ConferenceRefused(var _, var why) -> ConferenceKey.refused(desk, leg, why);
            case LegEvent.Participants(var _, var who, var controls) ->
                desk.tellPhone(new StationCommand.ListParticipants(line, call, who, controls));
            case Parked(var _, var slot) ->
                desk.tellPhone(new StationCommand.Parked(line, call, slot, ParkKey.seconds(desk)));
            case TakenElsewhere _ -> {
                desk.tellPhone(new StationCommand.TakenElsewhere(line, call));
                cleared(desk, leg);
            }
            case AnsweredElsewhere _, Moved _, LegEvent.Seated _, LegEvent.Relaying _, LegEvent.Playing _ -> {}
            case Cleared _ -> cleared(desk, leg);
            case Media(var _, var command) -> desk.tellPhone(command);
        }
    }

    private static void offered(Desk desk, Offered offered) {
        var line = desk.state().phone().line(offered.line());
        if (line.filter(found -> !hasBandwidth(desk, offered, found)).isPresent()) {
            desk.tellCall(offered.leg(), new CallSignal.Rejected(offered.leg(), Cause.OUT_OF_BANDWIDTH));
            return;
        }
        line.filter(_ -> !desk.state().phone().features().doNotDisturb().rejectsCalls())
                .flatMap(found -> Rollover.toRing(desk.state(), found))
                .ifPresentOrElse(found -> ring(desk, offered, found), () -> reject(desk, offered, line.isPresent()));
    }

    /** What could not be answered does not ring. */
    private static boolean hasBandwidth(Desk desk, Offered offered, LineAppearance line) {
        var here = desk.state().terminal(line);
        var there = offered.caller();
        return here.site().sharesLocation(there.site())
                || desk.context()
                        .codecs()
                        .between(there, here, Set.of())
                        .map(codec -> Reservation.of(offered.leg(), here.site(), there.site(), codec))
                        .filter(asked -> !desk.context().bandwidth().admits(asked))
                        .isEmpty();
    }

    private static void ring(Desk desk, Offered offered, LineAppearance line) {
        var active = desk.state().active().map(DeviceLeg::reference);
        var leg = offered.leg();
        desk.become(desk.state()
                .plus(new DeviceLeg(
                        leg,
                        line.instance(),
                        LegPhase.RINGING,
                        false,
                        active.isPresent(),
                        offered.parties(),
                        Optional.empty())));
        desk.tellPhone(new StationCommand.Offer(line.instance(), leg, offered.parties(), active));
        desk.tellCall(leg, new CallSignal.Alerting(leg, desk.state().terminal(line)));
    }

    private static void looksOn(Desk desk, InUseElsewhere inUse) {
        desk.state()
                .phone()
                .line(inUse.line())
                .ifPresentOrElse(
                        line -> looksOn(desk, inUse, line),
                        () -> desk.tellCall(
                                inUse.leg(), new CallSignal.Rejected(inUse.leg(), Cause.DESTINATION_OUT_OF_ORDER)));
    }

    private static void looksOn(Desk desk, InUseElsewhere inUse, LineAppearance line) {
        var leg = new DeviceLeg(
                inUse.leg(), line.instance(), LegPhase.REMOTE, false, false, inUse.parties(), Optional.empty());
        desk.become(desk.state().plus(leg));
        elsewhere(desk, leg, inUse.how());
        desk.tellCall(
                leg.reference(),
                new CallSignal.Onlooking(leg.reference(), desk.state().terminal(line)));
    }

    /** The user has no part in it, or no more. */
    private static void elsewhere(Desk desk, DeviceLeg leg, Elsewhere how) {
        desk.become(desk.state()
                .with(leg.in(how == Elsewhere.HELD ? LegPhase.REMOTE_HELD : LegPhase.REMOTE))
                .withoutConsultationFor(leg.reference()));
        desk.tellPhone(new StationCommand.InUseElsewhere(leg.line(), leg.reference(), leg.parties(), how));
        desk.settle();
    }

    /** A reminder; one that crossed with what the user did comes too late. */
    private static void reverts(Desk desk, DeviceLeg leg) {
        if (leg.phase() == LegPhase.HELD) {
            var active = desk.state().active().map(DeviceLeg::reference);
            desk.tellPhone(new StationCommand.HoldReverted(leg.line(), leg.reference(), active));
        }
    }

    private static void reject(Desk desk, Offered offered, boolean busy) {
        var cause = busy ? Cause.USER_BUSY : Cause.DESTINATION_OUT_OF_ORDER;
        desk.tellCall(offered.leg(), new CallSignal.Rejected(offered.leg(), cause));
    }

    private static void cleared(Desk desk, DeviceLeg leg) {
        var left = desk.state().without(leg.reference()).withoutConsultationFor(leg.reference());
        if (leg.phase() == LegPhase.RESUMING) {
            left = left.joiningNoMore();
        }
        desk.become(left.isIdle() ? left.handset(false) : left);
        desk.tellPhone(new StationCommand.Clear(
                leg.line(), leg.reference(), left.isIdle(), left.active().isPresent()));
        desk.settle();
    }
}
