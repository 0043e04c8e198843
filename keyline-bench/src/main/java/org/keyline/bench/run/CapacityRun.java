package org.keyline.bench.run;

import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.LoadGenerator;

/** How many phones one node with a heap of 1 GiB carries at rest, and the memory each takes. */
public final class CapacityRun implements Measurement {
    private static final String NAME = "capacity";
    private static final double PLAIN_KIB = 30;
    private static final double TLS_KIB = 60;

    /** Enough to load what all phones share, too few to fill the heap: what comes after is the phones' own. */
    private static final int FIRST_PHONES = 100;

    @Override
    public void run(Workshop workshop) throws Exception {
        measure(workshop, "plain", false, PLAIN_KIB);
        measure(workshop, "TLS", true, TLS_KIB);
    }

    private static void measure(Workshop workshop, String kind, boolean tls, double limit) throws Exception {
        var scale = workshop.scale();
        var site = workshop.site();
        try (var node = site.start()) {
            node.awaitReady();
            var load = new LoadGenerator(site, node);
            load.run(tls, FIRST_PHONES);
            workshop.progress()
                    .say("capacity, " + kind + ": " + scale.phones() + " phones, then " + scale.restSeconds()
                            + " s of keepalives");
            var result = load.run(tls, scale.phones(), "--idle=" + scale.restSeconds());
            workshop.report().detail("capacity-" + (tls ? "tls" : "plain"), result);
            var resting = result.path("resting");
            var report = workshop.report();
            report.add(Figure.of(
                    NAME,
                    kind + ": registered at the end, 1 GiB of heap",
                    resting.path("registered").asDouble(),
                    "phones",
                    Target.atLeast(scale.phones())));
            report.add(Figure.of(
                    NAME,
                    kind + ": resident memory each, over a server with " + FIRST_PHONES + " phones gone",
                    resting.path("serverRssKiBEach").asDouble(),
                    "KiB",
                    Target.atMost(limit)));
            report.add(Figure.of(
                    NAME,
                    kind + ": of it live heap",
                    resting.path("serverLiveHeapKiBEach").asDouble(),
                    "KiB"));
            report.add(Figure.of(
                    NAME,
                    kind + ": the whole server",
                    resting.path("serverRssMiB").asDouble(),
                    "MiB"));
            report.add(Figure.of(
                    NAME,
                    kind + ": server CPU each second of keepalives",
                    resting.path("serverCpuMsEachSecond").asDouble(),
                    "ms"));
        }
    }
}
