package org.keyline.trust.tls;

/** How old the phones are that TLS must admit. */
public enum TlsProfile {
    /** TLS 1.2 and 1.3 with forward secrecy and AEAD. */
    MODERN,
    /**
     * Also TLS 1.0 and 1.1 with RSA key exchange and AES-CBC, which the 79xx phones need. Needs the JDK's provider and
     * {@link LegacyAlgorithms#enable()}. Off unless the administrator asks for it.
     */
    LEGACY_PHONE
}
