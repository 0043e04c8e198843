package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.CallHistory;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerCall;

/** What phones are told when a call leaves them for a slot, or for another phone (sheet 6.13). */
final class PickupFlow {
    private PickupFlow() {}

    /** Newer phones are told that the call is in none of their lists, older ones go by the state it ends in. */
    static void takenElsewhere(StationCommand.TakenElsewhere command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.stopRinging(line, call);
        panel.state(CallState.CALL_REMOTE_MULTILINE, line, call);
        if (panel.traits().takesCallHistory()) {
            panel.send(new ServerCall.CallHistoryDisposition(CallHistory.IGNORE, line.number(), call.value()));
        }
    }

    /** A call that the user may pick up; where the phone is not idle, as soon as it is. */
    static void show(StationCommand.ShowPickup command, StationPanel panel) {
        panel.planes().ringsElsewhere(command.call());
        if (panel.planes().isIdle()) {
            panel.idlePrompt();
        }
    }

    static void alert(StationCommand.AlertPickup command, StationPanel panel) {
        if (command.call().isNone()) {
            panel.ringOnce(command.line(), command.call());
        } else {
            panel.tone(Tone.ZIP, command.line(), command.call());
        }
    }

    /** "Call park at 7100", which stays on the display when the call is gone from it. */
    static void parked(StationCommand.Parked command, StationPanel panel) {
        panel.state(CallState.CALL_PARK, command.line(), command.call());
        panel.notify(DisplayText.label(Label.CALL_PARK_AT).plus(command.slot()), command.seconds());
    }
}
