package org.keyline.tftp.files;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.Parameters;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.Phone;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.model.server.SrstReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the files of all phones after a change that alters them all, a change of the cluster's security mode above all:
 * when the phones are reset then, they find their files ready. One file after the other, with a pause after each as
 * long as it took, so that calls do not notice; a phone that comes earlier has its file made when it asks, and so has
 * one whose file would not fit in memory. A change meanwhile begins anew, and finds ready what it did not alter.
 */
final class SigningAhead implements Consumer<ConfigSnapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(SigningAhead.class);

    private final SnapshotSource configuration;
    private final Maker maker;
    private final long room;
    private Basis ready;

    /** Makes the files of one phone and keeps them; how many bytes of memory that takes. */
    @FunctionalInterface
    interface Maker {
        long make(ConfigSnapshot snapshot, Phone phone);
    }

    /** What every file is made from. */
    private record Basis(
            Parameters parameters,
            Map<String, Node> nodes,
            Map<String, CallManagerGroup> groups,
            Map<String, SrstReference> srst,
            Map<String, DevicePool> pools) {
        private static Basis of(ConfigSnapshot snapshot) {
            return new Basis(
                    snapshot.parameters(),
                    snapshot.nodes(),
                    snapshot.callManagerGroups(),
                    snapshot.srstReferences(),
                    snapshot.devicePools());
        }
    }

    /** @param room how many bytes can be kept; what is made beyond that would push out what was made before */
    SigningAhead(SnapshotSource configuration, Maker maker, long room) {
        this.configuration = configuration;
        this.maker = maker;
        this.room = room;
        this.ready = Basis.of(configuration.current());
    }

    /** On the thread of the configuration's listener, which tells of the newest change only. */
    @Override
    public void accept(ConfigSnapshot snapshot) {
        var basis = Basis.of(snapshot);
        if (!basis.equals(ready) && (!SigningPolicy.signs(snapshot) || makeAll(snapshot))) {
            ready = basis;
        }
    }

    private boolean makeAll(ConfigSnapshot snapshot) {
        var begun = System.nanoTime();
        var taken = 0L;
        var ready = 0;
        for (var phone : snapshot.phones().values()) {
            if (configuration.current().revision() != snapshot.revision()) {
                return false;
            }
            var began = System.nanoTime();
            taken += maker.make(snapshot, phone);
            if (taken > room) {
                LOG.atInfo().addKeyValue("megabytes", room >> 20).log("No more signed files fit in memory");
                break;
            }
            ready++;
            LockSupport.parkNanos(System.nanoTime() - began);
        }
        LOG.atInfo()
                .addKeyValue("phones", ready)
                .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
                .log("Signed files are ready");
        return true;
    }
}
