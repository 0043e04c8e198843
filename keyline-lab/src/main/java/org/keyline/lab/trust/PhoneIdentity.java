package org.keyline.lab.trust;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate of the phone with its private key: the LSC, or the MIC from the factory. */
public record PhoneIdentity(PrivateKey key, X509Certificate certificate) {
    /** Without the key. */
    @Override
    public String toString() {
        return "PhoneIdentity[" + certificate.getSubjectX500Principal() + "]";
    }
}
