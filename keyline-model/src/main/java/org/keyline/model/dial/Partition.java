package org.keyline.model.dial;

/** A named set of patterns; a caller reaches those in the partitions of its calling search space. */
public record Partition(String name, String description) {
    /** The partition without a name, reachable by everyone. */
    public static final String NONE = "";
}
