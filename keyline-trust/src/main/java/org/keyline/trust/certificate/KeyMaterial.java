package org.keyline.trust.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and the private key that belongs to it.
 *
 * @param key the private key; never printed
 * @param certificate the certificate with the matching public key
 */
public record KeyMaterial(PrivateKey key, X509Certificate certificate) {
    /** Names the certificate and hides the key. */
    @Override
    public String toString() {
        return "KeyMaterial[key=(hidden), certificate=" + DistinguishedNameText.subject(certificate) + "]";
    }
}
