package org.keyline.model.device;

/** What becomes of calls to a phone whose user wants peace. */
public enum DoNotDisturbOption {
    /** They are shown, in silence. */
    RINGER_OFF,
    /** Their callers hear that the phone is busy. */
    CALL_REJECT
}
