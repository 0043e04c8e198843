package org.keyline.bench.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.Site;
import org.keyline.bench.server.TestPhone;

/** From starting the server's process to its first accepted registration, on an empty directory and on a used one. */
public final class StartRun implements Measurement {
    private static final String NAME = "start";
    private static final double LIMIT_SECONDS = 3;
    private static final int PHONES = 2;
    private static final long PATIENCE_SECONDS = 60;

    /** One start: how long it took, and what processor time of the server, both in seconds. */
    private record Start(double seconds, double cpuSeconds) {}

    @Override
    public void run(Workshop workshop) throws Exception {
        int starts = workshop.scale().starts();
        var fresh = new ArrayList<Start>();
        var used = new ArrayList<Start>();
        for (int i = 0; i < starts; i++) {
            workshop.progress().say("start: " + (i + 1) + " of " + starts);
            var site = Site.empty(workshop.directory().resolve("start" + i), PHONES);
            fresh.add(start(site, true));
            used.add(start(site, false));
        }
        add(workshop, "empty directory, keys and import included", fresh);
        add(workshop, "used directory", used);
    }

    private static void add(Workshop workshop, String what, List<Start> starts) {
        double wall = median(starts, Start::seconds);
        workshop.report().add(Figure.of(NAME, what, wall, "s", Target.atMost(LIMIT_SECONDS)));
        workshop.report().add(Figure.of(NAME, what + ": server CPU", median(starts, Start::cpuSeconds), "s"));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
        return starts.stream().mapToDouble(value).sorted().toArray()[starts.size() / 2];
    }

    private static Start start(Site site, boolean fresh) throws Exception {
        long begin = System.nanoTime();
        try (var node = site.start()) {
            node.awaitPhonePort();
            if (fresh) {
                site.importPhones();
            }
            awaitRegistration(node.phonePort());
            return new Start((System.nanoTime() - begin) / 1e9, node.cpuSeconds());
        }
    }

    /** A phone that asks again until it is let in: the import takes a moment to be seen. */
    private static void awaitRegistration(InetSocketAddress server) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!TestPhone.isAccepted(server)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("no phone was registered within " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
