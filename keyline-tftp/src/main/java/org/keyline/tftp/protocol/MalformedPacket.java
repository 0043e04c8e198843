package org.keyline.tftp.protocol;

/** A datagram that is no TFTP packet; the message says what is wrong with it. */
public final class MalformedPacket extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPacket(String message) {
        super(message);
    }
}
