package org.keyline.node.backup;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlVersion;
import org.keyline.ctl.StoredCtl;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;

/**
 * That a node was restored, and with which CTL file: as long as it has that one, it has to be updated (spec BR-03,
 * BR-08).
 *
 * @param made when the backup was made
 * @param ctl MD5 of the CTL file in it
 */
public record RestoredFrom(Instant made, String ctl) {
    static final String FILE = "restored-from";

    /** The backup whose CTL file the node in {@code data} still has; empty when nothing has to be done. */
    public static Optional<RestoredFrom> awaitingUpdate(Path data) {
        return read(data).filter(restored -> version(data).equals(Optional.of(restored.ctl)));
    }

    private static Optional<RestoredFrom> read(Path data) {
        var facts = new Properties();
        try {
            if (!Files.exists(data.resolve(FILE))) {
                return Optional.empty();
            }
            facts.load(new StringReader(Files.readString(data.resolve(FILE))));
            return Optional.of(
                    new RestoredFrom(Instant.parse(facts.getProperty("made", "")), facts.getProperty("ctl", "")));
        } catch (IOException | DateTimeParseException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<String> version(Path data) {
        return CtlFileStore.in(data).read() instanceof StoredCtl.Sound(var list)
                ? Optional.of(CtlVersion.of(list.encoded()).md5())
                : Optional.empty();
    }

    /** Notes it in {@code data}, where the CTL file of the backup lies already; nothing without a sound one. */
    static void note(Path data, Instant made) throws IOException {
        var ctl = version(data);
        if (ctl.isPresent()) {
            var facts = new Properties();
            facts.setProperty("made", made.toString());
            facts.setProperty("ctl", ctl.get());
            var text = new StringWriter();
            facts.store(text, null);
            AtomicFile.write(data.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8), Access.OWNER_ONLY);
        }
    }
}
