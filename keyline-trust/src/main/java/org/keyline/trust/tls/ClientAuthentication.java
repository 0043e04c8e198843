package org.keyline.trust.tls;

/** Whether a server asks its clients for a certificate. */
public enum ClientAuthentication {
    /** It does not ask. */
    NONE,
    /** It asks, and goes on without one. */
    WANT,
    /** It asks, and ends the handshake without one. */
    NEED
}
