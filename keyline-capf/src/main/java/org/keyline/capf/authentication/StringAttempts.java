package org.keyline.capf.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.keyline.model.device.DeviceName;

/**
 * Counts wrong authentication strings: after {@value #MOST} in a row a device must wait ten minutes, and then has as
 * many attempts again (spec CAPF-083). Holds an entry only for configured devices that failed. Thread-safe.
 */
final class StringAttempts {
    static final int MOST = 10;
    static final Duration WAIT = Duration.ofMinutes(10);

    private final Map<DeviceName, Failures> failures = new HashMap<>();

    private record Failures(int count, Instant last) {}

    /** Whether the device must still wait. */
    synchronized boolean isLocked(DeviceName device, Instant now) {
        var failed = failures.get(device);
        if (failed == null || failed.count() < MOST) {
            return false;
        }
        if (now.isBefore(failed.last().plus(WAIT))) {
            return true;
        }
        failures.remove(device);
        return false;
    }

    /** A wrong string came; true when the device must wait from now on. */
    synchronized boolean failed(DeviceName device, Instant now) {
        var before = failures.get(device);
        var count = before == null ? 1 : before.count() + 1;
        failures.put(device, new Failures(count, now));
        return count == MOST;
    }

    /** The right string came. */
    synchronized void succeeded(DeviceName device) {
        failures.remove(device);
    }
}
