package org.keyline.model.dial;

import java.util.Optional;

/**
 * A pattern whose digits become another number, which is looked up anew; or one that stops calls.
 *
 * @param pattern with wildcards
 * @param partition the partition's name; empty is {@code <None>}
 * @param description free text
 * @param numbers what {@code @} stands for
 * @param callingSearchSpace where the new number is looked up; without one, only what everyone reaches is found
 * @param called how the dialled number changes
 * @param calling how the caller's number changes
 * @param treatment urgent by default
 */
public record TranslationPattern(
        String pattern,
        String partition,
        String description,
        PlanUse numbers,
        Optional<String> callingSearchSpace,
        CalledTransformation called,
        CallingTransformation calling,
        Treatment treatment) {
    /** A pattern that changes nothing yet. */
    public static TranslationPattern of(String pattern, String partition) {
        return new TranslationPattern(
                pattern,
                partition,
                "",
                PlanUse.NANP,
                Optional.empty(),
                CalledTransformation.NONE,
                CallingTransformation.NONE,
                Treatment.URGENT);
    }

    /** The same with these numbers in place of {@code @}. */
    public TranslationPattern over(PlanUse next) {
        return new TranslationPattern(
                pattern, partition, description, next, callingSearchSpace, called, calling, treatment);
    }

    /** The same, looked up in {@code space} afterwards. */
    public TranslationPattern in(String space) {
        return new TranslationPattern(
                pattern, partition, description, numbers, Optional.of(space), called, calling, treatment);
    }

    /** The same with this change of the dialled number. */
    public TranslationPattern called(CalledTransformation next) {
        return new TranslationPattern(
                pattern, partition, description, numbers, callingSearchSpace, next, calling, treatment);
    }

    /** The same with this change of the caller's number. */
    public TranslationPattern calling(CallingTransformation next) {
        return new TranslationPattern(
                pattern, partition, description, numbers, callingSearchSpace, called, next, treatment);
    }

    /** The same, treated like this. */
    public TranslationPattern treated(Treatment next) {
        return new TranslationPattern(
                pattern, partition, description, numbers, callingSearchSpace, called, calling, next);
    }
}
