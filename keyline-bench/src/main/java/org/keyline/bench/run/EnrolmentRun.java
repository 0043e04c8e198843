package org.keyline.bench.run;

import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.server.LoadGenerator;
import org.keyline.bench.server.NodeProcess;
import org.keyline.bench.server.Site;
import tools.jackson.databind.JsonNode;

/**
 * Whole enrolments each second: a TLS connection to CAPF, the session to its end, the LSC in the database. The phones'
 * keys are made beforehand. Afterwards every phone registers over TLS with what it got.
 */
public final class EnrolmentRun implements Measurement {
    private static final String NAME = "enrolments";

    /** A model that makes keys of both kinds. */
    private static final String MODEL = "6921";

    @Override
    public void run(Workshop workshop) throws Exception {
        int phones = workshop.scale().enrolled();
        var site = Site.configured(workshop.directory().resolve(NAME), phones, "mixed", workshop.progress());
        try (var node = site.start()) {
            node.awaitReady();
            enrol(workshop, site, node, "2048", "warm-up");
            add(workshop, "RSA 2048", enrol(workshop, site, node, "2048", "RSA 2048"));
            add(workshop, "P-256", enrol(workshop, site, node, "EC_P256", "P-256"));
        }
    }

    private static JsonNode enrol(Workshop workshop, Site site, NodeProcess node, String keySize, String what)
            throws Exception {
        workshop.progress().say(NAME + ": " + site.phones() + " phones, " + what);
        site.orderCertificates(MODEL, keySize);
        var result = new LoadGenerator(site, node).enrol(MODEL, site.phones());
        workshop.report().detail(NAME + ", " + what, result);
        return result;
    }

    private static void add(Workshop workshop, String key, JsonNode result) {
        var enrolment = result.path("enrolment");
        var report = workshop.report();
        int phones = workshop.scale().enrolled();
        report.add(Figure.of(
                NAME, key + ": enrolled", enrolment.path("enrolled").asDouble(), "phones", Target.atLeast(phones)));
        report.add(Figure.of(
                NAME,
                key + ": registered with what they got",
                result.path("registration").path("registered").asDouble(),
                "phones",
                Target.atLeast(phones)));
        report.add(Figure.of(
                NAME, key + ": each second", enrolment.path("perSecond").asDouble(), "1/s"));
        report.add(Figure.of(
                NAME,
                key + ": server CPU each",
                enrolment.path("serverCpuMsEach").asDouble(),
                "ms"));
        report.add(Figure.of(
                NAME,
                key + ": half of them within",
                enrolment.path("times").path("p50Ms").asDouble(),
                "ms"));
        report.add(Figure.of(
                NAME,
                key + ": 99% of them within",
                enrolment.path("times").path("p99Ms").asDouble(),
                "ms"));
    }
}
