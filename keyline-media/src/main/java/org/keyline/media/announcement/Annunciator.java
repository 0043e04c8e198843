package org.keyline.media.announcement;

import java.util.Locale;
import java.util.Optional;
import org.keyline.media.clip.Flow;
import org.keyline.media.clip.Player;
import org.keyline.media.clip.Recording;
import org.keyline.media.port.Capacity;
import org.keyline.media.port.MediaPort;
import org.keyline.media.stream.MediaThreads;
import org.keyline.media.stream.UdpPort;

/**
 * Plays an announcement or a tone to one port. It begins when the port is told where to send, and tells when it has
 * finished. Usable from any thread.
 *
 * <p>PerfMon's object {@code Cisco Annunciator Device} has its values in {@link #capacity}.
 */
public final class Annunciator {
    private final MediaThreads threads;
    private final Announcements announcements;
    private final Capacity capacity;

    /** @param ports announcements at once */
    public Annunciator(MediaThreads threads, Announcements announcements, int ports) {
        this.threads = threads;
        this.announcements = announcements;
        this.capacity = new Capacity(ports);
    }

    /**
     * A port that plays a tone.
     *
     * @param finished runs on a media thread when the last repetition has ended; it must not block
     * @return empty when all ports are taken
     */
    public Optional<MediaPort> tone(Tone tone, Locale locale, Repetition repetition, Runnable finished) {
        return open(announcements.tone(tone, locale), repetition, finished);
    }

    /**
     * A port that plays the file of this name, or, where there is none, the three tones of a number that cannot be
     * reached.
     *
     * @param finished runs on a media thread when the last repetition has ended; it must not block
     * @return empty when all ports are taken
     */
    public Optional<MediaPort> announcement(String name, Locale locale, Repetition repetition, Runnable finished) {
        var recording = announcements.file(name, locale).orElseGet(() -> announcements.tone(Tone.VACANT, locale));
        return open(recording, repetition, finished);
    }

    private Optional<MediaPort> open(Recording recording, Repetition repetition, Runnable finished) {
        if (!capacity.take(1)) {
            return Optional.empty();
        }
        var thread = threads.quietest();
        var player = new Player(thread, flow(recording, repetition), finished, () -> capacity.giveBack(1));
        return Optional.of(UdpPort.openSendOnly(thread, player));
    }

    /** A packet that the end falls into is the last; what is left of it is the begin of the piece, mostly silence. */
    private static Flow flow(Recording recording, Repetition repetition) {
        long end = repetition.ends() ? (long) recording.length() * repetition.times() : Long.MAX_VALUE;
        var place = new long[1];
        return (codec, target, count) -> {
            if (place[0] >= end) {
                return Flow.Next.OVER;
            }
            recording.copyLooped(codec, place[0], target, 0, count);
            place[0] += count;
            return Flow.Next.SOUND;
        };
    }

    /** The ports there are and those taken. */
    public Capacity capacity() {
        return capacity;
    }
}
