package org.keyline.media.relay;

/** Who is told of keys that come as telephone events. Called on a media thread; it must not block. */
@FunctionalInterface
public interface DigitListener {
    /** A key, once for each press: 0…9, *, #, A…D. */
    void pressed(char key);
}
