package org.keyline.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.LoadGenerator;
import tools.jackson.databind.JsonNode;

/**
 * An office in its busiest hour: of a hundred calls 70 plain, 10 transferred, 5 conferences, 10 forwarded or hunted, 5
 * parked or picked up, dialled digit by digit. Every one must be completed, and when as many as an hour has are over,
 * the server must not hold more memory than before.
 */
public final class BusyHourRun implements Measurement {
    private static final String NAME = "busyhour";
    private static final int PLAIN_RATE = 200;
    private static final int TLS_RATE = 150;
    private static final double DIAL_TONE_MS = 20;
    private static final double GROWTH_MIB = 2;

    /** An hour's worth of calls is made in half of it, by people who have less to say. */
    private static final int HASTE = 2;

    private static final int CALLERS = 1_500;

    @Override
    public void run(Workshop workshop) throws Exception {
        var site = workshop.site();
        site.importBusyHour(callers(workshop));
        try (var node = site.start()) {
            node.awaitReady();
            var load = new LoadGenerator(site, node);
            steady(workshop, load, false, PLAIN_RATE);
            steady(workshop, load, true, TLS_RATE);
            whole(workshop, load);
        }
    }

    private static void steady(Workshop workshop, LoadGenerator load, boolean tls, int rate) throws Exception {
        var scale = workshop.scale();
        var label = (tls ? "TLS with keys, " : "plain, ") + rate + "/s";
        workshop.progress().say("busy hour, " + label + ": " + scale.callSeconds() + " s");
        var calls = load(workshop, load, tls, rate, scale.callSeconds(), label);
        completed(workshop, label, calls, rate * scale.callSeconds());
        workshop.report()
                .add(Figure.of(
                        NAME,
                        label + ": server CPU each",
                        calls.path("serverCpuMsEach").asDouble(),
                        "ms"));
        workshop.report()
                .add(Figure.of(
                        NAME,
                        label + ": off hook to dial tone, p99",
                        calls.path("offHookToDialTone").path("p99Ms").asDouble(),
                        "ms",
                        Target.atMost(DIAL_TONE_MS)));
        workshop.report()
                .add(Figure.of(
                        NAME,
                        label + ": answer to media, p99",
                        calls.path("answerToMedia").path("p99Ms").asDouble(),
                        "ms"));
    }

    private static void whole(Workshop workshop, LoadGenerator load) throws Exception {
        int rate = HASTE * PLAIN_RATE;
        int seconds = workshop.scale().hourCalls() / rate;
        var label = "plain, " + rate + "/s for " + seconds + " s";
        workshop.progress().say("busy hour, " + label);
        var calls = load(workshop, load, false, rate, seconds, label, "--memory", "--talk=20");
        int due = rate * seconds;
        completed(workshop, label, calls, due);
        var memory = calls.path("memory");
        workshop.report()
                .add(Figure.of(
                        NAME,
                        label + ": live heap more than before",
                        memory.path("serverLiveHeapKiBEach").asDouble()
                                * calls.path("completed").asDouble()
                                / 1024,
                        "MiB",
                        Target.atMost(GROWTH_MIB)));
        workshop.report()
                .add(Figure.of(
                        NAME,
                        label + ": the whole server",
                        memory.path("serverRssMiB").asDouble(),
                        "MiB"));
    }

    private static JsonNode load(
            Workshop workshop, LoadGenerator load, boolean tls, int rate, int seconds, String label, Object... more)
            throws Exception {
        var options = new ArrayList<Object>(List.of(
                "--mix",
                "--digits",
                "--calls-per-second=" + rate,
                "--duration=" + seconds,
                "--warm-up=" + workshop.scale().warmUpSeconds()));
        options.addAll(List.of(more));
        var result = load.run(tls, callers(workshop), options.toArray());
        workshop.report().detail("busy hour, " + label, result);
        return result.path("calls");
    }

    private static int callers(Workshop workshop) {
        return Math.min(CALLERS, workshop.scale().phones());
    }

    private static void completed(Workshop workshop, String label, JsonNode calls, int due) {
        workshop.report()
                .add(Figure.of(
                        NAME,
                        label + ": completed of " + due,
                        calls.path("completed").asDouble(),
                        "calls",
                        Target.atLeast(due)));
    }
}
