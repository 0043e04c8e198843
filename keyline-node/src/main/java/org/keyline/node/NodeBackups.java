package org.keyline.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.keyline.node.backup.Backup;
import org.keyline.node.backup.BackupStatus;
import org.keyline.trust.sealed.Passphrase;
import org.keyline.trust.secret.Secret;
import org.keyline.web.backup.Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups of this node for its pages; one is made at a time, on a thread of its own. */
final class NodeBackups implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(NodeBackups.class);
    private static final int NONE = -1;
    private static final int WHOLE = 100;

    private final Backup backup;
    private final AtomicInteger percent = new AtomicInteger(NONE);

    NodeBackups(Backup backup) {
        this.backup = backup;
    }

    @Override
    public List<Saved> saved() throws IOException {
        var found = new ArrayList<Saved>();
        for (var file : files()) {
            var made = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            found.add(new Saved(String.valueOf(file.getFileName()), made, Files.size(file)));
        }
        found.sort(Comparator.comparing(Saved::at).reversed());
        return found;
    }

    private List<Path> files() throws IOException {
        var place = Backup.place(backup.data());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(Backup.SUFFIX))
                    .toList();
        }
    }

    @Override
    public Last last() throws IOException {
        var status = BackupStatus.of(backup.data());
        return new Last(status.made(), status.file(), status.failed(), status.reason());
    }

    @Override
    public OptionalInt percent() {
        int now = percent.get();
        return now == NONE ? OptionalInt.empty() : OptionalInt.of(now);
    }

    @Override
    public Begun begin(Secret passphrase, boolean withFirmware) {
        if (Passphrase.problem(passphrase).isPresent()) {
            return Begun.UNFIT_PASSPHRASE;
        }
        if (!percent.compareAndSet(NONE, 0)) {
            return Begun.BUSY;
        }
        var own = passphrase.copy();
        Thread.ofVirtual().name("backup").start(() -> make(own, new Backup.Wish(Optional.empty(), withFirmware)));
        return Begun.RUNNING;
    }

    private void make(Secret passphrase, Backup.Wish wish) {
        try (passphrase) {
            backup.make(wish, passphrase, (done, total) -> percent.set((int) (done * WHOLE / Math.max(1, total))));
        } catch (IOException | RuntimeException told) {
            LOG.atDebug().setCause(told).log("The status of backups tells it, and an alarm");
        } finally {
            percent.set(NONE);
        }
    }

    @Override
    public Optional<InputStream> read(String name) throws IOException {
        var file = file(name);
        return file.isPresent() ? Optional.of(Files.newInputStream(file.get())) : Optional.empty();
    }

    @Override
    public boolean delete(String name) throws IOException {
        var file = file(name);
        return file.isPresent() && Files.deleteIfExists(file.get());
    }

    /** Only one that is listed: a name in a request leads nowhere else. */
    private Optional<Path> file(String name) throws IOException {
        return files().stream()
                .filter(file -> String.valueOf(file.getFileName()).equals(name))
                .findFirst();
    }
}
