package org.keyline.web.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/**
 * Which calls are looked for; what is empty excludes nothing.
 *
 * @param number of a party: calling, called, or who sent the call on
 * @param device of a party
 * @param after not those that ended before
 * @param before not those that ended at this time or later
 * @param cause why it ended, at either side
 * @param security the highest class it reached
 */
public record CallSearch(
        String number,
        String device,
        Optional<Instant> after,
        Optional<Instant> before,
        Optional<Integer> cause,
        Optional<SecurityClass> security) {
    /** Every call. */
    public static final CallSearch EVERYTHING =
            new CallSearch("", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a record is among them. */
    public boolean wants(RecordedCall call) {
        return hasNumber(call)
                && hasDevice(call)
                && after.filter(call.ended()::isBefore).isEmpty()
                && before.filter(end -> !call.ended().isBefore(end)).isEmpty()
                && cause.filter(value ->
                                call.calling().cause() != value && call.called().cause() != value)
                        .isEmpty()
                && security.filter(value -> value != call.security()).isEmpty();
    }

    /** Whether what a phone counted is among them; why a call ended and how secure it was, phones do not say. */
    public boolean wants(MeasuredLeg leg) {
        return (number.isEmpty() || number.equals(leg.number()))
                && (device.isEmpty() || device.equalsIgnoreCase(leg.device()))
                && after.filter(leg.at()::isBefore).isEmpty()
                && before.filter(end -> !leg.at().isBefore(end)).isEmpty();
    }

    private boolean hasNumber(RecordedCall call) {
        return number.isEmpty()
                || number.equals(call.calling().number())
                || number.equals(call.called().number())
                || number.equals(call.originalCalled())
                || number.equals(call.lastRedirect());
    }

    private boolean hasDevice(RecordedCall call) {
        return device.isEmpty()
                || device.equalsIgnoreCase(call.calling().device())
                || device.equalsIgnoreCase(call.called().device());
    }

    /**
     * A time as {@code 2026-12-24T18:00} on a clock of this zone, or with {@code Z} in UTC; empty when it is neither.
     */
    public static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
