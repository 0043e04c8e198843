package org.keyline.lab.capf;

/** The server said something that is not CAPF, or that makes no sense at this point; the phone hangs up. */
public final class CapfTrouble extends Exception {
    /** Says what. */
    public CapfTrouble(String message) {
        super(message);
    }
}
