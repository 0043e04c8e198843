package org.keyline.callcontrol.digits;

import java.util.List;
import java.util.Optional;
import org.keyline.model.dial.TaggedDigits;

/**
 * Why digits lead where they lead, step by step.
 *
 * @param result what they mean, as for a call
 * @param steps one for each number that was looked up: first the dialled one, then what translations made of it
 */
public record Explanation(Analysis result, List<Step> steps) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** Whether a call would reach a line or hunt somebody, perhaps after waiting for more digits. */
    public boolean leadsSomewhere() {
        return result.now()
                .filter(route -> !(route.target() instanceof Target.Refusal))
                .isPresent();
    }

    /**
     * A number looked up.
     *
     * @param digits the number
     * @param candidates every pattern that matches it, the best first, those out of reach last
     * @param longer whether longer numbers are possible for this caller
     * @param hop what the winner made of the number, where it changes numbers
     * @param dropped what it threw away for that, in order
     */
    public record Step(
            String digits, List<Candidate> candidates, boolean longer, Optional<Route.Hop> hop, List<Dropped> dropped) {
        public Step {
            candidates = List.copyOf(candidates);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * Digits that a pattern threw away.
     *
     * @param by why, in the words of digit discard instructions: what they stood before, or what part they were
     */
    public record Dropped(String by, String digits) {}

    /**
     * A pattern that matches.
     *
     * @param filter the name of its route filter, if it has one
     * @param parts of what parts the number is, by the numbering plan that {@code @} stands for
     */
    public record Candidate(
            String pattern,
            String partition,
            Kind kind,
            Standing standing,
            Optional<String> filter,
            List<TaggedDigits> parts) {
        public Candidate {
            parts = List.copyOf(parts);
        }

        /** A pattern without {@code @}. */
        public Candidate(String pattern, String partition, Kind kind, Standing standing) {
            this(pattern, partition, kind, standing, Optional.empty(), List.of());
        }
    }

    /** What a pattern is for. */
    public enum Kind {
        LINE,
        TRANSLATION,
        HUNT_PILOT,
        ROUTE_PATTERN,
        PICKUP_GROUP,
        CALL_PARK,
        DIRECTED_CALL_PARK,
        MEET_ME,
        MESSAGE_WAITING
    }

    /** How a matching pattern stands against the others. */
    public enum Standing {
        WINS,
        /** It matches more numbers of this length, or of any length, than the winner. */
        LESS_CLOSE,
        /** As close as the winner, in a partition that is searched later. */
        LATER_PARTITION,
        /** As close as the winner, in the same partition; the pattern's text decided. */
        LATER_IN_ORDER,
        /** Its partition is in none of the caller's search spaces. */
        NOT_REACHED,
        /** Its partition is not there at this time. */
        NOT_NOW,
        /** The numbering plan has the number, the pattern's route filter leaves it out. */
        FILTERED_OUT
    }
}
