package org.keyline.node.media;

import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;

/** What a resource does for the legs it is offered. Asked by one thread at a time; never blocks. */
interface Places {
    /**
     * The place of a leg that is offered so.
     *
     * @param over runs, on a media thread, when what is played has come to its end
     * @return empty when none is left, or the resource does nothing of the kind
     */
    Optional<Place> take(LegEvent offer, Runnable over);

    /** How many are left. */
    int left();
}
