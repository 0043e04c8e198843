package org.keyline.model.media;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Music on hold, by the name that lines and devices know it by.
 *
 * @param name its name
 * @param file the WAV file in the node's directory of music, without {@code .wav}; without one that of the same name
 * @param streamPort the UDP port of the node at which live music comes in
 * @param multicastNumber by which the places of its multicast groups are counted, 1…51; none where it may not be
 *     multicast
 */
public record AudioSource(String name, Optional<String> file, OptionalInt streamPort, OptionalInt multicastNumber) {
    /** A source that each listener hears as a stream of their own. */
    public AudioSource(String name, Optional<String> file, OptionalInt streamPort) {
        this(name, file, streamPort, OptionalInt.empty());
    }

    /** The name of its file. */
    public String fileName() {
        return file.orElse(name);
    }
}
