package org.keyline.callcontrol.device;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.device.Intent.AnswerCall;
import org.keyline.callcontrol.device.Intent.BargeIn;
import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.device.Intent.ResumeCall;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.callcontrol.station.StationSignal.Capabilities;
import org.keyline.callcontrol.station.StationSignal.ChooseCallBack;
import org.keyline.callcontrol.station.StationSignal.Digit;
import org.keyline.callcontrol.station.StationSignal.EnBloc;
import org.keyline.callcontrol.station.StationSignal.Gone;
import org.keyline.callcontrol.station.StationSignal.GroupJoined;
import org.keyline.callcontrol.station.StationSignal.LineKey;
import org.keyline.callcontrol.station.StationSignal.MessagesKey;
import org.keyline.callcontrol.station.StationSignal.OffHook;
import org.keyline.callcontrol.station.StationSignal.OnHook;
import org.keyline.callcontrol.station.StationSignal.Press;
import org.keyline.callcontrol.station.StationSignal.ReceiveOpened;
import org.keyline.callcontrol.station.StationSignal.ReceiveRefused;
import org.keyline.callcontrol.station.StationSignal.RemoveParticipant;
import org.keyline.callcontrol.station.StationSignal.SpeedDialKey;
import org.keyline.callcontrol.station.StationSignal.Statistics;
import org.keyline.callcontrol.station.StationSignal.TransmitFailed;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.SpeedDial;

/**
 * What the user's hands mean.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>signal</th><th>names a call</th><th>names none</th></tr>
 * <tr><td>OffHook</td><td>ringing: answer; held: resume; else nothing</td><td>a call is active: nothing; one rings:
 * answer; else a new call</td></tr>
 * <tr><td>OnHook</td><td>active: end it; else nothing</td><td>end the active call</td></tr>
 * <tr><td>Digit</td><td>dialling: dial; else nothing (DTMF is the phones' own)</td><td>the active call; with none, a
 * new call</td></tr>
 * <tr><td>EnBloc, Redial, SpeedDialKey</td><td></td><td>dialling without a number yet: dial it there; else a new
 * call</td></tr>
 * <tr><td>SpeedDialKey of a slot</td><td></td><td>see {@link SlotKey}</td></tr>
 * <tr><td>LineKey</td><td></td><td>that line rings: answer; it is active: nothing; it holds: resume; else a new
 * call</td></tr>
 * <tr><td>Hold</td><td>connected: hold; held: resume</td><td>the active call; with none, resume the last held</td></tr>
 * <tr><td>Resume</td><td>held here or at another appearance: resume</td><td>resume the last held here, else elsewhere</td></tr>
 * <tr><td>Answer</td><td>ringing: answer</td><td>answer the oldest ringing</td></tr>
 * <tr><td>EndCall</td><td>end it, whatever it does</td><td>end the active call</td></tr>
 * <tr><td>Transfer</td><td>see {@link TransferKey}</td><td>the active call</td></tr>
 * <tr><td>Barge, ConferenceBarge</td><td>in use at another appearance: come in</td><td>the last such</td></tr>
 * <tr><td>Conference, RemoveLast, ConferenceList</td><td>see {@link ConferenceKey}</td><td>the active call</td></tr>
 * <tr><td>Park</td><td>see {@link ParkKey}</td><td>the active call</td></tr>
 * <tr><td>MaliciousCall</td><td>connected or held: mark it; else not active</td><td>the active call</td></tr>
 * <tr><td>CallBack</td><td>see {@link CallBackKey}</td><td>the last that was made</td></tr>
 * <tr><td>Divert</td><td>see {@link DivertKey}</td><td>the active call, else the oldest that rings</td></tr>
 * <tr><td>PickUp, GPickUp, OPickUp</td><td>see {@link PickupKey}</td><td>the same</td></tr>
 * <tr><td>Select, Join, DirectTransfer</td><td>see {@link SelectKey}</td><td>the active call</td></tr>
 * <tr><td>MeetMe</td><td>see {@link MeetMeKey}</td><td>the same</td></tr>
 * <tr><td>ForwardAll</td><td></td><td>see {@link ForwardAllKey}</td></tr>
 * <tr><td>TransferToVoiceMail</td><td>see {@link DivertKey}</td><td>the active call, else the oldest that
 * rings</td></tr>
 * <tr><td>DoNotDisturb, Private</td><td></td><td>on, or off again</td></tr>
 * <tr><td>HuntLog</td><td></td><td>out of hunt groups, or in again</td></tr>
 * <tr><td>MessagesKey</td><td></td><td>see {@link VoiceMailKey}</td></tr>
 * <tr><td>NewCall</td><td></td><td>a new call, the active one is held</td></tr>
 * </table>
 */
