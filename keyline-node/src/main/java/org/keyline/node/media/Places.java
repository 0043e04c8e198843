package org.keyline.node.media;

import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/** What a resource does for the legs it is offered. Asked by one thread at a time; never blocks. */
interface Places {
    /**
     * The place of a leg that is offered so.
     *
     * @param over runs, on a media thread, when what is played has come to its end
     * @return empty when none is left, or the resource does nothing of the kind
     */
    Optional<Place> take(LegEvent offer, Runnable over);

    /** Where it multicasts an audio source, by codec; empty when it does not. Asked by any thread. */
    default Map<AudioCodec, MediaAddress> groups(String source) {
        return Map.of();
    }

    /** How many are left. */
    int left();
}
