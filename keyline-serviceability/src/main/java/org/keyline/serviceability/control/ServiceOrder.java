package org.keyline.serviceability.control;

import java.util.Locale;

/** What an administrator may want of a service. */
public enum ServiceOrder {
    /** Run now. */
    START,
    /** Do not run until it is started, or the node starts again. */
    STOP,
    RESTART,
    /** Belong to this node: run now and after each start of the node. */
    ACTIVATE,
    /** Do not belong to this node: no start of anything starts it. */
    DEACTIVATE;

    /** The word for it in commands and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
