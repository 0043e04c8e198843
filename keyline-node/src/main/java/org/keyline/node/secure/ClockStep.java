package org.keyline.node.secure;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.keyline.ctl.StoredCtl;
import org.keyline.trust.inventory.CertificateEntry;

/** The clock does not contradict what was written before: a wrong one makes certificates that nobody accepts. */
record ClockStep() implements Step {
    @Override
    public String id() {
        return "clock";
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        var now = here.now().truncatedTo(ChronoUnit.SECONDS);
        var newest = Stream.concat(certificates(here), Stream.concat(ctl(here), changes(here)))
                .max(Instant::compareTo)
                .orElse(now);
        return newest.isAfter(now.plusSeconds(2)) ? Seen.needsYou("behind", now, newest) : Seen.done("sane", now);
    }

    private static Stream<Instant> certificates(Surroundings here) throws IOException {
        return here.certificates().list().stream()
                .filter(CertificateEntry.Own.class::isInstance)
                .map(entry -> entry.certificate().getNotBefore().toInstant());
    }

    private static Stream<Instant> ctl(Surroundings here) {
        return here.ctl() instanceof StoredCtl.Sound(var list)
                ? Stream.of(list.header().created())
                : Stream.empty();
    }

    private static Stream<Instant> changes(Surroundings here) {
        return here.configuration().store().newestChanges(1).stream().map(change -> change.at());
    }
}
