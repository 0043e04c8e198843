package org.keyline.model.dial;

import java.util.List;

/** An ordered list of partitions in which a caller's digits are looked up. */
public record CallingSearchSpace(String name, String description, List<String> partitions) {
    public CallingSearchSpace {
        partitions = List.copyOf(partitions);
    }
}
