package org.keyline.sccp.command;

import java.util.Optional;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerCall;

/** What a phone in a call is told (sheet 6.4 to 6.6). */
final class TalkFlow {
    private static final DisplayText HOLD_REVERSION = DisplayText.of("Hold reversion");

    private TalkFlow() {}

    static void connected(StationCommand.Connected command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        if (command.parties().direction() == Direction.OUTBOUND) {
            // The caller still hears ring-back; who answered hears nothing any more.
            panel.stopTone(line, call);
        }
        panel.state(CallState.CONNECTED, line, call);
        talking(command.parties(), command.purpose(), line, call, panel);
        panel.callInfo(line, call, command.parties());
        panel.conferenceList().changed(line, call, command.parties(), panel);
    }

    private static void talking(
            CallParties parties, Purpose purpose, LineInstance line, CallReference call, StationPanel panel) {
        var controls = parties.conference().equals(Optional.of(ConferenceRole.CONTROLLER));
        panel.softkeys(
                controls ? conferenceKeys(SoftKeySet.CONNECTED, panel) : connectedKeys(purpose, panel), line, call);
        panel.prompt(parties.conference().isPresent() ? Label.CONFERENCE : Label.CONNECTED, line, call);
    }

    static void held(StationCommand.Held command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.lineLamp(LampMode.WINK, line);
        panel.state(CallState.HOLD, line, call);
        panel.softkeys(SoftKeySet.ON_HOLD, line, call);
        panel.prompt(panel.traits().extendedLabels() ? Label.CALL_ON_HOLD : Label.HOLD, line, call);
        panel.callInfo(line, call, command.parties());
        panel.speaker(OnOff.OFF);
    }

    /** Rings once even where the user wants peace: it is a call of their own. */
    static void holdReverted(StationCommand.HoldReverted command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.state(CallState.HOLD_REVERT, line, call);
        panel.softkeys(SoftKeySet.ON_HOLD, line, call);
        panel.prompt(
                panel.traits().extendedLabels() ? DisplayText.label(Label.HOLD_REVERSION) : HOLD_REVERSION, line, call);
        command.active()
                .ifPresentOrElse(active -> panel.tone(Tone.REVERTING, line, active), () -> panel.ringOnce(line, call));
    }

    static void markedMalicious(StationCommand.MarkedMalicious command, StationPanel panel) {
        panel.prompt(Label.MCID_SUCCESSFUL, command.line(), command.call());
        panel.tone(Tone.ZIP, command.line(), command.call());
    }

    static void resumed(StationCommand.Resumed command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.speakerOnIf(command.speaker());
        panel.lineLamp(LampMode.ON, line);
        panel.state(CallState.CONNECTED, line, call);
        panel.activatePlane(line);
        talking(command.parties(), Purpose.CALL, line, call, panel);
        panel.callInfo(line, call, command.parties());
    }

    static void farEndHeld(StationCommand.FarEndHeld command, StationPanel panel) {
        if (command.held()) {
            panel.tone(Tone.HOLD_TONE, command.line(), command.call());
        } else {
            panel.stopTone(command.line(), command.call());
        }
    }

    static void updateParties(StationCommand.UpdateParties command, StationPanel panel) {
        panel.callInfo(command.line(), command.call(), command.parties());
        panel.conferenceList().changed(command.line(), command.call(), command.parties(), panel);
    }

    static void select(StationCommand.Select command, StationPanel panel) {
        panel.send(new ServerCall.CallSelectStat(
                command.selected() ? 1 : 0,
                command.call().value(),
                command.line().number()));
    }

    static void bargeTone(StationCommand.BargeTone command, StationPanel panel) {
        panel.tone(Tone.BARGE_IN, command.line(), command.call());
    }

    static void explain(StationCommand.Explain command, StationPanel panel) {
        panel.prompt(label(command.phrase(), panel.traits().extendedLabels()), command.line(), command.call());
    }

    private static SoftKeySet conferenceKeys(SoftKeySet otherwise, StationPanel panel) {
        return panel.traits().knowsConferenceKeys() ? SoftKeySet.CONNECTED_CONFERENCE : otherwise;
    }

    private static SoftKeySet connectedKeys(Purpose purpose, StationPanel panel) {
        return switch (purpose) {
            case CALL, CALL_BACK, FORWARD_ALL, MEET_ME, PICK_UP, GROUP_PICK_UP, OTHER_PICK_UP -> SoftKeySet.CONNECTED;
            case TRANSFER -> SoftKeySet.CONNECTED_TRANSFER;
            case CONFERENCE -> conferenceKeys(SoftKeySet.CONNECTED_TRANSFER, panel);
        };
    }

    private static Label label(Phrase phrase, boolean extended) {
        return switch (phrase) {
            case CANNOT_COMPLETE_CONFERENCE -> Label.CAN_NOT_COMPLETE_CONFERENCE;
            case NO_CONFERENCE_BRIDGE -> Label.NO_CONFERENCE_BRIDGE;
            case TOO_MANY_PARTICIPANTS -> Label.EXCEED_MAXIMUM_PARTIES;
            case CANNOT_COMPLETE_TRANSFER -> Label.CAN_NOT_COMPLETE_TRANSFER;
            case CANNOT_BARGE -> Label.FAILED_TO_SETUP_BARGE;
            case ANOTHER_BARGE -> Label.ANOTHER_BARGE_EXISTS;
            case INCOMPATIBLE -> Label.INCOMPATIBLE_DEVICE_TYPE;
            case PRIVATE -> Label.PRIVATE;
            case TEMPORARY_FAILURE -> Label.TEMP_FAIL;
            case VOICE_MAIL_BUSY -> Label.BUSY;
            case KEY_NOT_ACTIVE -> Label.KEY_IS_NOT_ACTIVE;
            case NO_CALL_TO_PICK_UP -> Label.NO_CALL_AVAILABLE_FOR_PICKUP;
            case NOT_ENOUGH_BANDWIDTH -> Label.NOT_ENOUGH_BANDWIDTH;
            case NO_PARK_NUMBER -> Label.NO_PARK_NUMBER_AVAILABLE;
            case PARK_SLOT_UNAVAILABLE -> Label.PARK_SLOT_UNAVAILABLE;
            case WRONG_CODE -> extended ? Label.WRONG_PIN : Label.TEMP_FAIL;
            case CANNOT_JOIN -> Label.CAN_NOT_JOIN_CALLS;
            case SECURITY_ERROR -> Label.SECURITY_ERROR;
            case MEET_ME_UNAVAILABLE -> extended ? Label.MEETME_IS_UNAVAILABLE : Label.CAN_NOT_COMPLETE_CONFERENCE;
            case CANNOT_RETRIEVE_PARKED_CALL ->
                extended ? Label.CANNOT_RETRIEVE_PARKED_CALL : Label.PARK_SLOT_UNAVAILABLE;
        };
    }

    static void notify(StationCommand.Notify command, StationPanel panel) {
        panel.notify(DisplayText.of(command.text()), command.seconds());
    }
}
