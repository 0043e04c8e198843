package org.keyline.media.music;

import org.keyline.media.clip.Flow;

/** Music that goes on whether anybody listens or not. Usable from any thread. */
public interface MusicSource {
    /** What a listener hears who comes now. */
    Flow join();
}
