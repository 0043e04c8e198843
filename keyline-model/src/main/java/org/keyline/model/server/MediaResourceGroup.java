package org.keyline.model.server;

import java.util.List;
import org.keyline.model.device.DeviceName;

/**
 * Media resources that stand in for each other; calls are spread over them.
 *
 * @param name its name
 * @param resources their device names
 * @param multicast whether devices it serves hear music on hold by multicast, where the source and a music server of it
 *     allow
 */
public record MediaResourceGroup(String name, List<DeviceName> resources, boolean multicast) {
    public MediaResourceGroup {
        resources = List.copyOf(resources);
    }

    /** A group whose music comes in streams of its own for each listener. */
    public MediaResourceGroup(String name, List<DeviceName> resources) {
        this(name, resources, false);
    }
}
