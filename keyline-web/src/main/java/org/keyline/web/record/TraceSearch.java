package org.keyline.web.record;

import java.time.Instant;
import java.util.Optional;

/**
 * Which calls with signals are looked for; what is empty excludes nothing.
 *
 * @param number of any party
 * @param device of any party
 * @param call the call's number
 * @param after not those that ended before
 * @param before not those that began later
 */
public record TraceSearch(
        String number, String device, Optional<Integer> call, Optional<Instant> after, Optional<Instant> before) {
    /** Whether a call is among them. */
    public boolean wants(TracedCall traced) {
        return (number.isEmpty() || traced.numbers().contains(number))
                && (device.isEmpty() || traced.devices().stream().anyMatch(device::equalsIgnoreCase))
                && call.filter(wanted -> wanted != traced.call()).isEmpty()
                && after.filter(traced.ended()::isBefore).isEmpty()
                && before.filter(traced.began()::isAfter).isEmpty();
    }
}
