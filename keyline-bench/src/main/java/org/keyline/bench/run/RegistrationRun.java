package org.keyline.bench.run;

import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.LoadGenerator;
import tools.jackson.databind.JsonNode;

/** Registrations each second and what each costs the server, without TLS and with, beside a bare handshake. */
public final class RegistrationRun implements Measurement {
    private static final String NAME = "registrations";
    private static final double PLAIN_CPU_MS = 0.25;
    private static final double HANDSHAKES = 2;

    @Override
    public void run(Workshop workshop) throws Exception {
        var site = workshop.site();
        try (var node = site.start()) {
            node.awaitReady();
            var load = new LoadGenerator(site, node);
            measure(workshop, load, "plain", false);
            measure(workshop, load, "TLS", true);
        }
    }

    private void measure(Workshop workshop, LoadGenerator load, String kind, boolean tls) throws Exception {
        var scale = workshop.scale();
        for (int i = 0; i < scale.warmUps(); i++) {
            workshop.progress().say("registrations, " + kind + ": warm-up with " + scale.warmUpPhones() + " phones");
            load.run(tls, scale.warmUpPhones());
        }
        workshop.progress().say("registrations, " + kind + ": " + scale.phones() + " phones");
        var result = tls
                ? load.run(true, scale.phones(), "--baseline-handshake=" + scale.handshakes())
                : load.run(false, scale.phones());
        workshop.report().detail("registrations-" + (tls ? "tls" : "plain"), result);
        add(workshop, kind, result.path("registration"));
        if (tls) {
            compare(workshop, result);
        }
    }

    private static void add(Workshop workshop, String kind, JsonNode registration) {
        var report = workshop.report();
        report.add(Figure.of(
                NAME,
                kind + ": registered",
                registration.path("registered").asDouble(),
                "phones",
                Target.atLeast(workshop.scale().phones())));
        report.add(Figure.of(
                NAME, kind + ": each second", registration.path("perSecond").asDouble(), "1/s"));
        double cpu = registration.path("serverCpuMsEach").asDouble();
        report.add(
                kind.equals("plain")
                        ? Figure.of(NAME, kind + ": server CPU each", cpu, "ms", Target.atMost(PLAIN_CPU_MS))
                        : Figure.of(NAME, kind + ": server CPU each", cpu, "ms"));
        report.add(Figure.of(
                NAME,
                kind + ": 99% registered within",
                registration.path("times").path("p99Ms").asDouble(),
                "ms"));
    }

    private static void compare(Workshop workshop, JsonNode result) {
        double bare = result.path("bareHandshake").path("serverCpuMsEach").asDouble();
        double whole = result.path("registration").path("serverCpuMsEach").asDouble();
        var report = workshop.report();
        report.add(Figure.of(NAME, "bare mutual handshake: server CPU each", bare, "ms"));
        report.add(Figure.of(
                NAME,
                "bare mutual handshake: each second",
                result.path("bareHandshake").path("perSecond").asDouble(),
                "1/s"));
        report.add(Figure.of(
                NAME, "TLS registration, in bare handshakes", whole / bare, "times", Target.atMost(HANDSHAKES)));
    }
}
