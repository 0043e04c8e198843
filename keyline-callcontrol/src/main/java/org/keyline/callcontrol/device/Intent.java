package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.device.LineInstance;

/** What the user wants to do as soon as no other call has their ear. */
sealed interface Intent {
    /** Answer a ringing call. */
    record AnswerCall(CallReference leg, boolean speaker) implements Intent {}

    /** Take a held call back. */
    record ResumeCall(CallReference leg, boolean speaker) implements Intent {}

    /** Come into a call that somebody has at another appearance of the line. */
    record BargeIn(CallReference leg, boolean conference, boolean speaker) implements Intent {}

    /** Begin a call, with its number or with dial tone; with {@code consultation} only while its first call is held. */
    record PlaceCall(
            LineInstance line,
            Optional<String> digits,
            boolean speaker,
            Purpose purpose,
            Optional<Consultation> consultation)
            implements Intent {
        /** A call of its own. */
        PlaceCall(LineInstance line, Optional<String> digits, boolean speaker) {
            this(line, digits, speaker, Purpose.CALL, Optional.empty());
        }

        /** Beside a call that is held for it. */
        PlaceCall(LineInstance line, boolean speaker, Consultation consultation) {
            this(line, Optional.empty(), speaker, consultation.purpose(), Optional.of(consultation));
        }
    }
}
