package org.keyline.capf.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code capf.log}: one line for each session that was refused or lost and each operation that ended. When it
 * has grown to a mebibyte it becomes {@code capf.log.1} and the former one of that name goes. Nothing secret stands in
 * it: neither strings nor keys. Thread-safe; writing blocks.
 */
public final class CapfLog {
    private static final Logger log = LoggerFactory.getLogger(CapfLog.class);
    private static final int LONGEST = 1 << 20;

    private final Path directory;
    private final Clock clock;

    /** A log in {@code directory}, which is made when it is missing. */
    public CapfLog(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Notes how something ended; trouble with the disk is logged and ends nothing.
     *
     * @param device whose session it was, {@code ?} where nobody said
     * @param what the operation or the reason, one line
     */
    public synchronized void write(String device, String what, CapfCode code) {
        var line = "%s %s %s: %s%n".formatted(clock.instant(), code.text(), printable(device), printable(what));
        try {
            Files.createDirectories(directory);
            append(directory.resolve("capf.log"), line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            log.atWarn().addKeyValue("device", device).setCause(unwritable).log("CAPF log not written");
        }
    }

    private void append(Path file, byte[] line) throws IOException {
        if (Files.exists(file) && Files.size(file) + line.length > LONGEST) {
            Files.move(file, directory.resolve("capf.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var out = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        }
    }

    /** What a phone says of itself may hold anything. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
