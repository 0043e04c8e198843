package org.keyline.lab.trust;

/** What the phone did with a trust list it fetched, or did not get. */
public enum ListUpdate {
    /** The phone had no list at all and believed the first one. */
    TAKEN_ON_FIRST_USE,
    /** The list is byte for byte the one in flash. */
    UNCHANGED,
    /** Properly signed by a signer the phone knows: the new list is in force, the old one is kept as backup. */
    REPLACED,
    /** The server has none: whatever was in flash stays valid. */
    NOT_FOUND,
    /** Signed by somebody the phone does not know. */
    REJECTED_UNKNOWN_SIGNER,
    /** The signature is not that of the known signer. */
    REJECTED_BAD_SIGNATURE,
    /** Not a trust list. */
    REJECTED_MALFORMED;

    /** What the phone's status menu shows; empty when there is nothing to report. */
    public String statusMessage() {
        return switch (this) {
            case REJECTED_UNKNOWN_SIGNER, REJECTED_BAD_SIGNATURE, REJECTED_MALFORMED -> "Trust List Update Failed";
            case TAKEN_ON_FIRST_USE, REPLACED -> "Trust List Updated";
            case UNCHANGED, NOT_FOUND -> "";
        };
    }

    /** Whether there was a list that the phone does not believe. */
    public boolean isRefused() {
        return this == REJECTED_UNKNOWN_SIGNER || this == REJECTED_BAD_SIGNATURE || this == REJECTED_MALFORMED;
    }

    /** Whether the list in force is now another one. */
    public boolean changed() {
        return this == TAKEN_ON_FIRST_USE || this == REPLACED;
    }
}
