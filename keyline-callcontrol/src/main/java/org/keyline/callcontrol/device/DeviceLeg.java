package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.device.LineInstance;

/**
 * One call as a device has it.
 *
 * @param speaker whether its audio is to be switched on by the server, since no handset is up
 * @param waiting whether it rings only as a waiting call
 * @param parties who is in it, as far as known
 * @param consultation why it was begun beside another call, while that call is held for it
 * @param selected whether its user marked it, to do something with several calls at once
 */
record DeviceLeg(
        CallReference reference,
        LineInstance line,
        LegPhase phase,
        boolean speaker,
        boolean waiting,
        CallParties parties,
        Optional<Consultation> consultation,
        boolean selected) {
    /** Not selected. */
    DeviceLeg(
            CallReference reference,
            LineInstance line,
            LegPhase phase,
            boolean speaker,
            boolean waiting,
            CallParties parties,
            Optional<Consultation> consultation) {
        this(reference, line, phase, speaker, waiting, parties, consultation, false);
    }

    boolean isActive() {
        return phase.isActive();
    }

    boolean is(CallReference other) {
        return reference.equals(other);
    }

    DeviceLeg in(LegPhase next) {
        return new DeviceLeg(reference, line, next, speaker, waiting, parties, consultation, selected);
    }

    DeviceLeg withSpeaker(boolean on) {
        return new DeviceLeg(reference, line, phase, on, waiting, parties, consultation, selected);
    }

    DeviceLeg asWaiting(boolean isWaiting) {
        return new DeviceLeg(reference, line, phase, speaker, isWaiting, parties, consultation, selected);
    }

    DeviceLeg between(CallParties others) {
        return new DeviceLeg(reference, line, phase, speaker, waiting, others, consultation, selected);
    }

    /** The same call, begun for nothing but itself. */
    DeviceLeg forItself() {
        return new DeviceLeg(reference, line, phase, speaker, waiting, parties, Optional.empty(), selected);
    }

    /** The same call, marked or not. */
    DeviceLeg selected(boolean now) {
        return new DeviceLeg(reference, line, phase, speaker, waiting, parties, consultation, now);
    }

    /** Whether it is up, so that it may be joined with another. */
    boolean isUp() {
        return phase == LegPhase.CONNECTED || phase == LegPhase.HELD;
    }

    boolean consultsFor(CallReference first) {
        return consultation.filter(found -> found.first().equals(first)).isPresent();
    }

    Purpose purpose() {
        return consultation.map(Consultation::purpose).orElse(Purpose.CALL);
    }
}
