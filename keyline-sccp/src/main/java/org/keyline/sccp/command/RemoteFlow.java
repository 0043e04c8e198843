package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.CallHistory;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.message.ServerCall;

/**
 * What a phone is told of a call somebody has at another appearance of its line (sheet 6.11). It stands in none of the
 * phone's lists: newer phones are told so, older ones go by the state it ends in.
 */
final class RemoteFlow {
    private RemoteFlow() {}

    static void inUseElsewhere(StationCommand.InUseElsewhere command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        var announced = panel.planes().remove(call);
        panel.planes().show(line, call, false);
        panel.stopRinging(line, call);
        if (announced) {
            panel.clearAnnouncement();
        }
        if (command.held()) {
            panel.lineLamp(LampMode.FLASH, line);
            panel.state(panel.traits().knowsRemoteHold() ? CallState.REMOTE_HOLD : CallState.HOLD, line, call);
            panel.softkeys(SoftKeySet.ON_HOOK_STEALABLE, line, call);
            panel.prompt(panel.traits().extendedLabels() ? Label.CALL_ON_HOLD : Label.HOLD, line, call);
        } else {
            panel.lineLamp(LampMode.ON, line);
            panel.state(CallState.CALL_REMOTE_MULTILINE, line, call);
            panel.softkeys(SoftKeySet.REMOTE_IN_USE, line, call);
            panel.prompt(Label.IN_USE_REMOTE, line, call);
        }
        panel.callInfo(line, call, command.parties());
        if (panel.traits().takesCallHistory()) {
            panel.send(new ServerCall.CallHistoryDisposition(CallHistory.IGNORE, line.number(), call.value()));
        }
    }
}