final class UserActions {
    private UserActions() {}

    static void act(Desk desk, StationSignal signal) {
        switch (signal) {
            case OffHook(var line, var call) -> offHook(desk, line, call);
            case OnHook(var _, var call) -> onHook(desk, call);
            case Digit(var key, var line, var call) -> digit(desk, key, line, call);
            case EnBloc(var digits, var line) -> dialNumber(desk, digits, line);
            case Press(var key, var line, var call) -> press(desk, key, line, call);
            case LineKey(var line) -> lineKey(desk, line);
            case MessagesKey _ -> VoiceMailKey.press(desk);
            case SpeedDialKey(var instance) -> speedDial(desk, instance);
            case ReceiveOpened(var stream, var address) ->
                ofStream(desk, stream)
                        .ifPresent(leg -> desk.tellCall(leg, new CallSignal.ReceiveOpened(leg, stream, address)));
            case GroupJoined(var stream) ->
                ofStream(desk, stream).ifPresent(leg -> desk.tellCall(leg, new CallSignal.GroupJoined(leg, stream)));
            case ReceiveRefused(var stream, var status) ->
                ofStream(desk, stream)
                        .ifPresent(leg -> desk.tellCall(leg, new CallSignal.ReceiveRefused(leg, stream, status)));
            case TransmitFailed(var stream) ->
                ofStream(desk, stream).ifPresent(leg -> desk.tellCall(leg, new CallSignal.TransmitFailed(leg, stream)));
            case RemoveParticipant(var call, var participant) ->
                desk.state().leg(call).ifPresent(leg -> ConferenceKey.remove(desk, leg, participant));
            case ChooseCallBack(var choice) -> CallBackKey.choose(desk, choice);
            case Capabilities(var codecs) -> desk.become(desk.state().capable(codecs));
            case Statistics _ -> {}
            case Gone _ -> gone(desk);
        }
    }

    private static void offHook(Desk desk, LineInstance line, CallReference call) {
        var state = desk.state();
        desk.become(state.handset(true));
        if (!call.isNone()) {
            state.leg(call).ifPresent(leg -> takeUp(desk, leg, false));
        } else if (state.active().isEmpty()) {
            ringing(state, line)
                    .ifPresentOrElse(
                            leg -> desk.want(new AnswerCall(leg.reference(), false)),
                            () -> desk.want(new PlaceCall(line, Optional.empty(), false)));
        }
    }

    private static void onHook(Desk desk, CallReference call) {
        var state = desk.state();
        desk.become(state.handset(false));
        state.active().filter(leg -> call.isNone() || leg.is(call)).ifPresent(leg -> {
            if (!TransferKey.completesByHangingUp(desk, leg)) {
                release(desk, leg);
            }
        });
    }

    private static void digit(Desk desk, char key, LineInstance line, CallReference call) {
        var state = desk.state();
        if (call.isNone() && state.active().isEmpty()) {
            desk.want(new PlaceCall(line, Optional.empty(), speaker(desk)));
        }
        dialling(desk, call).ifPresent(leg -> desk.tellCall(leg, new CallSignal.Digit(leg, key)));
    }

