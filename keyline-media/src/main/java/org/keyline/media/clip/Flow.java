package org.keyline.media.clip;

import org.keyline.model.media.AudioCodec;

/** Sound for one listener, as far as he has heard it. Used on the listener's thread. */
@FunctionalInterface
public interface Flow {
    /** What comes of it. */
    enum Next {
        /** The octets are there. */
        SOUND,
        /** Nothing now; time goes on. */
        NOTHING,
        /** Nothing any more. */
        OVER
    }

    /** The next {@code count} octets in this codec. */
    Next next(AudioCodec codec, byte[] target, int count);
}
