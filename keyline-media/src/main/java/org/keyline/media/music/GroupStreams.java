package org.keyline.media.music;

import java.util.Map;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * A source that is sent to groups.
 *
 * @param places where it is heard, by codec
 * @param end ends the streams
 */
public record GroupStreams(Map<AudioCodec, MediaAddress> places, Runnable end) implements AutoCloseable {
    public GroupStreams {
        places = Map.copyOf(places);
    }

    /** Ends the streams; once more does nothing. */
    @Override
    public void close() {
        end.run();
    }
}
