package org.keyline.node.backup;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;

/**
 * How the last backups of a node ended, whoever made them: a small file in its directory.
 *
 * @param made when the last one succeeded
 * @param file where it was laid
 * @param failed when one failed after that
 * @param reason why
 */
public record BackupStatus(Optional<Instant> made, String file, Optional<Instant> failed, String reason) {
    static final String FILE = "backup-status";

    /** What is known of the node in this directory; nothing when the file is damaged. */
    public static BackupStatus of(Path data) throws IOException {
        var facts = new Properties();
        var place = data.resolve(FILE);
        if (Files.exists(place)) {
            facts.load(new StringReader(Files.readString(place)));
        }
        return new BackupStatus(
                moment(facts, "made"),
                facts.getProperty("file", ""),
                moment(facts, "failed"),
                facts.getProperty("reason", ""));
    }

    private static Optional<Instant> moment(Properties facts, String name) {
        try {
            return Optional.ofNullable(facts.getProperty(name)).map(Instant::parse);
        } catch (DateTimeException damaged) {
            return Optional.empty();
        }
    }

    static BackupStatus success(Instant at, Path file) {
        return new BackupStatus(Optional.of(at), file.toString(), Optional.empty(), "");
    }

    BackupStatus failure(Instant at, String why) {
        return new BackupStatus(made, file, Optional.of(at), why);
    }

    void keep(Path data) throws IOException {
        var facts = new Properties();
        made.ifPresent(at -> facts.setProperty("made", at.toString()));
        facts.setProperty("file", file);
        failed.ifPresent(at -> facts.setProperty("failed", at.toString()));
        facts.setProperty("reason", reason);
        var text = new StringWriter();
        facts.store(text, null);
        AtomicFile.write(data.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8), Access.OWNER_ONLY);
    }
}
