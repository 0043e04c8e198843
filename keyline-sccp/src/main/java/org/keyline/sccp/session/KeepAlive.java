package org.keyline.sccp.session;

import java.time.Duration;

/**
 * How often phones say that they are there.
 *
 * @param primary on the connection a phone is registered on
 * @param secondary on its standby connection
 */
public record KeepAlive(Duration primary, Duration secondary) {
    /** 30 and 60 seconds. */
    public static final KeepAlive USUAL = new KeepAlive(Duration.ofSeconds(30), Duration.ofSeconds(60));

    public KeepAlive {
        if (primary.toSeconds() < 1 || secondary.toSeconds() < 1) {
            throw new IllegalArgumentException("A keepalive interval is a second or more");
        }
    }

    /**
     * The interval for one device: three quarters of the usual one to all of it, so that the phones that came back
     * together after a restart do not speak together for ever.
     */
    int secondsFor(String device) {
        var most = (int) primary.toSeconds();
        var least = Math.max(1, most * 3 / 4);
        return least + Math.floorMod(device.hashCode(), most - least + 1);
    }

    /** How long a registered phone may be silent: two intervals. */
    long registeredLimitNanos() {
        return primary.multipliedBy(2).toNanos();
    }

    /** How long a standby connection may be silent. */
    long standbyLimitNanos() {
        return secondary.multipliedBy(2).toNanos();
    }
}
