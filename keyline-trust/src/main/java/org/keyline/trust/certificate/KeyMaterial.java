package org.keyline.trust.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certificate and the private key that belongs to it.
 *
 * @param key the private key; never printed
 * @param certificate the certificate with the matching public key
 * @param issuers who issued it, its own issuer first, the root last; none for a self-signed certificate
 */
public record KeyMaterial(PrivateKey key, X509Certificate certificate, List<X509Certificate> issuers) {
    /** Copies the list. */
    public KeyMaterial {
        issuers = List.copyOf(issuers);
    }

    /** A self-signed certificate, or one whose issuers are not shown. */
    public KeyMaterial(PrivateKey key, X509Certificate certificate) {
        this(key, certificate, List.of());
    }

    /** The certificate and its issuers, as a TLS server shows them. */
    public List<X509Certificate> chain() {
        return Stream.concat(Stream.of(certificate), issuers.stream()).toList();
    }

    /** Names the certificate and hides the key. */
    @Override
    public String toString() {
        return "KeyMaterial[key=(hidden), certificate=" + DistinguishedNameText.subject(certificate) + "]";
    }
}
