package org.keyline.sccp.command;

import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.Tone;

/** What the called phone is told (sheet 6.3, 6.4, 6.15). */
final class IncomingFlow {
    private IncomingFlow() {}

    static void offer(StationCommand.Offer command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        var from = StationPanel.from(command.parties().calling());
        panel.planes().show(line, call, true);
        panel.state(CallState.RING_IN, line, call);
        panel.softkeys(SoftKeySet.RING_IN, line, call);
        var reverts = reverts(command.parties());
        panel.prompt(reverts ? DisplayText.label(Label.CALLPARK_REVERSION) : from, line, call);
        panel.announce(from);
        panel.callInfo(line, call, command.parties());
        panel.lineLamp(LampMode.BLINK, line);
        if (panel.planes().isSilent()) {
            panel.ring(RingMode.FLASH_ONLY, line, call);
        } else if (command.waiting().isEmpty()) {
            panel.ring(reverts ? RingMode.FEATURE : RingMode.INSIDE, line, call);
        } else {
            panel.ring(RingMode.FLASH_ONLY, line, call);
            panel.tone(Tone.CALL_WAITING, line, command.waiting().get());
        }
    }

    /** Whether it is a call this phone parked, which comes back. */
    private static boolean reverts(CallParties parties) {
        return parties.redirection()
                .filter(way -> way.lastReason() == Reason.PARK_REVERSION)
                .isPresent();
    }

    /** The off-hook state in between is needed: some phones stay mute when ringing turns straight into talking. */
    static void answered(StationCommand.Answered command, StationPanel panel) {
        var line = command.line();
        var call = command.call();
        panel.planes().show(line, call, false);
        panel.silence();
        panel.speakerOnIf(command.speaker());
        panel.lineLamp(LampMode.ON, line);
        panel.state(CallState.OFF_HOOK, line, call);
        panel.activatePlane(line);
        panel.stopRinging(line, call);
        panel.clearAnnouncement();
        panel.stopTone(line, call);
    }
}
