package org.keyline.callcontrol.resource;

import org.keyline.callcontrol.station.Cause;
import org.keyline.model.media.MediaAddress;

/** What a media resource plays to a leg. */
public sealed interface Sound {
    /**
     * Music for somebody on hold.
     *
     * @param source the name of the audio source; the system's usual one where no such source is
     */
    record Music(String source) implements Sound {}

    /**
     * The same, sent to a multicast group that the listener joins: the resource takes no port for it.
     *
     * @param source the name of the audio source
     * @param group where it is sent
     */
    record GroupMusic(String source, MediaAddress group) implements Sound {}

    /**
     * An announcement, in the listener's language.
     *
     * @param cause what it tells
     * @param locale the listener's language, {@code en} or {@code ja}
     */
    record Announcement(Cause cause, String locale) implements Sound {}
}
