package org.keyline.ctl.provider;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after {@value #FREE} failed sign-ins an address waits a second, then two, four and so on up to a
 * minute. Remembers a bounded number of addresses. Thread-safe.
 */
final class SignInThrottle {
    private static final int FREE = 3;
    private static final int LONGEST_SECONDS = 60;
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<InetAddress, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Failures(int count, Instant last) {}

    /** How long the address must still wait; zero when it may try. */
    synchronized Duration wait(InetAddress address, Instant now) {
        var failed = failures.get(address);
        if (failed == null || failed.count() < FREE) {
            return Duration.ZERO;
        }
        var seconds = Math.min(LONGEST_SECONDS, 1 << Math.min(failed.count() - FREE, 10));
        var left = Duration.between(now, failed.last().plusSeconds(seconds));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(InetAddress address, Instant now) {
        failures.merge(address, new Failures(1, now), (before, one) -> new Failures(before.count() + 1, one.last()));
    }

    synchronized void succeeded(InetAddress address) {
        failures.remove(address);
    }
}
