package org.keyline.node.backup;

import java.time.Instant;
import java.util.List;
import org.keyline.model.security.ClusterSecurityMode;

/**
 * What a backup says of itself; encrypted as all of it.
 *
 * @param product the version of the product that made it
 * @param database the version of the database in it
 * @param node the name of the node
 * @param made when
 * @param mode the cluster security mode at that time
 * @param firmware whether phone firmware is in it
 * @param servers the names of all servers of the cluster
 * @param tokens the subjects of the tokens its CTL file names; none without a CTL file
 * @param files what it holds, in the order it follows
 */
public record Manifest(
        ProductVersion product,
        int database,
        String node,
        Instant made,
        ClusterSecurityMode mode,
        boolean firmware,
        List<String> servers,
        List<String> tokens,
        List<SavedFile> files) {
    /** Copies the lists. */
    public Manifest {
        servers = List.copyOf(servers);
        tokens = List.copyOf(tokens);
        files = List.copyOf(files);
    }

    /** The bytes of all files together. */
    public long length() {
        return files.stream().mapToLong(SavedFile::length).sum();
    }

    /** Whether there is a file of this path. */
    boolean has(String path) {
        return files.stream().anyMatch(file -> file.path().equals(path));
    }
}
