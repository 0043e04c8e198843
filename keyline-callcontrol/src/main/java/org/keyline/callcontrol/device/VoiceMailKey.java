package org.keyline.callcontrol.device;

import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.VoiceMail;

/**
 * The Messages key: calls the voice mail of the first line that has messages, else of the first line; where there is no
 * pilot to call the phone says that the key is not active.
 */
final class VoiceMailKey {
    private VoiceMailKey() {}

    static void press(Desk desk) {
        var lines = desk.state().phone().lines();
        lines.stream()
                .filter(line -> voiceMail(desk, line).messagesWaiting())
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .ifPresent(line -> call(desk, line));
    }

    private static void call(Desk desk, LineAppearance line) {
        voiceMail(desk, line)
                .pilot()
                .or(desk.context().features().voiceMail()::pilot)
                .ifPresentOrElse(pilot -> UserActions.dialNumber(desk, pilot, line.instance()), desk::notActive);
    }

    private static VoiceMail voiceMail(Desk desk, LineAppearance line) {
        return desk.context()
                .dialPlan()
                .line(line.number(), line.partition())
                .map(Line::voiceMail)
                .orElse(VoiceMail.NONE);
    }
}
