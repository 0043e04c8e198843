package org.keyline.sccp.codec.wire;

/**
 * A message body that cannot be read: a required field is missing, or a number stands where it can mean nothing. The
 * decoder turns it into a {@code Malformed} value; it carries no stack trace, because its cause is the peer.
 */
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Malformed because of {@code reason}, a sentence that names the field. */
    public MalformedMessage(String reason) {
        super(reason, null, false, false);
    }

    /** The sentence that names the field. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
