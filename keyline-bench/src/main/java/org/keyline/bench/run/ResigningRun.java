package org.keyline.bench.run;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.CallsMeanwhile;
import org.keyline.bench.server.FileFetches;
import org.keyline.bench.server.LoadGenerator;
import org.keyline.bench.server.NodeProcess;
import org.keyline.bench.server.Site;
import tools.jackson.databind.JsonNode;

/**
 * A cluster goes from non-secure to mixed: the configuration files of all its phones are built and signed, then all
 * phones fetch them, while others make calls; then those of the encrypted phones are encrypted besides, and fetched.
 * What it takes, and what the callers notice.
 */
public final class ResigningRun implements Measurement {
    private static final String NAME = "resigning";
    private static final String BEFORE = "before";
    private static final String CHANGING = "while the mode changes";
    private static final String SIGNING = "while files are signed";
    private static final String FETCHING = "while all are fetched";
    private static final String ENCRYPTING = "while files are encrypted";
    private static final String FETCHING_ENCRYPTED = "while the encrypted ones are fetched";
    private static final String AFTER = "after";
    private static final int CALL_RATE = 50;
    private static final int FETCHES_A_SECOND = 300;
    private static final double DIAL_TONE_MS = 10;

    @Override
    public void run(Workshop workshop) throws Exception {
        var scale = workshop.scale();
        var site = Site.configured(
                workshop.directory().resolve(NAME), scale.resigned() / 2, "non-secure", workshop.progress());
        site.knowCertificates();
        var pauses = site.directory().resolve("gc.log");
        try (var node = site.start("-Xlog:gc:file=" + pauses)) {
            node.awaitReady();
            workshop.progress().say(NAME + ": registering callers");
            try (var calls = new LoadGenerator(site, node)
                    .callBeside(
                            scale.callers(),
                            "--calls-per-second=" + CALL_RATE,
                            "--digits",
                            "--warm-up=" + scale.warmUpSeconds())) {
                new Change(workshop, site, node, calls).measure();
            }
        }
    }

    /** The change of mode, step by step. */
    private record Change(Workshop workshop, Site site, NodeProcess node, CallsMeanwhile calls) {
        private void measure() throws Exception {
            rest(BEFORE);
            double memory = node.peakMemoryMiB();
            calls.phase(CHANGING);
            long position = node.loggedBytes();
            site.setMode("mixed");
            sign(position, SIGNING, "signed");
            fetch(FETCHING, FileFetches.signedNames(site), "signed");
            figure("server's memory at its peak, all signed", node.peakMemoryMiB(), "MiB");
            position = node.loggedBytes();
            site.encryptFiles();
            sign(position, ENCRYPTING, "encrypted");
            fetch(FETCHING_ENCRYPTED, FileFetches.encryptedNames(site), "encrypted");
            rest(AFTER);
            figure("server's memory at its peak before", memory, "MiB");
            figure("server's memory at its peak after", node.peakMemoryMiB(), "MiB");
            latencies(calls.end());
        }

        private void rest(String phase) throws Exception {
            workshop.progress().say(NAME + ": calls " + phase + ", " + seconds() + " s");
            calls.phase(phase);
            TimeUnit.SECONDS.sleep(seconds());
        }

        private int seconds() {
            return workshop.scale().callSeconds();
        }

        private void sign(long position, String phase, String how) throws Exception {
            workshop.progress().say(NAME + ": calls " + phase);
            calls.phase(phase);
            double cpu = node.cpuSeconds();
            long begun = System.nanoTime();
            node.awaitLogged("Signed files are ready", position);
            figure("all files " + how + ", without calls' processor time taken off", node.cpuSeconds() - cpu, "s CPU");
            figure("all files " + how, (System.nanoTime() - begun) / 1e9, "s");
        }

        private void fetch(String phase, List<String> names, String how) throws Exception {
            workshop.progress()
                    .say(NAME + ": " + names.size() + " phones fetch their files, " + FETCHES_A_SECOND + " a second");
            calls.phase(phase);
            double cpu = node.cpuSeconds();
            long begun = System.nanoTime();
            var fetched = new FileFetches(node.filesPort(), FETCHES_A_SECOND).fetchAll(names);
            double seconds = (System.nanoTime() - begun) / 1e9;
            workshop.report()
                    .add(Figure.of(NAME, "fetched, " + how, fetched.files(), "files", Target.atLeast(names.size())));
            figure("one file, " + how, fetched.bytesEach(), "bytes");
            figure("all fetched, " + how, seconds, "s");
            figure("all fetched, " + how + ": server CPU, calls' included", node.cpuSeconds() - cpu, "s CPU");
        }

        private void latencies(JsonNode result) {
            workshop.report().detail(NAME, result);
            figure(
                    "calls failed",
                    result.path("failed").asDouble() + result.path("unfinished").asDouble(),
                    "calls");
            double before = dialTone(result, BEFORE);
            for (var phase : new String[] {CHANGING, SIGNING, FETCHING, ENCRYPTING, FETCHING_ENCRYPTED, AFTER}) {
                double now = dialTone(result, phase);
                figure(String.format(Locale.ROOT, "dial tone, p99 %s, to that before", phase), now / before, "times");
            }
        }

        private double dialTone(JsonNode result, String phase) {
            var times = result.path("phases").path(phase).path("offHookToDialTone");
            figure("dial tone, p50 " + phase, times.path("p50Ms").asDouble(), "ms");
            double slow = times.path("p99Ms").asDouble();
            workshop.report().add(Figure.of(NAME, "dial tone, p99 " + phase, slow, "ms", Target.atMost(DIAL_TONE_MS)));
            return slow;
        }

        private void figure(String what, double value, String unit) {
            workshop.report().add(Figure.of(NAME, what, value, unit));
        }
    }
}
