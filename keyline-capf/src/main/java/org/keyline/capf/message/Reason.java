package org.keyline.capf.message;

/** Why a session ends (element 1 of END_SESSION). */
public enum Reason {
    /** Nothing was to be done, or nothing changed. */
    NO_ACTION(0),
    /** Done; the phone's certificate changed. */
    SUCCESS(1),
    /** Refused or failed. */
    FAILURE(7),
    /** No such device. */
    UNKNOWN_DEVICE(9);

    private final int code;

    Reason(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
