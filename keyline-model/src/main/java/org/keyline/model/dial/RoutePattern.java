package org.keyline.model.dial;

/**
 * A pattern that leads out by gateways or trunks.
 *
 * @param pattern with wildcards
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param numbers what {@code @} stands for
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
        PlanUse numbers,
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
                PlanUse.NANP,
                to,
                true,
                CalledTransformation.NONE,
                CallingTransformation.NONE,
                Treatment.USUAL.withOutsideDialTone());
    }

    /** The same with these numbers in place of {@code @}. */
    public RoutePattern over(PlanUse next) {
        return new RoutePattern(pattern, partition, description, next, to, offNet, called, calling, treatment);
    }

    /** The same with this change of the dialled number. */
    public RoutePattern called(CalledTransformation next) {
        return new RoutePattern(pattern, partition, description, numbers, to, offNet, next, calling, treatment);
    }

    /** The same with this change of the caller's number. */
    public RoutePattern calling(CallingTransformation next) {
        return new RoutePattern(pattern, partition, description, numbers, to, offNet, called, next, treatment);
    }

    /** The same, treated like this. */
    public RoutePattern treated(Treatment next) {
        return new RoutePattern(pattern, partition, description, numbers, to, offNet, called, calling, next);
    }
}
