package org.keyline.trust.tlv;

/** A trust list or signed file breaks its format. The message says which element and how. */
public final class MalformedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A break described by {@code message}. */
    public MalformedFileException(String message) {
        super(message);
    }

    /** A break described by {@code message}, with what led to it. */
    public MalformedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
