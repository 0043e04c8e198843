package org.keyline.lab.phone;

/** Ways in which real phones, or broken ones, try a server's patience. */
public enum Misbehaviour {
    /** Sends every OnHook twice. */
    ON_HOOK_TWICE,
    /** Sends RegisterAvailableLines twice. */
    AVAILABLE_LINES_TWICE,
    /** Sends every byte in a segment of its own. */
    SPLIT_SEGMENTS,
    /** Holds messages back and sends several in one segment. */
    MERGED_SEGMENTS,
    /** Adds words nobody has described to every message. */
    LONG_BODIES,
    /** Acknowledges a receive channel only after two seconds. */
    LATE_MEDIA_ACK,
    /** Never acknowledges a receive channel. */
    NO_MEDIA_ACK,
    /** Says it has no channel left. */
    FAILED_MEDIA_ACK,
    /** Acknowledges with port 0. */
    PORTLESS_MEDIA_ACK,
    /** Never says whether it joined a multicast group, which it did. */
    NO_GROUP_ACK,
    /** Joins no multicast group, and says so. */
    FAILED_GROUP_ACK,
    /** Never says what it can do. */
    NO_CAPABILITIES,
    /** Falls silent after registering: no keepalives. */
    SILENCE,
    /** Sends messages the server does not know. */
    UNKNOWN_MESSAGES
}
