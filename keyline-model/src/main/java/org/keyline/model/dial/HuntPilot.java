package org.keyline.model.dial;

import java.time.Duration;
import java.util.Optional;

/**
 * A pattern behind which a hunt list looks for somebody who answers.
 *
 * @param pattern with wildcards
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param alertingName the name a caller sees while it rings; may be empty
 * @param huntList the hunt list's name
 * @param maximumHuntTime how long it hunts at most, 1 to 3600 seconds
 * @param noAnswer where the call goes when nobody answered
 * @param busy where it goes when everybody was busy or not there
 * @param called how the dialled number changes for those who are hunted
 * @param calling how the caller's number changes
 * @param treatment not urgent by default
 */
public record HuntPilot(
        String pattern,
        String partition,
        String description,
        String alertingName,
        String huntList,
        Duration maximumHuntTime,
        Forward noAnswer,
        Forward busy,
        CalledTransformation called,
        CallingTransformation calling,
        Treatment treatment) {
    /** How long a pilot hunts where nothing else is said. */
    public static final Duration USUAL_HUNT_TIME = Duration.ofMinutes(30);

    /** What becomes of a call that was hunted in vain. */
    public sealed interface Forward {
        /** It ends. */
        record None() implements Forward {}

        /**
         * It goes to this number.
         *
         * @param callingSearchSpace where the number is looked up; without one, only what everyone reaches is found
         */
        record To(String number, Optional<String> callingSearchSpace) implements Forward {}

        /** It goes where the line the caller first called forwards calls without coverage. */
        record PersonalPreferences() implements Forward {}
    }

    /** A pilot of {@code huntList} with nothing special. */
    public static HuntPilot of(String pattern, String partition, String huntList) {
        return new HuntPilot(
                pattern,
                partition,
                "",
                "",
                huntList,
                USUAL_HUNT_TIME,
                new Forward.None(),
                new Forward.None(),
                CalledTransformation.NONE,
                CallingTransformation.NONE,
                Treatment.USUAL);
    }
}
