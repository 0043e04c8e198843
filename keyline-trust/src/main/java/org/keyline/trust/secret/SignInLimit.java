package org.keyline.trust.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Slows down guessing: after {@value #FREE} wrong passwords from one address each further try must wait, twice as long
 * each time, up to {@link #LONGEST}. A right one resets it.
 */
public final class SignInLimit {
    private static final int FREE = 5;
    private static final int REMEMBERED = 10_000;

    /** The longest wait. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private final LinkedHashMap<String, Failures> byAddress = LinkedHashMap.newLinkedHashMap(16);

    public SignInLimit(Clock clock) {
        this.clock = clock;
    }

    /** How long this address must still wait; zero when it may try now. */
    public synchronized Duration wait(String address) {
        var failures = byAddress.get(address);
        if (failures == null) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), failures.notBefore());
        return left.isNegative() ? Duration.ZERO : left;
    }

    public synchronized void failed(String address) {
        var before = byAddress.remove(address);
        var count = before == null ? 1 : before.count() + 1;
        byAddress.put(address, new Failures(count, clock.instant().plus(pause(count))));
        if (byAddress.size() > REMEMBERED) {
            byAddress.pollFirstEntry();
        }
    }

    public synchronized void succeeded(String address) {
        byAddress.remove(address);
    }

    private static Duration pause(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(failures - FREE, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private record Failures(int count, Instant notBefore) {}
}
