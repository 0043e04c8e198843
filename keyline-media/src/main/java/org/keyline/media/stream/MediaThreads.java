package org.keyline.media.stream;

import io.netty.channel.EventLoop;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.keyline.transport.EventLoops;

/** The threads that serve all media of a node, a few for thousands of streams. */
public final class MediaThreads implements AutoCloseable {
    private final EventLoops loops;
    private final List<MediaThread> threads;

    private MediaThreads(EventLoops loops, MediaSettings settings) {
        this.loops = loops;
        var ports = new UdpPorts(settings.ports());
        threads = StreamSupport.stream(loops.group().spliterator(), false)
                .map(loop -> new MediaThread((EventLoop) loop, loops.datagram(), settings, ports))
                .toList();
    }

    /** One thread for each processor. */
    public static MediaThreads start(MediaSettings settings) {
        return new MediaThreads(EventLoops.start(), settings);
    }

    /** So many threads, at least 1. */
    public static MediaThreads start(MediaSettings settings, int count) {
        return new MediaThreads(EventLoops.start(count), settings);
    }

    /** All of them. */
    public List<MediaThread> all() {
        return threads;
    }

    /** The one with the least to do. */
    public MediaThread quietest() {
        return threads.stream().min(Comparator.comparingInt(MediaThread::load)).orElseThrow();
    }

    /** Closes every socket and ends the threads. */
    @Override
    public void close() {
        loops.close();
    }
}
