package org.keyline.trust.authority;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.UnacceptableKeyException;

/** Who issues LSCs (spec CAPF-012). */
public sealed interface LscAuthority {
    /**
     * CAPF itself, with its own key.
     *
     * @param issuer makes the certificates
     */
    record Own(LscIssuer issuer) implements LscAuthority {
        /** A certificate for the key that the phone made. */
        public X509Certificate issue(String device, PublicKey key, KeyType requested) throws UnacceptableKeyException {
            return issuer.issue(device, key, requested);
        }
    }

    /**
     * An authority elsewhere; it wants a request that is signed with the phone's key.
     *
     * @param enrolment how it is asked
     */
    record Elsewhere(ExternalAuthority enrolment) implements LscAuthority {}
}
