package org.keyline.callcontrol.security;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.party.SrtpAlgorithm;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.model.security.SecurityClass;

/**
 * The class of a call (spec OV-03 to OV-05, PH-006): non-secure when one device is neither authenticated nor encrypted;
 * authenticated when all devices are authenticated; encrypted when besides all media are.
 */
public final class SecurityClassification {
    private SecurityClassification() {}

    /** How the media between two parties is protected: both must be registered as encrypted and share a way (OV-64). */
    public static Optional<SrtpAlgorithm> mediaProtection(Terminal one, Terminal other) {
        if (weakest(List.of(one, other)) != SecurityClass.ENCRYPTED) {
            return Optional.empty();
        }
        return one.algorithms().stream().filter(other.algorithms()::contains).min(SrtpAlgorithm::compareTo);
    }

    /** The class of a call between two parties once its media is up. */
    public static SecurityClass of(Terminal one, Terminal other) {
        var signalling = weakest(List.of(one, other));
        return mediaProtection(one, other).isPresent() ? signalling : signalling.weaker(SecurityClass.AUTHENTICATED);
    }

    /**
     * The class of a call whose media goes through a media termination point: that of the weakest way, as with a
     * conference bridge. A point that does not encrypt makes every call non-secure (OV-32).
     */
    public static SecurityClass through(Terminal point, Terminal one, Terminal other) {
        return of(one, point).weaker(of(point, other));
    }

    /**
     * What the phones show: the lock only while encrypted media runs between them (OV-33), so an encrypted call shows
     * nothing before its media is up and while it is held (OV-34).
     */
    public static Optional<SecurityClass> shown(Terminal one, Terminal other, boolean mediaUp) {
        return shown(of(one, other), mediaUp);
    }

    /** What the phones show of a call of this class. */
    public static Optional<SecurityClass> shown(SecurityClass call, boolean mediaUp) {
        return Optional.of(call).filter(found -> mediaUp || found != SecurityClass.ENCRYPTED);
    }

    private static SecurityClass weakest(List<Terminal> parties) {
        return parties.stream().map(Terminal::security).reduce(SecurityClass.ENCRYPTED, SecurityClass::weaker);
    }
}
