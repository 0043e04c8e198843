package org.keyline.callcontrol.route;

/** Whether a gateway or trunk can take a call out. */
public enum TrunkState {
    /** It has a free circuit. */
    FREE,
    /** All its circuits are taken. */
    NO_CIRCUIT,
    /** It is not registered. */
    NOT_REGISTERED
}
