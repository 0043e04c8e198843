package org.keyline.lab.load;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.keyline.lab.capf.CapfAuthentication;
import org.keyline.lab.capf.CapfClient;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.Octets;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;

/** Gets every phone of a load test its certificate the way phones do: trust list by TFTP, then CAPF by null string. */
final class Enrolment {
    private static final int AT_ONCE = 4;

    private final FileSource files;
    private final InetSocketAddress capf;
    private final Map<String, PhoneIdentity> identities = new ConcurrentHashMap<>();

    Enrolment(InetSocketAddress tftp, InetSocketAddress capf) {
        this.files = new TftpClient(tftp);
        this.capf = capf;
    }

    /** Enrols them all; those that failed have no identity. */
    LoadIdentities run(Fleet.FleetPlan plan) {
        var turn = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, plan.phones())
                    .mapToObj(plan::name)
                    .forEach(name -> threads.execute(() -> {
                        turn.acquireUninterruptibly();
                        try {
                            enrol(name);
                        } finally {
                            turn.release();
                        }
                    }));
        }
        return LoadIdentities.enrolled(identities);
    }

    /** How many got one. */
    int count() {
        return identities.size();
    }

    private void enrol(String name) {
        var flash = new Flash();
        flash.offerCtl(list("CTL" + name + ".tlv"));
        flash.offerItl(list("ITL" + name + ".tlv"));
        new CapfClient(name, flash, CapfManners.USUAL).attempt(capf, new CapfAuthentication.ByNullString());
        flash.lsc().ifPresent(lsc -> identities.put(name, lsc));
    }

    private Optional<Octets> list(String file) {
        return files.fetch(file) instanceof FileAnswer.Found(Octets content) ? Optional.of(content) : Optional.empty();
    }
}
