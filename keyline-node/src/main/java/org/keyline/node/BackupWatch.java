package org.keyline.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyline.node.backup.BackupStatus;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises an alarm when a backup failed, whoever tried to make it: the page, a command, a script at night. */
final class BackupWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWatch.class);
    private static final Duration GLANCE = Duration.ofSeconds(5);

    private final Path data;
    private final Alarms alarms;
    private Optional<Instant> raised = Optional.empty();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("backups").daemon().factory());

    private BackupWatch(Path data, Alarms alarms) {
        this.data = data;
        this.alarms = alarms;
    }

    static BackupWatch begin(NodeDirectory directory, Alarms alarms) {
        var begun = new BackupWatch(directory.path(), alarms);
        var _ = begun.thread.scheduleWithFixedDelay(begun::look, 0, GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        return begun;
    }

    private void look() {
        try {
            var status = BackupStatus.of(data);
            if (status.failed().isPresent() && !status.failed().equals(raised)) {
                raised = status.failed();
                alarms.raise(AlarmCatalogue.BACKUP_FAILED, Map.of("reason", status.reason()));
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.atWarn().addKeyValue("reason", unreadable.toString()).log("The status of backups cannot be read");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
