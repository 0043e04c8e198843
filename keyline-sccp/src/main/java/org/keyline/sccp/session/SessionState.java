package org.keyline.sccp.session;

/** Where a session stands (sheet 2.2). */
public enum SessionState {
    /** Connected; it has ten seconds to say who it is. A standby connection stays here and exchanges keepalives. */
    CONNECTED,
    /** It asked for a token and registers later, perhaps on another connection. */
    TOKEN,
    /** Registered; it asks for its configuration, in its own order. */
    PROGRESS,
    /** It has what it asked for. */
    REGISTERED,
    /** It said goodbye, or was turned away; the connection ends. */
    UNREGISTERING
}
