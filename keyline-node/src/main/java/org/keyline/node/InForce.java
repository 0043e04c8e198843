package org.keyline.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.keyline.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which revision of the configuration a running node works by, as a file of eight bytes beside its database: so that a
 * command that changed the configuration ends when the node goes by it.
 */
public final class InForce implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofMillis(10));

    private final FileChannel file;

    private InForce(FileChannel file) {
        this.file = file;
    }

    /** The file of a node that starts. */
    static InForce open(NodeDirectory directory) throws IOException {
        return new InForce(FileChannel.open(
                place(directory),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    private static Path place(NodeDirectory directory) {
        return directory.path().resolve("in-force");
    }

    /** From now on the node works by this revision. */
    void revision(long revision) {
        try {
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(0, revision), 0);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("The revision in force cannot be told");
        }
    }

    /**
     * Waits until the node on this directory works by what this configuration holds; returns at once where none runs,
     * and after five seconds in any case.
     */
    public static void await(NodeDirectory directory, Configuration configuration) throws IOException {
        long wanted = configuration.snapshots().current().revision();
        PATIENCE.await(() -> !directory.isInUse() || told(directory) >= wanted);
    }

    private static long told(NodeDirectory directory) throws IOException {
        var file = place(directory);
        var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return bytes.length < Long.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
