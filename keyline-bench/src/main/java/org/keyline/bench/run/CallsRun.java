package org.keyline.bench.run;

import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.LoadGenerator;
import tools.jackson.databind.JsonNode;

/** Complete calls at a steady rate: every one must be completed, at a price for each. */
public final class CallsRun implements Measurement {
    private static final String NAME = "calls";
    private static final int RATE = 300;
    private static final double EN_BLOC_CPU_MS = 0.8;
    private static final double DIGITS_CPU_MS = 1.2;
    private static final double LATENCY_MS = 10;

    @Override
    public void run(Workshop workshop) throws Exception {
        var site = workshop.site();
        for (boolean tls : new boolean[] {false, true}) {
            try (var node = site.start()) {
                node.awaitReady();
                var load = new LoadGenerator(site, node);
                new Series(workshop, load, tls, false, RATE).run();
                new Series(workshop, load, tls, true, RATE).run();
                new Series(workshop, load, tls, true, RATE / 2).run();
            }
        }
    }

    /** Calls of one kind. */
    private record Series(Workshop workshop, LoadGenerator load, boolean tls, boolean digits, int rate) {
        private String label() {
            return (tls ? "TLS" : "plain") + ", " + (digits ? "digits" : "en bloc") + ", " + rate + "/s";
        }

        private void run() throws Exception {
            var scale = workshop.scale();
            workshop.progress().say("calls, " + label() + ": " + scale.callSeconds() + " s");
            var result = load.run(
                    tls,
                    scale.callers(),
                    "--calls-per-second=" + rate,
                    "--duration=" + scale.callSeconds(),
                    "--warm-up=" + scale.warmUpSeconds(),
                    digits ? "--digits" : "--talk=100");
            workshop.report().detail("calls, " + label(), result);
            add(result.path("calls"));
        }

        private void add(JsonNode calls) {
            int due = rate * workshop.scale().callSeconds();
            figure("completed of " + due, calls.path("completed").asDouble(), "calls", Target.atLeast(due));
            figure(
                    "server CPU each",
                    calls.path("serverCpuMsEach").asDouble(),
                    "ms",
                    Target.atMost(digits ? DIGITS_CPU_MS : EN_BLOC_CPU_MS));
            if (digits) {
                latency("off hook to dial tone, p99", calls.path("offHookToDialTone"), rate < RATE);
            }
            latency("answer to media, p99", calls.path("answerToMedia"), rate < RATE);
        }

        /** Demanded at half the load, told at the whole. */
        private void latency(String what, JsonNode times, boolean demanded) {
            double value = times.path("p99Ms").asDouble();
            if (demanded) {
                figure(what, value, "ms", Target.atMost(LATENCY_MS));
            } else {
                workshop.report().add(Figure.of(NAME, label() + ": " + what, value, "ms"));
            }
        }

        private void figure(String what, double value, String unit, Target target) {
            workshop.report().add(Figure.of(NAME, label() + ": " + what, value, unit, target));
        }
    }
}
