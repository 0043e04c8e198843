package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.Forwards;
import org.keyline.sccp.codec.field.LampMode;
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

    /** A line of a phone that has just registered, whose lamps are off. */
    public static void begin(LineInstance line, Forwards forwards, StationPanel panel) {
        panel.send(stat(line.number(), forwards));
        remember(line, forwards, panel);
        if (forwards.on(ForwardReason.ALL).isPresent()) {
            panel.forwardLamp(LampMode.ON, line);
        }
    }

    static void show(StationCommand.ShowForwards command, StationPanel panel) {
        var line = command.line();
        var forwards = command.forwards();
        panel.send(stat(line.number(), forwards));
        panel.forwardLamp(forwards.on(ForwardReason.ALL).isPresent() ? LampMode.ON : LampMode.OFF, line);
        remember(line, forwards, panel);
        if (panel.planes().isIdle()) {
            panel.idlePrompt();
        }
    }

    /** What the idle phone says from now on. */
    private static void remember(LineInstance line, Forwards forwards, StationPanel panel) {
        if (line.equals(PRIME)) {
            panel.planes()
                    .forwardedTo(forwards.on(ForwardReason.ALL).map(Forward::to).orElse(""));
        }
    }

    private static ForwardStat.Forward shown(Forwards forwards, ForwardReason reason) {
        return forwards.on(reason).map(Forward::to).map(ForwardStat.Forward::to).orElse(ForwardStat.Forward.OFF);
    }
}
