package org.keyline.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyline.config.Configuration;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.StoredCtl;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustListRecord;

/**
 * What a backup of a node holds at this moment.
 *
 * @param data the node's directory
 * @param node its name
 * @param configuration its configuration
 * @param database the copy of its database
 */
record Contents(Path data, String node, Configuration configuration, Path database) {
    /** A file was changed, or went away, while it was saved. */
    static final class Changed extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        Changed(String path) {
            super(path);
        }
    }

    Manifest list(Instant now, boolean withFirmware) throws IOException {
        var files = new ArrayList<SavedFile>();
        files.add(saved(NodeFiles.DATABASE, database));
        for (var path : NodeFiles.list(data, withFirmware)) {
            if (!path.equals(NodeFiles.DATABASE) && Files.exists(data.resolve(path))) {
                files.add(saved(path, data.resolve(path)));
            }
        }
        var snapshot = configuration.snapshots().current();
        return new Manifest(
                ProductVersion.current(),
                Configuration.databaseVersion(),
                node,
                now,
                snapshot.clusterSecurityMode(),
                withFirmware,
                snapshot.nodes().keySet().stream().sorted().toList(),
                tokens(data),
                files);
    }

    /** The subjects of the tokens that the CTL file in {@code data} names. */
    static List<String> tokens(Path data) {
        return CtlFileStore.in(data).read() instanceof StoredCtl.Sound(var list)
                ? list.with(Role.SAST).map(TrustListRecord::subjectName).toList()
                : List.of();
    }

    private static SavedFile saved(String path, Path file) throws IOException {
        var digesting = new Digesting(OutputStream.nullOutputStream());
        try (var in = Files.newInputStream(file)) {
            digesting.copy(in, Long.MAX_VALUE, _ -> {});
        }
        return new SavedFile(path, digesting.length(), digesting.sha256(), mode(file));
    }

    private static String mode(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!permissions.contains(PosixFilePermission.OTHERS_READ)) {
            return "600";
        }
        return permissions.contains(PosixFilePermission.OWNER_WRITE) ? "644" : "444";
    }
}
