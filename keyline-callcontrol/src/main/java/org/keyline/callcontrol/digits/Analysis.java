package org.keyline.callcontrol.digits;

import java.util.Optional;

/** What digits mean so far. */
public sealed interface Analysis {
    /** They match nothing, and no further digit helps. */
    record Unmatched() implements Analysis {}

    /**
     * A longer number is possible.
     *
     * @param now where they lead if no further digit comes
     */
    record NeedMore(Optional<Destination> now) implements Analysis {}

    /** They match, and no longer number is possible. */
    record Matched(Destination target) implements Analysis {}
}
