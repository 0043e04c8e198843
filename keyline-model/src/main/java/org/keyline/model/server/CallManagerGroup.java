package org.keyline.model.server;

import java.util.List;

/** Up to three nodes in the order in which phones try them. */
public record CallManagerGroup(String name, List<String> nodes, boolean autoRegistration) {
    public CallManagerGroup {
        nodes = List.copyOf(nodes);
    }
}
