package org.keyline.media.music;

import org.keyline.media.clip.Flow;
import org.keyline.media.clip.Recording;
import org.keyline.media.codec.Codecs;

/** A recording played over and over. Who comes hears it from where it is by then. */
final class RecordedMusic implements MusicSource {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Recording recording;
    private final long since = System.nanoTime();

    RecordedMusic(Recording recording) {
        this.recording = recording;
    }

    Recording recording() {
        return recording;
    }

    @Override
    public Flow join() {
        long millis = (System.nanoTime() - since) / NANOS_PER_MILLI;
        var place = new long[] {millis * Codecs.OCTETS_PER_MILLI};
        return (codec, target, count) -> {
            recording.copyLooped(codec, place[0], target, 0, count);
            place[0] += count;
            return Flow.Next.SOUND;
        };
    }
}