    private static void press(Desk desk, Softkey key, LineInstance line, CallReference call) {
        var state = desk.state();
        switch (key) {
            case REDIAL -> dialNumber(desk, state.lastDialled(), line);
            case NEW_CALL -> desk.want(new PlaceCall(line, Optional.empty(), speaker(desk)));
            case HOLD -> meant(state, call).or(() -> lastHeld(state, call)).ifPresent(leg -> toggleHold(desk, leg));
            case RESUME -> state.leg(call).or(() -> lastHeld(state, call)).ifPresent(leg -> resume(desk, leg));
            case END_CALL -> meant(state, call).ifPresent(leg -> release(desk, leg));
            case ANSWER ->
                state.leg(call)
                        .or(() -> call.isNone() ? ringing(state, LineInstance.NONE) : Optional.empty())
                        .filter(leg -> leg.phase() == LegPhase.RINGING)
                        .ifPresent(leg -> takeUp(desk, leg, speaker(desk)));
            case BACKSPACE -> dialling(desk, call).ifPresent(leg -> desk.tellCall(leg, new CallSignal.Erase(leg)));
            case DO_NOT_DISTURB ->
                desk.add(new DeviceEffect.DoNotDisturb(
                        !state.phone().features().doNotDisturb().active()));
            case CALL_BACK -> CallBackKey.press(desk, call);
            case MALICIOUS_CALL -> meant(state, call).ifPresent(leg -> malicious(desk, leg));
            case DIVERT ->
                meant(state, call)
                        .or(() -> call.isNone() ? ringing(state, LineInstance.NONE) : Optional.empty())
                        .ifPresent(leg -> DivertKey.press(desk, leg));
            case PRIVATE ->
                desk.add(new DeviceEffect.Private(
                        !desk.context().privacy().isWantedBy(state.phone().name())));
            case TRANSFER_TO_VOICE_MAIL ->
                meant(state, call)
                        .or(() -> call.isNone() ? ringing(state, LineInstance.NONE) : Optional.empty())
                        .ifPresent(leg -> DivertKey.transfer(desk, leg));
            case HUNT_LOG ->
                desk.add(new DeviceEffect.HuntGroups(!state.phone().features().loggedIntoHuntGroups()));
            case FORWARD_ALL -> ForwardAllKey.press(desk, line);
            case CONFERENCE -> meant(state, call).ifPresent(leg -> ConferenceKey.press(desk, leg));
            case CONFERENCE_LIST -> meant(state, call).ifPresent(leg -> ConferenceKey.list(desk, leg));
            case REMOVE_LAST -> meant(state, call).ifPresent(leg -> ConferenceKey.removeLast(desk, leg));
            case BARGE -> barge(desk, call, false);
            case CONFERENCE_BARGE -> barge(desk, call, true);
            case SELECT -> meant(state, call).ifPresent(leg -> SelectKey.press(desk, leg));
            case JOIN -> meant(state, call).ifPresent(leg -> SelectKey.join(desk, leg));
            case DIRECT_TRANSFER -> meant(state, call).ifPresent(leg -> SelectKey.directTransfer(desk, leg));
            case MEET_ME -> MeetMeKey.press(desk, line, call);
            case PARK -> meant(state, call).ifPresent(leg -> ParkKey.press(desk, leg));
            case PICK_UP -> PickupKey.press(desk, line, call, Purpose.PICK_UP);
            case GROUP_PICK_UP -> PickupKey.press(desk, line, call, Purpose.GROUP_PICK_UP);
            case OTHER_PICK_UP -> PickupKey.press(desk, line, call, Purpose.OTHER_PICK_UP);
            case TRANSFER -> meant(state, call).ifPresent(leg -> TransferKey.press(desk, leg));
            case DIAL -> dialling(desk, call).ifPresent(leg -> desk.tellCall(leg, new CallSignal.DialNow(leg)));
        }
    }

    private static void lineKey(Desk desk, LineInstance line) {
        var state = desk.state();
        var ringing =
                state.first(leg -> leg.phase() == LegPhase.RINGING && leg.line().equals(line));
        if (ringing.isPresent()) {
            takeUp(desk, ringing.get(), speaker(desk));
        } else if (state.active().filter(leg -> leg.line().equals(line)).isEmpty()) {
            state.last(leg -> leg.phase() == LegPhase.HELD && leg.line().equals(line))
                    .ifPresentOrElse(
                            leg -> resume(desk, leg),
                            () -> desk.want(new PlaceCall(line, Optional.empty(), speaker(desk))));
        }
    }

    private static void speedDial(Desk desk, int instance) {
        desk.state().phone().speedDials().stream()
                .filter(dial -> dial.instance() == instance)
                .findFirst()
                .filter(dial -> !SlotKey.press(desk, dial))
                .map(SpeedDial::digits)
                .ifPresent(digits -> dialNumber(desk, digits, LineInstance.NONE));
    }

