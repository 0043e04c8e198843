package org.keyline.model.server;

import java.util.List;
import org.keyline.model.device.DeviceName;

/**
 * Media resources that stand in for each other; calls are spread over them.
 *
 * @param name its name
 * @param resources their device names
 */
public record MediaResourceGroup(String name, List<DeviceName> resources) {
    public MediaResourceGroup {
        resources = List.copyOf(resources);
    }
}
