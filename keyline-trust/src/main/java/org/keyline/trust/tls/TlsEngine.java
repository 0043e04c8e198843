package org.keyline.trust.tls;

/** Which implementation of TLS is preferred. */
public enum TlsEngine {
    /** BoringSSL, where it is there; the JDK otherwise. */
    OPENSSL,
    /** The JDK's own: the only one with TLS 1.0 and NULL ciphers. */
    JDK
}
