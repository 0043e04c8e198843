package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.ButtonType;

/** What a phone is told when its user logs out of hunt groups, or in: the lamp of its button, and the idle prompt. */
public final class HuntGroupFlow {
    private HuntGroupFlow() {}

    /** A phone that has just registered: its buttons were asked for, the rest is shown with the idle phone. */
    public static void begin(boolean loggedIn, StationPanel panel) {
        panel.planes().hunted(loggedIn);
    }

    static void show(StationCommand.ShowHuntGroups command, StationPanel panel) {
        panel.planes().hunted(command.loggedIn());
        panel.features(ButtonType.HUNT_GROUP_LOG_IN_OUT, command.loggedIn() ? 1 : 0);
        if (panel.planes().isIdle()) {
            panel.idlePrompt();
        }
    }
}
