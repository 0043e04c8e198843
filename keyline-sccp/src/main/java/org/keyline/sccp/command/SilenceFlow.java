package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.ButtonType;

/** What a phone is told when its user wants peace (sheet 6.14). */
public final class SilenceFlow {
    private SilenceFlow() {}

    /** A phone that has just registered: its buttons were asked for, the rest is shown with the idle phone. */
    public static void begin(boolean active, StationPanel panel) {
        panel.planes().silent(active);
    }

    static void show(StationCommand.ShowDoNotDisturb command, StationPanel panel) {
        panel.planes().silent(command.active());
        panel.features(ButtonType.DO_NOT_DISTURB, command.active() ? 1 : 0);
        if (panel.planes().isIdle()) {
            panel.idlePrompt();
        } else if (command.active()) {
            panel.silence();
        }
    }
}
