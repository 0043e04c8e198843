package org.keyline.callcontrol.digits;

import java.util.Optional;

/** What digits mean so far. */
public sealed interface Analysis {
    /** Where they lead if no further digit comes. */
    Optional<Route> now();

    /** They match nothing, and no further digit helps. */
    record Unmatched() implements Analysis {
        @Override
        public Optional<Route> now() {
            return Optional.empty();
        }
    }

    /**
     * A longer number is possible.
     *
     * @param now where they lead if no further digit comes
     * @param outsideDialTone whether everything that is still possible asks for the outside dial tone
     */
    record NeedMore(Optional<Route> now, boolean outsideDialTone) implements Analysis {}

    /** They match, and no longer number is possible or worth waiting for. */
    record Matched(Route route) implements Analysis {
        @Override
        public Optional<Route> now() {
            return Optional.of(route);
        }
    }
}
