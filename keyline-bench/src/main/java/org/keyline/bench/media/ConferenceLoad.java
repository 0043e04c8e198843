package org.keyline.bench.media;

import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Rooms of five in which everybody speaks, with SRTP, half of them with each law; eight rooms measure the latency. */
public final class ConferenceLoad {
    private static final int IN_ROOM = 5;
    private static final int PROBES = 8;
    private static final long PACKET_NANOS = 20_000_000;

    private ConferenceLoad() {}

    /**
     * What was measured.
     *
     * @param parties how many there were
     * @param processors processors kept busy by the process
     * @param latencies of the clicks, in milliseconds
     * @param clicks how many were sent
     * @param wrongPackets packets at the probes that were not the next one
     * @param generatorBehind how far behind its time the generator was at worst, in milliseconds
     */
    public record Result(
            int parties,
            double processors,
            List<Double> latencies,
            int clicks,
            long wrongPackets,
            double generatorBehind) {
        /** Parties for a processor that does nothing else. */
        public double partiesPerProcessor() {
            return parties / processors;
        }
    }

    /** Measures with so many parties, a multiple of five and at least eighty. */
    public static Result measure(int parties, int warmUpSeconds, int seconds) throws Exception {
        var ears = new ArrayList<PhoneEar>();
        var sinks = new ArrayList<Integer>();
        for (int party = 0; party < PROBES * IN_ROOM; party++) {
            var ear = new PhoneEar(party);
            ears.add(ear);
            sinks.add(ear.port());
        }
        try (var nobody = new DatagramSocket();
                var process = MediaProcess.start("conference", parties, IN_ROOM, withLast(sinks, nobody))) {
            var probes = new ArrayList<Probe>();
            for (int room = 0; room < PROBES; room++) {
                int party = room * IN_ROOM;
                probes.add(new Probe(
                        party, process.ports().get(party), ears.get(party + 1), room * PACKET_NANOS / PROBES));
            }
            var crowd = new Crowd(PROBES * IN_ROOM, process.ports());
            probes.forEach(probe -> Thread.ofPlatform().daemon().name("probe").start(probe));
            Thread.ofPlatform().daemon().name("crowd").start(crowd);
            TimeUnit.SECONDS.sleep(warmUpSeconds);
            crowd.forget();
            probes.forEach(Probe::forget);
            var before = process.processorTime();
            long begun = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            double wall = System.nanoTime() - begun;
            double busy = process.processorTime().minus(before).toNanos() / wall;
            probes.forEach(Probe::stop);
            crowd.stop();
            TimeUnit.SECONDS.sleep(1);
            return new Result(
                    parties,
                    busy,
                    probes.stream()
                            .flatMap(probe -> probe.latencies().stream())
                            .sorted()
                            .toList(),
                    PROBES * seconds,
                    ears.stream().mapToLong(PhoneEar::wrong).sum(),
                    crowd.slowestMillis());
        } finally {
            ears.forEach(PhoneEar::close);
        }
    }

    private static List<Integer> withLast(List<Integer> sinks, DatagramSocket nobody) {
        var all = new ArrayList<>(sinks);
        all.add(nobody.getLocalPort());
        return all;
    }
}
