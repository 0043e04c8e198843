package org.keyline.lab.load;

import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.keyline.lab.capf.CapfAuthentication;
import org.keyline.lab.capf.CapfClient;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.capf.KeyOrder;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.Octets;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;

/**
 * Gets every phone of a load test its certificate the way phones do: trust list by TFTP, then CAPF by null string. All
 * phones have the same key, made beforehand: making keys is the phones' work and takes them minutes.
 */
final class Enrolment {
    private static final int AT_ONCE = 16;

    private final FileSource files;
    private final InetSocketAddress capf;
    private final Map<String, PhoneIdentity> identities = new ConcurrentHashMap<>();
    private final Map<String, Integer> troubles = new TreeMap<>();
    private final Map<KeyOrder, KeyPair> keys = new ConcurrentHashMap<>();
    private final Latencies times = new Latencies();

    Enrolment(InetSocketAddress tftp, InetSocketAddress capf) {
        this.files = new TftpClient(tftp);
        this.capf = capf;
    }

    /** Enrols them all; those that failed have no identity. */
    LoadIdentities run(Fleet.FleetPlan plan) {
        var ctl = list("CTLFile.tlv");
        var itl = list("ITLFile.tlv");
        var turn = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, plan.phones()).mapToObj(plan::name).forEach(name -> {
                turn.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        enrol(name, ctl, itl);
                    } finally {
                        turn.release();
                    }
                });
            });
        }
        return LoadIdentities.enrolled(identities);
    }

    /** How many got one. */
    int count() {
        return identities.size();
    }

    /** How long each session took, from its connection to its end. */
    Latencies times() {
        return times;
    }

    /** Why phones got none, and how many. */
    synchronized Map<String, Integer> troubles() {
        return new TreeMap<>(troubles);
    }

    private void enrol(String name, Optional<Octets> ctl, Optional<Octets> itl) {
        var flash = new Flash();
        flash.offerCtl(ctl);
        flash.offerItl(itl);
        long begun = System.nanoTime();
        var outcome = CapfClient.withKeys(name, flash, CapfManners.USUAL, this::key)
                .attempt(capf, new CapfAuthentication.ByNullString());
        times.add(System.nanoTime() - begun);
        flash.lsc().ifPresentOrElse(lsc -> identities.put(name, lsc), () -> count(outcome.toString()));
    }

    private synchronized void count(String trouble) {
        troubles.merge(trouble, 1, Integer::sum);
    }

    private KeyPair key(KeyOrder order) throws GeneralSecurityException {
        var made = keys.get(order);
        if (made == null) {
            made = order.make();
            keys.put(order, made);
        }
        return made;
    }

    private Optional<Octets> list(String file) {
        return files.fetch(file) instanceof FileAnswer.Found(Octets content) ? Optional.of(content) : Optional.empty();
    }
}
