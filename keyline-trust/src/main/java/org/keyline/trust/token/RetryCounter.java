package org.keyline.trust.token;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many wrong passwords a software token got since the last right one (CTL9-04, SEC-34).
 *
 * <p>The number stands in a file beside the token and in one of this user's state directory, named by the token's own
 * identity; the higher of the two counts. So a copy of the token file that is put back later, or put elsewhere for the
 * same user, brings no new attempts. What it cannot stop is said in {@link SoftwareToken}.
 */
final class RetryCounter {
    /** So many wrong passwords in a row are borne; the next one locks. */
    static final int MOST_FAILURES = 15;

    private static final Logger LOG = LoggerFactory.getLogger(RetryCounter.class);
    private static final int LONGEST = 16;

    private final Path beside;
    private final Path remembered;

    RetryCounter(Path token, String identity) {
        this.beside = token.resolveSibling(token.getFileName() + ".attempts");
        this.remembered = TokenState.directory().resolve(identity);
    }

    /** Failures in a row so far: 0 to {@link #MOST_FAILURES} + 1. */
    int failures() throws IOException {
        return Math.max(read(beside), read(remembered));
    }

    boolean isLocked() throws IOException {
        return failures() > MOST_FAILURES;
    }

    /** Writes the number down; returns when it is on the disk. */
    void set(int failures) throws IOException {
        if (failures == 0) {
            Files.deleteIfExists(beside);
            Files.deleteIfExists(remembered);
            return;
        }
        var text = (failures + "\n").getBytes(StandardCharsets.US_ASCII);
        AtomicFile.write(beside, text, AtomicFile.Access.OWNER_ONLY);
        remember(text);
    }

    /** A user without a home still has the file beside the token. */
    private void remember(byte[] text) {
        try {
            AtomicFile.createOwnerOnlyDirectory(TokenState.directory());
            AtomicFile.write(remembered, text, AtomicFile.Access.OWNER_ONLY);
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("file", remembered)
                    .addKeyValue("reason", e.getMessage())
                    .log("Wrong passwords are counted beside the token only");
        }
    }

    /** A number that cannot be read leaves one attempt: the owner loses nothing, a guesser wins nothing. */
    private static int read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            var number = Files.size(file) > LONGEST
                    ? MOST_FAILURES
                    : Integer.parseInt(
                            Files.readString(file, StandardCharsets.US_ASCII).strip());
            return Math.clamp(number, 0, MOST_FAILURES + 1);
        } catch (NumberFormatException | CharacterCodingException damaged) {
            return MOST_FAILURES;
        }
    }
}
