package org.keyline.trust.signing;

/** A signature could not be made: the key is gone, locked or of the wrong kind. */
public class SigningException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure described by {@code message}. */
    public SigningException(String message) {
        super(message);
    }

    /** A failure described by {@code message}, with what led to it. */
    public SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
