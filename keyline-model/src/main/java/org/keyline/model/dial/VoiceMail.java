package org.keyline.model.dial;

import java.util.Optional;

/**
 * The voice mail of a line.
 *
 * @param pilot the number its Messages key dials; empty takes the system's
 * @param messagesWaiting whether there are messages nobody has heard
 */
public record VoiceMail(Optional<String> pilot, boolean messagesWaiting) {
    /** Nothing of its own, and no messages. */
    public static final VoiceMail NONE = new VoiceMail(Optional.empty(), false);
}
