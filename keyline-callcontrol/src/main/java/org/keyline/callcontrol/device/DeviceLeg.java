package org.keyline.callcontrol.device;

import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.device.LineInstance;

/**
 * One call as a device has it.
 *
 * @param speaker whether its audio is to be switched on by the server, since no handset is up
 * @param waiting whether it rings only as a waiting call
 * @param parties who is in it, as far as known
 */
record DeviceLeg(
        CallReference reference,
        LineInstance line,
        LegPhase phase,
        boolean speaker,
        boolean waiting,
        CallParties parties) {
    boolean isActive() {
        return phase.isActive();
    }

    boolean is(CallReference other) {
        return reference.equals(other);
    }

    DeviceLeg in(LegPhase next) {
        return new DeviceLeg(reference, line, next, speaker, waiting, parties);
    }

    DeviceLeg withSpeaker(boolean on) {
        return new DeviceLeg(reference, line, phase, on, waiting, parties);
    }

    DeviceLeg asWaiting(boolean isWaiting) {
        return new DeviceLeg(reference, line, phase, speaker, isWaiting, parties);
    }

    DeviceLeg between(CallParties others) {
        return new DeviceLeg(reference, line, phase, speaker, waiting, others);
    }
}
