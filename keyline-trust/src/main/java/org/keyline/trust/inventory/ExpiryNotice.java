package org.keyline.trust.inventory;

import java.time.Duration;
import java.time.Instant;

/**
 * A certificate that is about to expire, or has.
 *
 * @param certificate which
 * @param stage how near its end is
 */
public record ExpiryNotice(CertificateEntry certificate, Stage stage) {
    /** How near the end is: each is told once. */
    public enum Stage {
        NINETY_DAYS(90),
        THIRTY_DAYS(30),
        SEVEN_DAYS(7),
        ONE_DAY(1),
        EXPIRED(0);

        private final Duration before;

        Stage(int days) {
            before = Duration.ofDays(days);
        }

        /** Whether an administrator should act this week. */
        public boolean isUrgent() {
            return this == SEVEN_DAYS || this == ONE_DAY;
        }

        boolean isReached(Instant now, Instant expires) {
            return !now.isBefore(expires.minus(before));
        }
    }
}
