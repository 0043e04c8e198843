package org.keyline.callcontrol.device;

/** How a leg stands at its device. At most one leg of a device is active: it has the user's ear. */
enum LegPhase {
    /** Begun with its number known; the phone is told with the call's first word. */
    STARTING(true),
    DIALLING(true),
    /** The number is on its way or rings. */
    CALLING(true),
    RINGING(false),
    /** The user answered; the call has not said so yet. */
    ANSWERING(true),
    CONNECTED(true),
    HELD(false),
    /** Somebody has it at another appearance of the line. */
    REMOTE(false),
    /** Somebody holds it at another appearance of the line; it may be taken back here. */
    REMOTE_HELD(false),
    /** The user takes it back; the call has not said so yet. */
    RESUMING(true),
    /** The user adds its far end to another call, which has their ear again; that call has not said so yet. */
    JOINING(false),
    /** A tone plays. */
    REFUSED(true);

    private final boolean active;

    LegPhase(boolean active) {
        this.active = active;
    }

    boolean isActive() {
        return active;
    }

    /** Whether the call is kept on hold, not ended, when the user turns to another. */
    boolean isHeldForAnother() {
        return this == ANSWERING || this == CONNECTED || this == RESUMING;
    }

    /** Whether it is shown here only because the line is shared. */
    boolean isRemote() {
        return this == REMOTE || this == REMOTE_HELD;
    }

    /** Whether the user can take it back. */
    boolean canResume() {
        return this == HELD || this == REMOTE_HELD;
    }
}
