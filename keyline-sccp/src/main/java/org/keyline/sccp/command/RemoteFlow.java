package org.keyline.sccp.command;

import java.util.EnumSet;
import java.util.Set;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.model.keys.PhoneSoftkey;
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
    private static final Set<PhoneSoftkey> INTO_CALLS = EnumSet.of(PhoneSoftkey.BARGE, PhoneSoftkey.CONFERENCE_BARGE);

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
        switch (command.how()) {
            case HELD -> held(line, call, panel);
            case IN_USE -> {
                panel.lineLamp(LampMode.ON, line);
                panel.state(CallState.CALL_REMOTE_MULTILINE, line, call);
                panel.softkeys(SoftKeySet.REMOTE_IN_USE, line, call);
                panel.prompt(Label.IN_USE_REMOTE, line, call);
            }
            case PRIVATE -> {
                panel.lineLamp(LampMode.ON, line);
                panel.limitedState(CallState.CALL_REMOTE_MULTILINE, line, call);
                panel.softkeysWithout(INTO_CALLS, SoftKeySet.REMOTE_IN_USE, line, call);
                panel.prompt(Label.IN_USE_REMOTE, line, call);
            }
        }
        panel.callInfo(line, call, command.parties());
        if (panel.traits().takesCallHistory()) {
            panel.send(new ServerCall.CallHistoryDisposition(CallHistory.IGNORE, line.number(), call.value()));
        }
    }

    private static void held(LineInstance line, CallReference call, StationPanel panel) {
        panel.lineLamp(LampMode.FLASH, line);
        panel.state(panel.traits().knowsRemoteHold() ? CallState.REMOTE_HOLD : CallState.HOLD, line, call);
        panel.softkeys(SoftKeySet.ON_HOOK_STEALABLE, line, call);
        panel.prompt(panel.traits().extendedLabels() ? Label.CALL_ON_HOLD : Label.HOLD, line, call);
    }
}
