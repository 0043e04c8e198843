package org.keyline.trust.token;

import java.security.GeneralSecurityException;

/** A token cannot be opened: wrong password, or no token at all. */
public final class TokenException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    TokenException(String message) {
        super(message);
    }

    TokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
