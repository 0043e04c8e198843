package org.keyline.node.media;

import java.util.Optional;
import org.keyline.media.port.MediaPort;

/**
 * Where a leg is served.
 *
 * @param port its port; none where it hears what is sent to others too
 * @param left to be run once, after the port was closed
 */
record Place(Optional<MediaPort> port, Runnable left) {
    /** A port, and what is to be done when it is left. */
    static Place at(MediaPort port, Runnable left) {
        return new Place(Optional.of(port), left);
    }

    /** A port that stands for itself. */
    static Place alone(MediaPort port) {
        return at(port, () -> {});
    }

    /** A place that takes no port. */
    static Place withoutPort(Runnable left) {
        return new Place(Optional.empty(), left);
    }
}
