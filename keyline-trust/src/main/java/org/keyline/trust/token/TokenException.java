package org.keyline.trust.token;

import java.security.GeneralSecurityException;

/** A token cannot be opened or used. The message says which one and what to do. */
public final class TokenException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it cannot. */
    public enum Reason {
        /** The password is wrong; it was counted. */
        WRONG_PASSWORD,
        /** Locked for good by too many wrong passwords (CTL9-04, SEC-34, SEC-35). */
        LOCKED,
        /** The PKCS #11 module is not there, or cannot be loaded. */
        NO_MODULE,
        /**
         * The PKCS #11 module sees no reader: the smart card service does not run, or nothing is plugged in (CTL3-31).
         */
        NO_READER,
        /** There is no token, or not one that can sign trust lists. */
        NO_TOKEN,
        /** There is a certificate, but no private key. */
        NO_KEY,
        /** The private key is not that of the certificate. */
        UNFIT_KEY,
        /** The private key is not RSA, or encrypted in a way nobody knows. */
        UNKNOWN_CIPHER,
        /** A new password that does not follow {@link TokenPassword}. */
        UNFIT_PASSWORD,
        /** The token is there but does not do what it should. */
        UNUSABLE
    }

    TokenException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    TokenException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static TokenException wrongPassword(String token, int attemptsLeft) {
        return new TokenException(
                Reason.WRONG_PASSWORD,
                "The password does not open the token " + token + ". Wrong passwords it still bears: " + attemptsLeft);
    }

    static TokenException locked(String token) {
        return new TokenException(
                Reason.LOCKED,
                "The token " + token + " is locked and unusable after " + RetryCounter.MOST_FAILURES
                        + " wrong passwords and one more. It cannot be unlocked: get another token and put it in the"
                        + " CTL file");
    }

    /** A token with a count of its own, which it keeps to itself, refused the password. */
    static TokenException wrongPasswordByItself(String token) {
        return new TokenException(
                Reason.WRONG_PASSWORD,
                "The password does not open the token " + token
                        + ". It counts wrong passwords by itself and locks after too many");
    }

    /** A token with a count of its own has locked itself. */
    static TokenException lockedByItself(String token) {
        return new TokenException(
                Reason.LOCKED,
                "The token " + token + " is locked and unusable after too many wrong passwords. It cannot be unlocked:"
                        + " get another token and put it in the CTL file");
    }

    static TokenException unfitPassword(String why) {
        return new TokenException(Reason.UNFIT_PASSWORD, "This password is not fit for a token. " + why);
    }

    /** Why the token cannot be opened or used. */
    public Reason reason() {
        return reason;
    }
}
