package org.keyline.callcontrol.hunt;

import java.util.List;
import org.keyline.callcontrol.digits.Destination;

/**
 * Where a hunt stands.
 *
 * @param group which of the hunt list's line groups, from 0
 * @param remaining the members of that group still to come, in their order
 * @param somebodyRang whether any member rang so far
 */
public record HuntPosition(int group, List<Destination> remaining, boolean somebodyRang) {
    public HuntPosition {
        remaining = List.copyOf(remaining);
    }
}
