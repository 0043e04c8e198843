package org.keyline.bench.run;

import java.util.concurrent.TimeUnit;
import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.CallsMeanwhile;
import org.keyline.bench.server.LoadGenerator;
import org.keyline.bench.server.NodeProcess;
import org.keyline.bench.server.Site;
import org.keyline.bench.server.SiteChanges;

/** A large dial plan is changed again and again while people dial: no call may notice. */
public final class SwapRun implements Measurement {
    private static final String NAME = "swap";
    private static final String BEFORE = "before";
    private static final String SWAPPING = "while the plan is swapped";
    private static final int CALL_RATE = 100;
    private static final int CHANGES = 10;

    /** While a plan of a million patterns is swapped there are two of them, and what they are made of. */
    private static final String HEAP = "-Xmx4g";

    @Override
    public void run(Workshop workshop) throws Exception {
        var scale = workshop.scale();
        var site =
                Site.configured(workshop.directory().resolve(NAME), scale.callers(), "non-secure", workshop.progress());
        workshop.progress().say(NAME + ": importing " + scale.patterns() + " patterns");
        site.importPatterns(scale.patterns());
        try (var node = site.start(HEAP);
                var changes = site.changes()) {
            node.awaitReady();
            try (var calls = new LoadGenerator(site, node)
                    .callBeside(
                            scale.callers(),
                            "--calls-per-second=" + CALL_RATE,
                            "--digits",
                            "--warm-up=" + scale.warmUpSeconds())) {
                measure(workshop, changes, node, calls);
            }
        }
    }

    private static void measure(Workshop workshop, SiteChanges changes, NodeProcess node, CallsMeanwhile calls)
            throws Exception {
        workshop.progress().say(NAME + ": calls before");
        calls.phase(BEFORE);
        TimeUnit.SECONDS.sleep(workshop.scale().callSeconds());
        workshop.progress().say(NAME + ": calls " + SWAPPING);
        calls.phase(SWAPPING);
        long begun = System.nanoTime();
        for (int change = 0; change < CHANGES; change++) {
            long position = node.loggedBytes();
            changes.changePattern(change);
            node.awaitLogged("Configuration in force for calls", position);
        }
        double each = (System.nanoTime() - begun) / 1e9 / CHANGES;
        var result = calls.end();
        var report = workshop.report();
        report.detail(NAME, result);
        report.add(Figure.of(NAME, "calls completed", result.path("completed").asDouble(), "calls"));
        report.add(Figure.of(
                NAME,
                "calls failed",
                result.path("failed").asDouble() + result.path("unfinished").asDouble(),
                "calls",
                Target.atMost(0)));
        report.add(Figure.of(NAME, "from a change to the plan in force", each, "s"));
        for (var phase : new String[] {BEFORE, SWAPPING}) {
            var times = result.path("phases").path(phase).path("offHookToDialTone");
            report.add(Figure.of(
                    NAME, "dial tone, p99 " + phase, times.path("p99Ms").asDouble(), "ms"));
        }
    }
}
