package org.keyline.ctl.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CTL log: errors of the client itself, with their traces, the newest in a file that only the user can read.
 *
 * @param file the file
 */
record ClientLog(Path file) {
    private static final Logger log = LoggerFactory.getLogger(ClientLog.class);
    private static final int LONGEST = 256 * 1024;

    /** The log in the directory of {@code other}. */
    static ClientLog beside(Path other) {
        return new ClientLog(other.resolveSibling("ctl-client.log"));
    }

    /** Writes an error down; one that cannot be written is only logged. */
    void add(Throwable error) {
        try {
            var trace = new StringWriter();
            trace.append(Instant.now().toString()).append(' ');
            error.printStackTrace(new PrintWriter(trace, true));
            var before = Files.exists(file) && Files.size(file) <= LONGEST ? Files.readString(file) : "";
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                AtomicFile.createOwnerOnlyDirectory(directory);
            }
            AtomicFile.write(file, (before + trace).getBytes(StandardCharsets.UTF_8), AtomicFile.Access.OWNER_ONLY);
        } catch (IOException notWritten) {
            log.atError().setCause(error).log("An error of the CTL client could not be written to its log");
        }
    }
}
