package org.keyline.bench.media;

import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** Listeners to music on hold, with SRTP, half of them with each law; twenty of them count what they get. */
public final class MusicLoad {
    private static final int COUNTING = 20;

    private MusicLoad() {}

    /**
     * What was measured.
     *
     * @param streams how many there were
     * @param processors processors kept busy by the process
     * @param packetsPerSecond what each of those who count got
     * @param wrongPackets packets that were not the next one
     */
    public record Result(int streams, double processors, double packetsPerSecond, long wrongPackets) {
        /** Streams for a processor that does nothing else. */
        public double streamsPerProcessor() {
            return streams / processors;
        }
    }

    /** Measures with so many listeners. */
    public static Result measure(int streams, int warmUpSeconds, int seconds) throws Exception {
        var ears = new ArrayList<PhoneEar>();
        var sinks = new ArrayList<Integer>();
        for (int listener = 0; listener < COUNTING; listener++) {
            var ear = new PhoneEar(listener);
            ears.add(ear);
            sinks.add(ear.port());
        }
        try (var nobody = new DatagramSocket()) {
            sinks.add(nobody.getLocalPort());
            try (var process = MediaProcess.start("music", streams, streams, sinks)) {
                TimeUnit.SECONDS.sleep(warmUpSeconds);
                var before = process.processorTime();
                long heardBefore = ears.stream().mapToLong(PhoneEar::packets).sum();
                long begun = System.nanoTime();
                TimeUnit.SECONDS.sleep(seconds);
                double wall = System.nanoTime() - begun;
                double busy = process.processorTime().minus(before).toNanos() / wall;
                long heard = ears.stream().mapToLong(PhoneEar::packets).sum() - heardBefore;
                return new Result(
                        streams,
                        busy,
                        heard * 1e9 / wall / COUNTING,
                        ears.stream().mapToLong(PhoneEar::wrong).sum());
            }
        } finally {
            ears.forEach(PhoneEar::close);
        }
    }
}
