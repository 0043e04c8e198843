package org.keyline.trust.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.trust.inventory.ExpiryNotice.Stage;
import org.keyline.trust.storage.AtomicFile;

/**
 * Watches the ends of the certificates in force and trusted (spec SEC-29). What was told is kept in a file, so that
 * each stage of each certificate is told once, over restarts too; where several stages passed unseen, only the last is
 * told.
 */
public final class ExpiryMonitor {
    private final CertificateInventory inventory;
    private final Path memory;
    private final Clock clock;

    /** A monitor that remembers in {@code memory} what it told. */
    public ExpiryMonitor(CertificateInventory inventory, Path memory, Clock clock) {
        this.inventory = inventory;
        this.memory = memory;
        this.clock = clock;
    }

    /** What is to be told now and was not told before. */
    public synchronized List<ExpiryNotice> check() throws IOException {
        var told = read();
        var known = new HashMap<String, Stage>();
        var notices = new ArrayList<ExpiryNotice>();
        for (var entry : inventory.list()) {
            if (entry instanceof CertificateEntry.Former) {
                continue;
            }
            var key = CertificateEntry.fingerprint(entry.certificate());
            stage(entry).ifPresent(stage -> {
                known.put(key, stage);
                if (Optional.ofNullable(told.get(key)).map(stage::compareTo).orElse(1) > 0) {
                    notices.add(new ExpiryNotice(entry, stage));
                }
            });
        }
        if (!known.equals(told)) {
            write(known);
        }
        return notices;
    }

    private Optional<Stage> stage(CertificateEntry entry) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.isReached(clock.instant(), entry.expires()))
                .reduce((_, nearer) -> nearer);
    }

    private Map<String, Stage> read() throws IOException {
        var told = new HashMap<String, Stage>();
        if (Files.exists(memory)) {
            for (var line : Files.readAllLines(memory)) {
                var parts = line.split(" ", 2);
                Arrays.stream(Stage.values())
                        .filter(stage -> parts.length == 2 && stage.name().equals(parts[1]))
                        .forEach(stage -> told.put(parts[0], stage));
            }
        }
        return told;
    }

    private void write(Map<String, Stage> told) throws IOException {
        var text = new StringBuilder();
        told.forEach((key, stage) -> text.append(key).append(' ').append(stage).append('\n'));
        AtomicFile.write(memory, text.toString().getBytes(StandardCharsets.US_ASCII), AtomicFile.Access.OWNER_ONLY);
    }
}
