package org.keyline.transport;

/** Why a port turned a connection away or closed it; each is counted. */
public enum Offence {
    /** The port already serves as many connections as it may. */
    TOO_MANY_CONNECTIONS,
    /** The address already has as many connections as it may. */
    TOO_MANY_FROM_ADDRESS,
    /** The TLS handshake failed: no common version or cipher, a certificate that is not trusted, or no TLS at all. */
    HANDSHAKE_FAILED,
    /** The TLS handshake took too long. */
    HANDSHAKE_TIMEOUT,
    /** No complete message came in time. */
    SILENT,
    /** The peer does not read what it is sent. */
    NOT_READING,
    /** The peer sent what cannot be the protocol. */
    MALFORMED
}
