package org.keyline.callcontrol.station;

/** What a caller is asked for after a number. */
public enum CodeKind {
    /** Who may call so (forced authorization code). */
    AUTHORIZATION,
    /** For whom the call is (client matter code). */
    CLIENT_MATTER
}
