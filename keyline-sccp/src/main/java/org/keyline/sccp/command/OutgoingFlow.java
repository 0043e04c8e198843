package org.keyline.sccp.command;

import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerCall;

/** What the caller's phone is told (sheet 6.1 to 6.3). */
final class OutgoingFlow {
    private OutgoingFlow() {}

    static void giveDialTone(StationCommand.GiveDialTone command, StationPanel panel) {
        var set = switch (command.purpose()) {
            case CALL, CALL_BACK -> SoftKeySet.OFF_HOOK;
            case TRANSFER, CONFERENCE, FORWARD_ALL, PICK_UP, OTHER_PICK_UP -> SoftKeySet.OFF_HOOK_FEATURE;
            case GROUP_PICK_UP, MEET_ME -> SoftKeySet.DIGITS_AFTER_FIRST;
        };
        offHook(command.line(), command.call(), command.speaker(), set, panel);
        tone(command, panel).ifPresent(tone -> panel.tone(tone, command.line(), command.call()));
    }

    /** Who takes a call that rings elsewhere dials nothing, unless it is a group's number. */
    private static Optional<Tone> tone(StationCommand.GiveDialTone command, StationPanel panel) {
        return switch (command.purpose()) {
            case CALL, CALL_BACK, TRANSFER, CONFERENCE, GROUP_PICK_UP, MEET_ME ->
                Optional.of(dialTone(command.line(), panel));
            case FORWARD_ALL -> Optional.of(Tone.ZIP);
            case PICK_UP, OTHER_PICK_UP -> Optional.empty();
        };
    }

    /** It stutters while messages wait. */
    private static Tone dialTone(LineInstance line, StationPanel panel) {
        return panel.planes().hasMessages(line) ? Tone.STUTTER_DIAL : Tone.INSIDE_DIAL;
    }

    static void startEnBloc(StationCommand.StartEnBloc command, StationPanel panel) {
        offHook(command.line(), command.call(), command.speaker(), SoftKeySet.OFF_HOOK, panel);
    }

    private static void offHook(
            LineInstance line, CallReference call, boolean speaker, SoftKeySet set, StationPanel panel) {
        panel.planes().show(line, call, false);
        panel.silence();
        panel.speakerOnIf(speaker);
        panel.lineLamp(LampMode.ON, line);
        panel.state(CallState.OFF_HOOK, line, call);
        panel.softkeys(set, line, call);
        panel.prompt(Label.ENTER_NUMBER, line, call);
        panel.activatePlane(line);
    }

    static void firstDigit(StationCommand.FirstDigit command, StationPanel panel) {
        panel.stopTone(command.line(), command.call());
        panel.softkeys(SoftKeySet.DIGITS_AFTER_FIRST, command.line(), command.call());
    }

    static void eraseDigit(StationCommand.EraseDigit command, StationPanel panel) {
        panel.send(new ServerCall.BackSpaceRes(
                command.line().number(), command.call().value()));
        if (command.empty()) {
            panel.softkeys(SoftKeySet.OFF_HOOK, command.line(), command.call());
            panel.tone(dialTone(command.line(), panel), command.line(), command.call());
        }
    }

    static void askCode(StationCommand.AskCode command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.stopTone(line, call);
        panel.softkeys(SoftKeySet.DIGITS_AFTER_FIRST, line, call);
        panel.prompt(text(command.kind(), panel), line, call);
        panel.tone(Tone.ZIP_ZIP, line, call);
    }

    /** Phones of old loads have no text of their own for it. */
    private static DisplayText text(CodeKind kind, StationPanel panel) {
        var label = switch (kind) {
            case AUTHORIZATION -> Label.ENTER_AUTHORIZATION_CODE;
            case CLIENT_MATTER -> Label.ENTER_CLIENT_MATTER_CODE;
        };
        return panel.traits().extendedLabels() ? DisplayText.label(label) : DisplayText.of(label.meaning());
    }

    static void proceed(StationCommand.Proceed command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.stopTone(line, call);
        panel.send(new ServerCall.DialedNumber(command.dialled(), line.number(), call.value()));
        panel.state(CallState.PROCEED, line, call);
        panel.callInfo(line, call, command.parties());
    }

    static void ringBack(StationCommand.RingBack command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.tone(Tone.ALERTING, line, call);
        panel.state(CallState.RING_OUT, line, call);
        var set = switch (command.purpose()) {
            case CALL, CALL_BACK, CONFERENCE, FORWARD_ALL, MEET_ME, PICK_UP, GROUP_PICK_UP, OTHER_PICK_UP ->
                SoftKeySet.RING_OUT;
            case TRANSFER -> SoftKeySet.CONNECTED_TRANSFER;
        };
        panel.softkeys(set, line, call);
        panel.prompt(Label.RING_OUT, line, call);
        panel.callInfo(line, call, command.parties());
    }

    static void refuse(StationCommand.Refuse command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.state(state(command.cause()), line, call);
        panel.softkeys(SoftKeySet.RING_OUT, line, call);
        panel.tone(command.cause() == Cause.USER_BUSY ? Tone.LINE_BUSY : Tone.REORDER, line, call);
        panel.prompt(text(command.cause()), line, call);
    }

    static void confirm(StationCommand.Confirm command, StationPanel panel) {
        panel.softkeys(SoftKeySet.RING_OUT, command.line(), command.call());
        panel.tone(Tone.CONFIRMATION, command.line(), command.call());
    }

    private static CallState state(Cause cause) {
        return switch (cause) {
            case UNALLOCATED_NUMBER, NUMBER_CHANGED, INVALID_NUMBER_FORMAT -> CallState.INVALID_NUMBER;
            case USER_BUSY -> CallState.BUSY;
            case NO_ERROR,
                    NORMAL_CLEARING,
                    NO_ANSWER,
                    CALL_REJECTED,
                    EXCHANGE_ROUTING_ERROR,
                    DESTINATION_OUT_OF_ORDER,
                    NO_CIRCUIT,
                    TEMPORARY_FAILURE,
                    RESOURCE_UNAVAILABLE,
                    BEARER_NOT_AVAILABLE,
                    INCOMPATIBLE_DESTINATION,
                    RECOVERY_ON_TIMER_EXPIRY,
                    PRECEDENCE_LEVEL_EXCEEDED,
                    OUT_OF_BANDWIDTH -> CallState.CONGESTION;
        };
    }

    private static Label text(Cause cause) {
        return switch (cause) {
            case UNALLOCATED_NUMBER, NUMBER_CHANGED, INVALID_NUMBER_FORMAT -> Label.UNKNOWN_NUMBER;
            case USER_BUSY -> Label.BUSY;
            case BEARER_NOT_AVAILABLE, OUT_OF_BANDWIDTH -> Label.NOT_ENOUGH_BANDWIDTH;
            case NO_CIRCUIT -> Label.NETWORK_CONGESTION_REROUTING;
            case RESOURCE_UNAVAILABLE -> Label.NO_RESOURCES;
            case INCOMPATIBLE_DESTINATION -> Label.INCOMPATIBLE_DEVICE_TYPE;
            case NO_ERROR,
                    NORMAL_CLEARING,
                    NO_ANSWER,
                    CALL_REJECTED,
                    EXCHANGE_ROUTING_ERROR,
                    DESTINATION_OUT_OF_ORDER,
                    TEMPORARY_FAILURE,
                    RECOVERY_ON_TIMER_EXPIRY,
                    PRECEDENCE_LEVEL_EXCEEDED -> Label.TEMP_FAIL;
        };
    }
}
