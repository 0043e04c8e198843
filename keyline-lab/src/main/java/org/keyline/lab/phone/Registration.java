package org.keyline.lab.phone;

/** How far a phone has come with its call manager. */
public enum Registration {
    /** Not trying. */
    DOWN,
    /** Fetching files, enrolling, connecting. */
    BOOTING,
    /** Connected, asking its questions. */
    REGISTERING,
    /** Ready. */
    REGISTERED,
    /** The server said no, with a text. */
    REJECTED,
    /** The connection could not be made or was lost. */
    LOST
}
