package org.keyline.model.dial;

/**
 * A pattern that leads out by gateways or trunks.
 *
 * @param pattern with wildcards
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param to by which way
 * @param offNet whether who is reached is none of this system's users
 * @param called how the dialled number changes
 * @param calling how the caller's number changes
 * @param treatment with the outside dial tone by default
 */
public record RoutePattern(
        String pattern,
        String partition,
        String description,
        Way to,
        boolean offNet,
        CalledTransformation called,
        CallingTransformation calling,
        Treatment treatment) {
    /** By which way calls go out. */
    public sealed interface Way {
        /** By the route groups of a list. */
        record List(String routeList) implements Way {}

        /** By one gateway or trunk. */
        record Device(String device) implements Way {}
    }

    /** A pattern that changes nothing yet. */
    public static RoutePattern of(String pattern, String partition, Way to) {
        return new RoutePattern(
                pattern,
                partition,
                "",
                to,
                true,
                CalledTransformation.NONE,
                CallingTransformation.NONE,
                Treatment.USUAL.withOutsideDialTone());
    }

    /** The same with this change of the dialled number. */
    public RoutePattern called(CalledTransformation next) {
        return new RoutePattern(pattern, partition, description, to, offNet, next, calling, treatment);
    }

    /** The same with this change of the caller's number. */
    public RoutePattern calling(CallingTransformation next) {
        return new RoutePattern(pattern, partition, description, to, offNet, called, next, treatment);
    }

    /** The same, treated like this. */
    public RoutePattern treated(Treatment next) {
        return new RoutePattern(pattern, partition, description, to, offNet, called, calling, next);
    }
}
