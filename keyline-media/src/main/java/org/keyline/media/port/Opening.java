package org.keyline.media.port;

import org.keyline.model.media.MediaAddress;

/** What a port answers when it shall receive. */
public sealed interface Opening {
    /**
     * It listens.
     *
     * @param address where, with an even UDP port
     */
    record Listening(MediaAddress address) implements Opening {}

    /**
     * It does not.
     *
     * @param why the reason
     */
    record Refused(Refusal why) implements Opening {}
}
