package org.keyline.media.announcement;

/**
 * A tone the annunciator makes. Those of the network are North America's or, for Japanese, Japan's (ITU-T E.180
 * supplement 2); the others are Keyline's own.
 */
public enum Tone {
    DIAL,
    RING_BACK,
    BUSY,
    REORDER,
    /** The number cannot be reached: three rising tones (ITU-T E.180). */
    VACANT,
    /** The line is held and no music is there: a short double beep each ten seconds. */
    HOLD,
    /** Somebody has joined the call. */
    BARGE_IN,
    /** Somebody has left the call. */
    LEAVE,
    /** The call is encrypted: three rising beeps. */
    SECURE,
    /** The call is not encrypted: six short low beeps. */
    NON_SECURE,
    /** This call is listened to or recorded: a short beep each fifteen seconds. */
    RECORDING
}
