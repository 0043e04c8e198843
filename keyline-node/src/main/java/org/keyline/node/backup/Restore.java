package org.keyline.node.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.keyline.config.Configuration;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.StoredCtl;
import org.keyline.node.backup.BackupException.Reason;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.trustlist.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a node back from a backup, as a whole or not at all: everything is unpacked beside what there is, checked,
 * brought to this version's database, and then takes its place. What it replaces is kept until the next restore.
 *
 * <p>The cluster's security mode comes back with the CTL file it belongs to; nobody is asked for one (spec BR-15).
 *
 * @param data the node's directory, whose lock the caller has
 */
public record Restore(Path data) {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final int MIB = 1 << 20;

    /** More than the files take up, for the file system's own needs. */
    private static final int SPARE_MIB = 8;

    /**
     * Restores.
     *
     * @throws BackupException when this backup must not be restored here, or the wish is not fulfilled
     * @throws IOException when the backup is damaged or the disk refuses; nothing was changed then
     */
    public void from(BackupFile backup, RestoreWish wish, Progress progress) throws IOException {
        var manifest = backup.manifest();
        requireNotNewer(manifest);
        requireNode(wish.scope());
        requireRoom(manifest);
        Exchange.finish(data);
        var exchange = Exchange.in(data);
        try {
            var incoming = exchange.prepare();
            unpack(backup, wish.scope(), incoming, progress);
            requireTrust(wish, incoming);
            upgrade(incoming);
            if (wish.scope() == Scope.NEW_IDENTITY) {
                NodeCertificates.giveUpKeys(incoming.resolve(NodeFiles.CERTIFICATES));
            }
            RestoredFrom.note(incoming, manifest.made());
        } catch (IOException failed) {
            Exchange.finish(data);
            throw Trees.named(data, failed);
        } catch (RuntimeException failed) {
            Exchange.finish(data);
            throw failed;
        }
        exchange.exchange(voided(wish.scope()));
        LOG.atInfo()
                .addKeyValue("made", manifest.made())
                .addKeyValue("scope", wish.scope())
                .log("Node restored from a backup");
    }

    /**
     * Puts back what the last restore replaced.
     *
     * @throws BackupException when there is nothing to put back
     */
    public void undo() throws IOException {
        Exchange.finish(data);
        if (!Exchange.in(data).undo()) {
            throw new BackupException(Reason.NOTHING_TO_UNDO, data.toString());
        }
        LOG.atInfo().log("A restore was undone");
    }

    /** An older backup is upgraded; a newer one may hold what this version would lose (spec BR-07). */
    private static void requireNotNewer(Manifest manifest) throws BackupException {
        if (manifest.product().compareTo(ProductVersion.current()) > 0
                || manifest.database() > Configuration.databaseVersion()) {
            throw new BackupException(Reason.NEWER, manifest.product().toString(), ProductVersion.CURRENT);
        }
    }

    private void requireNode(Scope scope) throws BackupException {
        if (scope == Scope.DATA_ONLY && !Files.isDirectory(data.resolve(NodeFiles.CERTIFICATES))) {
            throw new BackupException(Reason.NO_NODE, data.toString());
        }
    }

    private void requireRoom(Manifest manifest) throws IOException {
        long needed = manifest.length() / MIB + SPARE_MIB;
        long free = Files.getFileStore(data).getUsableSpace() / MIB;
        if (needed > free) {
            throw new BackupException(Reason.NO_ROOM, data.toString(), String.valueOf(needed), String.valueOf(free));
        }
    }

    private static void unpack(BackupFile backup, Scope scope, Path incoming, Progress progress) throws IOException {
        var directories = new HashSet<Path>(Set.of(incoming));
        backup.readAll(
                file -> {
                    if (!scope.brings(file.path())) {
                        return OutputStream.nullOutputStream();
                    }
                    var place = incoming.resolve(file.path());
                    AtomicFile.createOwnerOnlyDirectory(Objects.requireNonNull(place.getParent()));
                    directories.add(place.getParent());
                    return durable(place, file.mode());
                },
                progress);
        for (var directory : directories) {
            AtomicFile.force(directory);
        }
    }

    /** A file that is on the disk when it is closed, and never readable by more than its mode says. */
    private static OutputStream durable(Path file, String mode) throws IOException {
        var permissions = PosixFilePermissions.fromString(
                switch (mode) {
                    case "644" -> "rw-r--r--";
                    case "444" -> "r--r--r--";
                    default -> "rw-------";
                });
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] content, int offset, int length) throws IOException {
                out.write(content, offset, length);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.force(true);
                    channel.close();
                    Files.setPosixFilePermissions(file, permissions);
                }
            }
        };
    }

    /**
     * Phones take the next CTL file only from a token they know, so the administrator shows one before the old node is
     * gone (spec BR-06, BR-09), and two where all servers are (BR-12); that takes a CTL file phones hold (BR-11).
     */
    private static void requireTrust(RestoreWish wish, Path incoming) throws IOException {
        switch (CtlFileStore.in(incoming).read()) {
            case StoredCtl.Sound(var list) -> {
                var trusted = wish.tokens().stream()
                        .filter(token -> list.with(Role.SAST).anyMatch(record -> record.isFor(token)))
                        .distinct()
                        .count();
                if (trusted < wish.tokensNeeded() && !wish.isWithoutTokens()) {
                    throw new BackupException(
                            Reason.NO_TOKEN,
                            String.valueOf(wish.tokensNeeded()),
                            String.join("; ", Contents.tokens(incoming)));
                }
            }
            case StoredCtl.None _ -> requireOneServer(wish, NodeFiles.CTL_FILE);
            case StoredCtl.Damaged(var message, var detail) -> {
                requireOneServer(wish, detail);
                LOG.atWarn().addKeyValue("problem", message).log("The CTL file in the backup is damaged");
            }
        }
    }

    private static void requireOneServer(RestoreWish wish, String why) throws BackupException {
        if (wish.isWholeCluster()) {
            throw new BackupException(Reason.NO_CTL_FILE, why);
        }
    }

    /** The database of an older version becomes one of this before anything is replaced; a damaged one shows itself. */
    private static void upgrade(Path incoming) {
        try (var configuration = Configuration.open(incoming)) {
            var _ = configuration.snapshots().current();
        }
    }

    /** What must not stay, whether the backup has its like or not: it belongs to the data that goes. */
    private Set<String> voided(Scope scope) throws IOException {
        var voided = new HashSet<>(NodeFiles.DATABASE_SIDE);
        voided.addAll(List.of(NodeFiles.CTL_FILE, RestoredFrom.FILE, "signed"));
        for (var path : NodeFiles.list(data, false)) {
            var unit = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            if (!unit.equals(NodeFiles.PHONE_FILES) && (scope != Scope.DATA_ONLY || scope.brings(path))) {
                voided.add(unit);
            }
        }
        return voided;
    }
}
