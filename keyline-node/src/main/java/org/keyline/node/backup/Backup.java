package org.keyline.node.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.node.backup.BackupException.Reason;
import org.keyline.trust.sealed.Passphrase;
import org.keyline.trust.sealed.SealingOutput;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups of a node, which may run meanwhile: one file with all it needs to come back, on this machine or another
 * (spec BR-01), behind a passphrase (docs/backup.md).
 *
 * @param data the node's directory
 * @param node its name
 * @param configuration its configuration
 * @param clock tells when
 */
public record Backup(Path data, String node, Configuration configuration, Clock clock) {
    /** What the names of backups end with. */
    public static final String SUFFIX = ".klb";

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int ATTEMPTS = 5;
    private static final int BUFFER = 1 << 17;

    /**
     * What is wanted.
     *
     * @param target the file, or the directory it is laid in under a name of its own; empty for {@code backups} in the
     *     node's directory
     * @param withFirmware whether phone firmware is saved too
     */
    public record Wish(Optional<Path> target, boolean withFirmware) {}

    /**
     * A backup that was made.
     *
     * @param file where it lies
     * @param manifest what it holds
     */
    public record Made(Path file, Manifest manifest) {}

    /** Where backups of the node in {@code data} lie that nobody wanted elsewhere. */
    public static Path place(Path data) {
        return data.resolve(NodeFiles.BACKUPS);
    }

    /**
     * Makes a backup. The file is there as a whole or not at all; one of the same name stays until then. How it ended
     * is kept in {@link BackupStatus}.
     *
     * @throws BackupException when the passphrase is not fit, or somebody else is at work
     * @throws IOException when the disk refuses
     */
    public Made make(Wish wish, Secret passphrase, Progress progress) throws IOException {
        if (Passphrase.problem(passphrase).isPresent()) {
            throw new BackupException(Reason.UNFIT_PASSPHRASE, String.valueOf(Passphrase.SHORTEST));
        }
        try (var _ = WorkLock.take(data)) {
            return alone(wish, passphrase, progress);
        }
    }

    private Made alone(Wish wish, Secret passphrase, Progress progress) throws IOException {
        try {
            var made = attempt(target(wish), wish.withFirmware(), passphrase, progress);
            BackupStatus.success(clock.instant(), made.file()).keep(data);
            LOG.atInfo().addKeyValue("file", made.file()).log("Backup made");
            return made;
        } catch (IOException | RuntimeException failed) {
            keepFailure(Optional.ofNullable(failed.getMessage()).orElse(failed.toString()));
            throw failed;
        }
    }

    private void keepFailure(String reason) {
        LOG.atInfo().addKeyValue("reason", reason).log("A backup failed");
        try {
            BackupStatus.of(data).failure(clock.instant(), reason).keep(data);
        } catch (IOException full) {
            LOG.atWarn().addKeyValue("reason", full.toString()).log("That a backup failed cannot be written down");
        }
    }

    /** The file, in whose directory nothing is left of a backup that was killed. */
    private Path target(Wish wish) throws IOException {
        var wanted = wish.target();
        if (wanted.isEmpty()) {
            AtomicFile.createOwnerOnlyDirectory(place(data));
        }
        var given = wanted.orElse(place(data)).toAbsolutePath();
        var file = Files.isDirectory(given) ? given.resolve(name()) : given;
        var directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(String.valueOf(directory));
        }
        AtomicFile.sweep(directory);
        return file;
    }

    private String name() {
        return "keyline-backup-" + node.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + STAMP.format(clock.instant())
                + SUFFIX;
    }

    /** What changes while it is read is read once more. */
    private Made attempt(Path target, boolean withFirmware, Secret passphrase, Progress progress) throws IOException {
        for (int left = ATTEMPTS; ; left--) {
            try (var copy = DatabaseCopy.of(data, configuration)) {
                var now = new Contents(data, node, configuration, copy.file())
                        .list(clock.instant().truncatedTo(ChronoUnit.SECONDS), withFirmware);
                AtomicFile.write(target, Access.OWNER_ONLY, out -> write(out, now, copy.file(), passphrase, progress));
                return new Made(target, now);
            } catch (Contents.Changed changed) {
                if (left == 1) {
                    throw new BackupException(Reason.RESTLESS, String.valueOf(changed.getMessage()));
                }
            } catch (IOException trouble) {
                throw Trees.named(target, trouble);
            }
        }
    }

    private void write(OutputStream file, Manifest manifest, Path database, Secret passphrase, Progress progress)
            throws IOException {
        try (var sealing = new SealingOutput(new BufferedOutputStream(file, BUFFER), passphrase)) {
            var out = new DataOutputStream(sealing);
            var text = ManifestText.of(manifest).getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            new Copying(data, database, out, progress).all(manifest);
            sealing.finish();
        }
    }
}
