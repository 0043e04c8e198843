package org.keyline.lab.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a phone: it has no battery, so it begins anywhere, and goes right once a server has told the time. */
public final class PhoneClock implements InstantSource {
    private static final InstantSource WORLD = Clock.systemUTC();

    private volatile Duration ahead;

    private PhoneClock(Duration ahead) {
        this.ahead = ahead;
    }

    /** A clock that goes right. */
    public static PhoneClock right() {
        return new PhoneClock(Duration.ZERO);
    }

    /** A clock that shows this time now. */
    public static PhoneClock showing(Instant time) {
        return new PhoneClock(Duration.between(WORLD.instant(), time));
    }

    /** A server tells the time. */
    public void set(Instant time) {
        ahead = Duration.between(WORLD.instant(), time);
    }

    @Override
    public Instant instant() {
        return WORLD.instant().plus(ahead);
    }
}
