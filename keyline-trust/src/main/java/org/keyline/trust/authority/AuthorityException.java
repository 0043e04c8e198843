package org.keyline.trust.authority;

/** An authority elsewhere gave no certificate. The message says in one line what was wrong; it holds no secret. */
public final class AuthorityException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Says what. */
    public AuthorityException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Says what, and what lies behind it. */
    public AuthorityException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kind of trouble it is. */
    public Reason reason() {
        return reason;
    }

    /** What it said, never absent. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** Kinds of trouble, each with the words that the operation status of a phone uses. */
    public enum Reason {
        /** No connection, or no answer in time. */
        UNREACHABLE("the CA cannot be reached"),
        /** Its certificate is not one the administrator named. */
        NOT_TRUSTED("the CA is not the configured one"),
        /** It said no. */
        REFUSED("the CA refused the request"),
        /** It has not decided within the time limit. */
        UNDECIDED("the CA did not decide in time"),
        /** What it issued is not what was asked for. */
        UNFIT("the CA issued an unusable certificate"),
        /** It broke the protocol. */
        NONSENSE("the CA answered nonsense");

        private final String status;

        Reason(String status) {
            this.status = status;
        }

        /** For the operation status, in the words of the specification's time and language. */
        public String status() {
            return status;
        }
    }
}
