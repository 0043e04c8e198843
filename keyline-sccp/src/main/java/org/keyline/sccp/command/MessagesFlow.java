package org.keyline.sccp.command;

import java.util.List;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.sccp.codec.field.LampMode;

/** What a phone is told of messages that wait for its lines (sheet 6.14). */
public final class MessagesFlow {
    private MessagesFlow() {}

    /** A phone that has just registered, whose lines' lamps are off. */
    public static void begin(List<LineInstance> waiting, StationPanel panel) {
        for (var line : waiting) {
            panel.planes().messages(line, true);
            panel.messageLamp(LampMode.ON, line);
        }
        lampOfAll(panel);
    }

    static void show(StationCommand.ShowMessages command, StationPanel panel) {
        var line = command.line();
        panel.planes().messages(line, command.waiting());
        panel.messageLamp(command.waiting() ? LampMode.ON : LampMode.OFF, line);
        lampOfAll(panel);
        if (panel.planes().isIdle()) {
            panel.idlePrompt();
        }
    }

    /** Last of all: phones with one lamp take any line's for it. */
    private static void lampOfAll(StationPanel panel) {
        panel.messageLamp(panel.planes().hasMessages() ? LampMode.ON : LampMode.OFF, LineInstance.NONE);
    }
}
