package org.keyline.trust.authority;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.keyline.trust.secret.Secret;

/**
 * How an authority elsewhere is reached and known.
 *
 * @param protocol what it speaks
 * @param address its URL: of the SCEP program, or up to and with the label in front of EST's operations
 * @param fingerprint SHA-256 of the DER of its certificate in lower-case hexadecimal without colons; without it only
 *     certificates in the store CAPF-trust count
 * @param user the name for HTTP authentication, empty for none
 * @param password the challenge password of SCEP, or the password of that name; a secret
 * @param patience how long a request may be undecided
 * @param pause how long to wait before an undecided request is asked about again, where the authority does not say
 */
public record AuthoritySettings(
        Protocol protocol,
        URI address,
        Optional<String> fingerprint,
        String user,
        Secret password,
        Duration patience,
        Duration pause) {
    /** The protocols of enrolment. */
    public enum Protocol {
        /** RFC 8894. */
        SCEP,
        /** RFC 7030. */
        EST
    }

    /** A fingerprint as people write it, with or without colons, in the form that is compared. */
    public static Optional<String> fingerprint(String written) {
        return Optional.of(written.replace(":", "").toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
    }

    /** The same, known by its fingerprint. */
    public AuthoritySettings knownBy(Optional<String> other) {
        return new AuthoritySettings(protocol, address, other, user, password, patience, pause);
    }
}
