package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.Forwards;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerConfiguration.ForwardStat;

/** What a phone is told of where its lines' calls go (sheet 6.10, 5.17). */
public final class ForwardFlow {
    private static final LineInstance PRIME = new LineInstance(1);

    private ForwardFlow() {}

    /** The answer to a phone that asks for a line's forwarding. */
    public static ForwardStat stat(int line, Forwards forwards) {
        return new ForwardStat(
                line,
                shown(forwards, ForwardReason.ALL),
                shown(forwards, ForwardReason.BUSY),
                shown(forwards, ForwardReason.NO_ANSWER));
    }

    static void show(StationCommand.ShowForwards command, StationPanel panel) {
        show(command.line(), command.forwards(), panel);
        if (panel.planes().isIdle()) {
            panel.idlePrompt();
        }
    }

    /** The line's forwarding, the lamp of its key, and what the idle phone says from now on. */
    public static void show(LineInstance line, Forwards forwards, StationPanel panel) {
        var always = forwards.on(ForwardReason.ALL).map(Forward::to);
        panel.send(stat(line.number(), forwards));
        panel.send(new ServerAudio.SetLamp(
                ButtonType.FORWARD_ALL, line.number(), always.isPresent() ? LampMode.ON : LampMode.OFF));
        if (line.equals(PRIME)) {
            panel.planes().forwardedTo(always.orElse(""));
        }
    }

    private static ForwardStat.Forward shown(Forwards forwards, ForwardReason reason) {
        return forwards.on(reason).map(Forward::to).map(ForwardStat.Forward::to).orElse(ForwardStat.Forward.OFF);
    }
}
