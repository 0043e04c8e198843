package org.keyline.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.keyline.model.device.DeviceName;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.serviceability.posture.ObservedDevices.Seen;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was seen of devices over restarts: a file in the node's directory to which news is added every two
 * seconds, on a thread of its own, and which is written anew when most of it is old. Killed, a node forgets two
 * seconds.
 */
final class SightingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SightingsFile.class);
    private static final String NAME = "sightings";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Lines beyond this many more than twice the devices make the file be written anew. */
    private static final int SPARE_LINES = 1_000;

    private final Path file;
    private final ObservedDevices observed;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sightings").daemon().factory());
    private long lines;

    private SightingsFile(Path file, ObservedDevices observed) {
        this.file = file;
        this.observed = observed;
    }

    /** Takes in what earlier runs saw, and keeps what this one sees. A file that cannot be read is begun anew. */
    static SightingsFile begin(NodeDirectory directory, ObservedDevices observed) {
        var begun = new SightingsFile(directory.path().resolve(NAME), observed);
        begun.restore();
        var _ = begun.thread.scheduleWithFixedDelay(
                begun::save, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return begun;
    }

    private void restore() {
        if (Files.exists(file)) {
            try (var text = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                var newest = text.map(SightingLine::parse)
                        .flatMap(line -> line.stream())
                        .collect(Collectors.toMap(SightingLine::device, SightingLine::seen, (_, later) -> later));
                newest.forEach(observed::restore);
            } catch (IOException | RuntimeException unreadable) {
                LOG.atWarn().addKeyValue("file", file).setCause(unreadable).log("Earlier sightings cannot be read");
            }
        }
        anew();
    }

    private synchronized void save() {
        var news = observed.takeChanged();
        if (news.isEmpty()) {
            return;
        }
        if (lines + news.size() > 2L * observed.all().size() + SPARE_LINES) {
            anew();
        } else {
            add(news);
        }
    }

    private void add(Map<DeviceName, Seen> news) {
        try {
            Files.write(file, bytes(lines(news)), StandardOpenOption.APPEND);
            lines += news.size();
        } catch (IOException full) {
            refused(full);
        }
    }

    private synchronized void anew() {
        try {
            var everything = observed.all();
            AtomicFile.write(file, bytes(lines(everything)), AtomicFile.Access.OWNER_ONLY);
            lines = everything.size();
        } catch (IOException full) {
            refused(full);
        }
    }

    /** What was seen stays in memory, and the next rewriting brings it to the disk. */
    private static void refused(IOException full) {
        LOG.atWarn().addKeyValue("reason", full.getMessage()).log("Sightings of devices cannot be kept");
    }

    private static Collection<String> lines(Map<DeviceName, Seen> seen) {
        return seen.entrySet().stream()
                .map(entry -> new SightingLine(entry.getKey(), entry.getValue()).text())
                .toList();
    }

    private static byte[] bytes(Collection<String> lines) {
        return lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        thread.shutdown();
        save();
    }
}
