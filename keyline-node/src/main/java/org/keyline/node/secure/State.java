package org.keyline.node.secure;

/** How a step stands. */
enum State {
    /** Nothing is left to do. */
    DONE,
    /** The guide can do it. */
    TO_DO,
    /** Only a person can do it, or say what the guide needs. */
    NEEDS_YOU,
    /** This system has nothing of the kind, or the administrator left it out for good. */
    NOT_APPLICABLE;

    /** Whether somebody still has to do something. */
    boolean isOpen() {
        return this == TO_DO || this == NEEDS_YOU;
    }
}
