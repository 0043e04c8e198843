package org.keyline.ctl;

import java.util.List;

/**
 * What still has to be restarted or reset before a change is in force everywhere (CTL3-68, CTL3-69, CTL9-31).
 *
 * @param services names of services to be restarted
 * @param devices names of registered devices to be reset
 */
public record PendingWork(List<String> services, List<String> devices) {
    /** Copies the lists. */
    public PendingWork {
        services = List.copyOf(services);
        devices = List.copyOf(devices);
    }

    /** Everything is in force. */
    public static PendingWork none() {
        return new PendingWork(List.of(), List.of());
    }

    /** Whether everything is in force. */
    public boolean isNone() {
        return services.isEmpty() && devices.isEmpty();
    }
}
