package org.keyline.node.secure;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import org.keyline.trust.inventory.CertificateEntry;

/** The node's own certificates (CallManager, CAPF, TVS, web) are valid and stay so for a while (OV-12 to OV-14). */
record CertificatesStep() implements Step {
    private static final Duration SOON = Duration.ofDays(30);

    @Override
    public String id() {
        return "certificates";
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        var own = here.certificates().list().stream()
                .filter(CertificateEntry.Own.class::isInstance)
                .sorted(Comparator.comparing(CertificateEntry::expires))
                .toList();
        var first = own.getFirst();
        return first.expires().isBefore(here.now().plus(SOON))
                ? Seen.needsYou(
                        "ending",
                        first.name(),
                        first.expires(),
                        here.directory().path())
                : Seen.done("valid", own.size(), first.expires());
    }
}
