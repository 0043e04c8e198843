package org.keyline.model.media;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Music on hold, by the name that lines and devices know it by.
 *
 * @param name its name
 * @param file the WAV file in the node's directory of music, without {@code .wav}; without one that of the same name
 * @param streamPort the UDP port of the node at which live music comes in
 */
public record AudioSource(String name, Optional<String> file, OptionalInt streamPort) {
    /** The name of its file. */
    public String fileName() {
        return file.orElse(name);
    }
}
