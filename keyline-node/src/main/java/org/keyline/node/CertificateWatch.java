package org.keyline.node;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.ExpiryMonitor;
import org.keyline.trust.inventory.ExpiryNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the certificates of a running node: takes over what commands change in its directory, and raises an alarm
 * as the end of one comes near.
 */
final class CertificateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration LOOK = Duration.ofHours(1);

    private final CertificateInventory inventory;
    private final ExpiryMonitor monitor;
    private final Alarms alarms;
    private final WatchService changes;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("certificates").daemon().factory());

    private CertificateWatch(
            CertificateInventory inventory, ExpiryMonitor monitor, Alarms alarms, WatchService changes) {
        this.inventory = inventory;
        this.monitor = monitor;
        this.alarms = alarms;
        this.changes = changes;
    }

    /** Begins to watch. Every change ends with a rename in the directory itself or in a store beneath it. */
    static CertificateWatch begin(NodeDirectory directory, CertificateInventory inventory, Foundation.Watch watch)
            throws IOException {
        var memory = directory.path().resolve("expiry-told");
        var changes = directory.certificates().getFileSystem().newWatchService();
        var _ = directory
                .certificates()
                .register(
                        changes,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
        var begun = new CertificateWatch(
                inventory, new ExpiryMonitor(inventory, memory, watch.clock()), watch.alarms(), changes);
        begun.thread.execute(begun::run);
        return begun;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tellExpiries();
                var key = changes.poll(LOOK.toSeconds(), TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                    reload();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void reload() {
        try {
            inventory.reload();
        } catch (IOException | RuntimeException damaged) {
            LOG.atError().setCause(damaged).log("Changed certificates cannot be taken over");
        }
    }

    private void tellExpiries() {
        try {
            monitor.check().forEach(this::raise);
        } catch (IOException | RuntimeException trouble) {
            LOG.atError().setCause(trouble).log("The ends of certificates cannot be checked");
        }
    }

    private void raise(ExpiryNotice notice) {
        var alarm = switch (notice.stage()) {
            case NINETY_DAYS, THIRTY_DAYS -> AlarmCatalogue.CERTIFICATE_EXPIRES;
            case SEVEN_DAYS, ONE_DAY -> AlarmCatalogue.CERTIFICATE_EXPIRES_SOON;
            case EXPIRED -> AlarmCatalogue.CERTIFICATE_EXPIRED;
        };
        var certificate = notice.certificate();
        alarms.raise(
                alarm,
                Map.of(
                        "certificate", certificate.name(),
                        "subject", certificate.subject(),
                        "expires", certificate.expires().toString()));
    }

    @Override
    public void close() throws IOException {
        changes.close();
        thread.shutdownNow();
    }
}
