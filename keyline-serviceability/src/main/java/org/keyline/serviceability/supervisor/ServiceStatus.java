package org.keyline.serviceability.supervisor;

import java.time.Instant;

/**
 * What the administrator sees of a service.
 *
 * @param name the service
 * @param state what it does now
 * @param activated whether it shall run
 * @param since when it came into this state
 * @param crashes how often it crashed or failed to start since the node started
 * @param reason why it failed last; empty if it did not
 */
public record ServiceStatus(String name, State state, boolean activated, Instant since, int crashes, String reason) {
    /** Running state; activation is another thing. */
    public enum State {
        STOPPED,
        STARTING,
        RUNNING,
        STOPPING,
        FAILED
    }
}
