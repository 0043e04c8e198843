package org.keyline.web.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/**
 * A part of a call as its record has it.
 *
 * @param call the number all parts of a call share
 * @param calling who called
 * @param originalCalled the number called at first
 * @param called whom they reached
 * @param lastRedirect who sent the call there last
 * @param redirectReason why, by the number of records; 0 where nobody did
 * @param began when it began
 * @param connected when it was answered
 * @param ended when it ended
 * @param seconds how long it was connected
 * @param security the highest class it reached
 * @param codec the codec's name; empty where there was no media
 */
public record RecordedCall(
        int call,
        End calling,
        String originalCalled,
        End called,
        String lastRedirect,
        int redirectReason,
        Instant began,
        Optional<Instant> connected,
        Instant ended,
        long seconds,
        SecurityClass security,
        String codec) {
    /**
     * One side of it.
     *
     * @param device its device; empty where none had a part in it
     * @param cause why it ended at this side; 0 where the other side ended it
     */
    public record End(String number, String device, int cause) {}

    /** The cause of the side that ended it. */
    public int cause() {
        return calling.cause() != 0 ? calling.cause() : called.cause();
    }

    /** How long it was connected. */
    public Duration talked() {
        return Duration.ofSeconds(seconds);
    }
}
