package org.keyline.media.port;

/** Why a port does not do what it was asked for. */
public enum Refusal {
    /** The resource has no such codec. */
    CODEC,
    /** The packets would be too short or too long: 10 to 60 ms in steps of 10. */
    PACKET_SIZE,
    /** No UDP port of the range is free. */
    NO_UDP_PORT,
    /** The port was closed before. */
    CLOSED
}
