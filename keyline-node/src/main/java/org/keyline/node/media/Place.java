package org.keyline.node.media;

import org.keyline.media.port.MediaPort;

/**
 * Where a leg is served.
 *
 * @param port its port
 * @param left to be run once, after the port was closed
 */
record Place(MediaPort port, Runnable left) {
    /** A port that stands for itself. */
    static Place alone(MediaPort port) {
        return new Place(port, () -> {});
    }
}
