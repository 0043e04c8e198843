package org.keyline.trust.lsc;

/** A phone's public key is not one that a certificate is issued for. The message says why. */
public final class UnacceptableKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnacceptableKeyException(String message) {
        super(message);
    }

    UnacceptableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
