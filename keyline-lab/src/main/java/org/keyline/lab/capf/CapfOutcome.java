package org.keyline.lab.capf;

import java.util.List;

/** How a CAPF session ended. */
public sealed interface CapfOutcome {
    /**
     * The server ended the session properly.
     *
     * @param reason 0 nothing to do, 1 the certificate changed, 9 unknown device; any other is a failure
     * @param commands what the server asked for, in order
     */
    record Ended(int reason, List<CapfCommand> commands) implements CapfOutcome {
        /** Whether the server is content: nothing was to be done, or it was done. */
        public boolean succeeded() {
            return reason == 0 || reason == 1;
        }
    }

    /** No connection, or it was lost: the phone will try again. */
    record Lost(String why) implements CapfOutcome {}

    /** The server is not in the trust list as a CAPF server, so the phone said nothing to it. */
    record NotTrusted(String why) implements CapfOutcome {}

    /** The server spoke nonsense. */
    record Nonsense(String why) implements CapfOutcome {}

    /** Whether the session did what it was for. */
    default boolean isSuccess() {
        return this instanceof Ended ended && ended.succeeded();
    }
}
