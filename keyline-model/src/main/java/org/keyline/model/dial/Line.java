package org.keyline.model.dial;

import java.util.Optional;
import org.keyline.model.media.HoldSources;

/**
 * A directory number in a partition; it may appear on several devices.
 *
 * @param number the digits
 * @param partition the partition's name; empty is {@code <None>}, reachable by everyone
 * @param description free text
 * @param alertingName the name a caller sees while it rings; may be empty
 * @param callingSearchSpace the line's calling search space, searched before the device's
 * @param pickupGroup the key of the group whose members may take its ringing calls, and whose calls its user may take
 * @param forwards where its calls go when they cannot or shall not be answered here
 * @param voiceMail its voice mail
 * @param hold what those hear whom it holds
 */
public record Line(
        DirectoryNumber number,
        String partition,
        String description,
        String alertingName,
        Optional<String> callingSearchSpace,
        Optional<String> pickupGroup,
        Forwards forwards,
        VoiceMail voiceMail,
        HoldSources hold) {
    /** A line that leaves to its phones what those hear whom it holds. */
    public Line(
            DirectoryNumber number,
            String partition,
            String description,
            String alertingName,
            Optional<String> callingSearchSpace,
            Optional<String> pickupGroup,
            Forwards forwards,
            VoiceMail voiceMail) {
        this(
                number,
                partition,
                description,
                alertingName,
                callingSearchSpace,
                pickupGroup,
                forwards,
                voiceMail,
                HoldSources.NONE);
    }

    /** A line without messages. */
    public Line(
            DirectoryNumber number,
            String partition,
            String description,
            String alertingName,
            Optional<String> callingSearchSpace,
            Optional<String> pickupGroup,
            Forwards forwards) {
        this(number, partition, description, alertingName, callingSearchSpace, pickupGroup, forwards, VoiceMail.NONE);
    }

    /** A line in no pickup group that forwards nothing. */
    public Line(
            DirectoryNumber number,
            String partition,
            String description,
            String alertingName,
            Optional<String> callingSearchSpace) {
        this(number, partition, description, alertingName, callingSearchSpace, Optional.empty(), Forwards.NONE);
    }

    /** How others name it. */
    public NumberKey key() {
        return new NumberKey(number, partition);
    }
}
