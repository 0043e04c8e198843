package org.keyline.sccp.command;

import java.util.function.Supplier;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.message.ServerMessage;

/** What a phone is told when a call is over there (sheet 6.5); its media is closed before. */
final class ClearFlow {
    private ClearFlow() {}

    static void clear(StationCommand.Clear command, StationPanel panel, Supplier<ServerMessage> time) {
        var line = command.line();
        var call = command.call();
        var announced = panel.planes().remove(call);
        panel.conferenceList().over(line, call, panel);
        panel.stopTone(line, call);
        panel.stopRinging(line, call);
        if (announced) {
            panel.clearAnnouncement();
        }
        if (!panel.planes().uses(line)) {
            panel.lineLamp(LampMode.OFF, line);
        }
        panel.clearPrompt(line, call);
        panel.state(CallState.ON_HOOK, line, call);
        if (command.lastCall()) {
            panel.idleSoftkeys();
            panel.idlePrompt();
            if (panel.traits().losesClock()) {
                panel.send(time.get());
            }
        }
        if (!command.otherActive()) {
            panel.speaker(OnOff.OFF);
        }
        if (command.lastCall()) {
            panel.silence();
        }
    }
}
