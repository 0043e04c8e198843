package org.keyline.web.posture;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/** Parts of all devices, each with its total at the top of the page. */
public enum PostureFilter {
    ALL,
    ENCRYPTED,
    AUTHENTICATED,
    NON_SECURE,
    UNREGISTERED,
    DIFFERENT,
    NO_CERTIFICATE,
    EXPIRING,
    EXPIRED,
    SHORT_KEY,
    OLD_LIST;

    /** Whether a device belongs to this part at {@code now}. */
    public boolean contains(DevicePosture device, Instant now) {
        return switch (this) {
            case ALL -> true;
            case ENCRYPTED -> is(device, SecurityClass.ENCRYPTED);
            case AUTHENTICATED -> is(device, SecurityClass.AUTHENTICATED);
            case NON_SECURE -> is(device, SecurityClass.NON_SECURE);
            case UNREGISTERED -> device.registered().isEmpty();
            case DIFFERENT -> device.finding() != Finding.AS_ASKED;
            case NO_CERTIFICATE -> device.certificate().isEmpty();
            case EXPIRING -> device.isExpiring(now);
            case EXPIRED -> device.isExpired(now);
            case SHORT_KEY -> device.hasShortKey();
            case OLD_LIST -> device.hasOldList();
        };
    }

    /** Whether devices in this part need somebody. */
    public boolean isTrouble() {
        return switch (this) {
            case DIFFERENT, EXPIRING, EXPIRED, SHORT_KEY, OLD_LIST -> true;
            case ALL, ENCRYPTED, AUTHENTICATED, NON_SECURE, UNREGISTERED, NO_CERTIFICATE -> false;
        };
    }

    private static boolean is(DevicePosture device, SecurityClass security) {
        return device.registered()
                .filter(registration -> registration.security() == security)
                .isPresent();
    }

    /** The part of this name. */
    public static Optional<PostureFilter> named(String name) {
        return Arrays.stream(values())
                .filter(filter -> filter.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
