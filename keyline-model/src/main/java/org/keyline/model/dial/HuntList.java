package org.keyline.model.dial;

import java.util.List;

/**
 * Line groups that are hunted one after the other.
 *
 * @param enabled whether it may be hunted at all; where it may not, pilots behave as if everybody were not there
 * @param lineGroups names of line groups, first hunted first
 */
public record HuntList(String name, String description, boolean enabled, List<String> lineGroups) {
    public HuntList {
        lineGroups = List.copyOf(lineGroups);
    }
}
