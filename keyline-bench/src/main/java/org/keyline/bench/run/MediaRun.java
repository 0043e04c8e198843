package org.keyline.bench.run;

import java.util.List;
import org.keyline.bench.media.ConferenceLoad;
import org.keyline.bench.media.MusicLoad;
import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;

/** Conference parties and music streams a processor, and what the mixer adds to the time a word takes. */
public final class MediaRun implements Measurement {
    private static final String NAME = "media";
    private static final int PARTIES_PER_PROCESSOR = 500;
    private static final int STREAMS_PER_PROCESSOR = 2000;
    private static final double LATENCY_MS = 40;

    @Override
    public void run(Workshop workshop) throws Exception {
        var scale = workshop.scale();
        int parties = scale.quickJmh() ? 200 : 500;
        int streams = scale.quickJmh() ? 500 : 2000;
        workshop.progress().say("media: " + parties + " parties in conferences, " + scale.callSeconds() + " s");
        conference(workshop, ConferenceLoad.measure(parties, scale.warmUpSeconds(), scale.callSeconds()));
        workshop.progress().say("media: " + streams + " listeners to music, " + scale.callSeconds() + " s");
        music(workshop, MusicLoad.measure(streams, scale.warmUpSeconds(), scale.callSeconds()));
    }

    private static void conference(Workshop workshop, ConferenceLoad.Result result) {
        var label = result.parties() + " G.711 parties with SRTP in rooms of 5: ";
        add(workshop, label + "processors busy", result.processors(), "");
        add(
                workshop,
                label + "parties a processor",
                result.partiesPerProcessor(),
                "parties",
                Target.atLeast(PARTIES_PER_PROCESSOR));
        add(workshop, "added latency, half", at(result.latencies(), 0.5), "ms", Target.atMost(LATENCY_MS));
        add(workshop, "added latency, 99 %", at(result.latencies(), 0.99), "ms", Target.atMost(LATENCY_MS));
        add(
                workshop,
                "clicks that arrived of " + result.clicks(),
                result.latencies().size(),
                "clicks");
        add(workshop, "packets out of order at the probes", (double) result.wrongPackets(), "packets");
        add(workshop, "generator behind its time at worst", result.generatorBehind(), "ms");
    }

    private static void music(Workshop workshop, MusicLoad.Result result) {
        var label = result.streams() + " music streams with SRTP: ";
        add(workshop, label + "processors busy", result.processors(), "");
        add(
                workshop,
                label + "streams a processor",
                result.streamsPerProcessor(),
                "streams",
                Target.atLeast(STREAMS_PER_PROCESSOR));
        add(workshop, label + "packets a second and listener", result.packetsPerSecond(), "packets");
        add(workshop, label + "packets out of order", (double) result.wrongPackets(), "packets");
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (part * (sorted.size() - 1)));
    }

    private static void add(Workshop workshop, String what, double value, String unit) {
        workshop.report().add(Figure.of(NAME, what, value, unit));
    }

    private static void add(Workshop workshop, String what, double value, String unit, Target target) {
        workshop.report().add(Figure.of(NAME, what, value, unit, target));
    }
}