    static void dialNumber(Desk desk, String digits, LineInstance line) {
        if (digits.isEmpty()) {
            return;
        }
        dialling(desk, CallReference.NONE)
                .ifPresentOrElse(
                        leg -> desk.tellCall(leg, new CallSignal.DialNumber(leg, digits)),
                        () -> desk.want(new PlaceCall(line, Optional.of(digits), speaker(desk))));
    }

    private static void takeUp(Desk desk, DeviceLeg leg, boolean speaker) {
        switch (leg.phase()) {
            case RINGING -> desk.want(new AnswerCall(leg.reference(), speaker));
            case HELD -> desk.want(new ResumeCall(leg.reference(), speaker));
            case STARTING,
                    DIALLING,
                    CALLING,
                    ANSWERING,
                    CONNECTED,
                    REMOTE,
                    REMOTE_HELD,
                    RESUMING,
                    JOINING,
                    REFUSED -> {}
        }
    }

    private static void toggleHold(Desk desk, DeviceLeg leg) {
        switch (leg.phase()) {
            case CONNECTED -> desk.tellCall(leg.reference(), new CallSignal.Hold(leg.reference()));
            case HELD -> resume(desk, leg);
            case STARTING, DIALLING, CALLING, RINGING, ANSWERING, REMOTE, REMOTE_HELD, RESUMING, JOINING, REFUSED -> {}
        }
    }

    private static void resume(Desk desk, DeviceLeg leg) {
        if (leg.phase().canResume()) {
            desk.want(new ResumeCall(leg.reference(), speaker(desk)));
        }
    }

    private static void barge(Desk desk, CallReference call, boolean conference) {
        var state = desk.state();
        state.leg(call)
                .or(() -> call.isNone() ? state.last(leg -> leg.phase() == LegPhase.REMOTE) : Optional.empty())
                .filter(leg -> leg.phase() == LegPhase.REMOTE)
                .ifPresent(leg -> desk.want(new BargeIn(leg.reference(), conference, speaker(desk))));
    }

    private static void malicious(Desk desk, DeviceLeg leg) {
        if (leg.phase() == LegPhase.CONNECTED || leg.phase() == LegPhase.HELD) {
            desk.tellCall(leg.reference(), new CallSignal.MarkMalicious(leg.reference()));
        } else {
            desk.notActive(leg);
        }
    }

    private static void release(Desk desk, DeviceLeg leg) {
        desk.tellCall(leg.reference(), new CallSignal.Release(leg.reference()));
    }

    private static void gone(Desk desk) {
        var state = desk.state();
        state.calls().forEach(leg -> desk.tellCall(leg, new CallSignal.Vanished(leg)));
        CallBackKey.gone(desk);
        desk.become(desk.state().withLegs(List.of()).wanting(Optional.empty()));
    }

    static boolean speaker(Desk desk) {
        return !desk.state().handset();
    }

    /** The call named, or the active one where none is. */
    private static Optional<DeviceLeg> meant(DeviceState state, CallReference call) {
        return call.isNone() ? state.active() : state.leg(call);
    }

    private static Optional<DeviceLeg> lastHeld(DeviceState state, CallReference call) {
        return call.isNone()
                ? state.last(leg -> leg.phase() == LegPhase.HELD)
                        .or(() -> state.last(leg -> leg.phase() == LegPhase.REMOTE_HELD))
                : Optional.empty();
    }

    /** The oldest ringing call, on the line named if one rings there. */
    private static Optional<DeviceLeg> ringing(DeviceState state, LineInstance line) {
        return state.first(leg ->
                leg.phase() == LegPhase.RINGING && (line.isNone() || leg.line().equals(line)));
    }

    /** The call named, or the active one, while its number is dialled. */
    static Optional<CallReference> dialling(Desk desk, CallReference call) {
        return meant(desk.state(), call)
                .filter(leg -> leg.phase() == LegPhase.DIALLING)
                .map(DeviceLeg::reference);
    }

    /** The leg of a stream: its number ends with the leg's own. */
    private static Optional<CallReference> ofStream(Desk desk, MediaStream stream) {
        return desk.state().first(leg -> stream.belongsTo(leg.reference())).map(DeviceLeg::reference);
    }
}
