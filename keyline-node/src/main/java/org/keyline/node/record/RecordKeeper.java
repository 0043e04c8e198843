package org.keyline.node.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.node.record.RecordFiles.Kind;
import org.keyline.processing.record.CallPart;
import org.keyline.processing.record.CallRecords;
import org.keyline.processing.record.LegQuality;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.trace.TraceRing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what calls leave behind. Calls only lay it down in a queue; one thread writes it to files. While the disk
 * refuses, what comes waits in memory, as much as fits there, and the rest is counted.
 */
public final class RecordKeeper implements CallRecords, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(10);

    private final BlockingQueue<Note> notes = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final RecentLegs legs = new RecentLegs();
    private final SnapshotSource configuration;
    private final Place place;
    private final RecordWriting writing;
    private final Alarms alarms;
    private final Clock clock;
    private final Thread thread;
    private volatile RecordSettings settings;
    private volatile Wanted wanted;
    private volatile boolean closing;
    private Instant complained = Instant.EPOCH;
    private Instant purged = Instant.EPOCH;

    /** What calls laid down. */
    private sealed interface Note {
        record Part(CallPart part) implements Note {}

        record Quality(LegQuality quality, Instant at) implements Note {}

        record Over(int call, Instant began, Instant ended) implements Note {}

        /** Nothing: the keeper closes. */
        record Wake() implements Note {}
    }

    private record Place(RecordDirectory directory, RecordFiles files, CallTraces traces) {}

    private RecordKeeper(SnapshotSource configuration, Place place, int node, Alarms alarms, Clock clock) {
        this.configuration = configuration;
        this.place = place;
        this.alarms = alarms;
        this.clock = clock;
        this.writing = new RecordWriting(node, configuration::current, UUID::randomUUID);
        this.settings = RecordSettings.of(configuration.current().parameters());
        this.wanted = settings.wanted();
        this.thread = Thread.ofPlatform().daemon().name("call-records").unstarted(this::work);
    }

    /**
     * Begins to keep records.
     *
     * @param data the directory of the node
     * @param trace the signals of calls
     * @param node the node's number
     */
    public static RecordKeeper begin(
            Path data, SnapshotSource configuration, TraceRing trace, int node, Alarms alarms, Clock clock) {
        var directory = RecordDirectory.in(data);
        var place = new Place(
                directory,
                RecordFiles.open(directory, node),
                new CallTraces(TraceDirectory.in(data), trace::calls, clock));
        var keeper = new RecordKeeper(configuration, place, node, alarms, clock);
        keeper.thread.start();
        return keeper;
    }

    /** Goes by the parameters in force. */
    public void follow() {
        settings = RecordSettings.of(configuration.current().parameters());
        wanted = settings.wanted();
    }

    @Override
    public Wanted wanted() {
        return wanted;
    }

    @Override
    public void ended(CallPart part) {
        lay(new Note.Part(part));
    }

    @Override
    public void measured(LegQuality quality) {
        lay(new Note.Quality(quality, clock.instant()));
    }

    @Override
    public void over(int call, Instant began, Instant ended) {
        // A help, no record: it takes no room that records may need.
        if (notes.remainingCapacity() > MOST_WAITING / 2) {
            var _ = notes.offer(new Note.Over(call, began, ended));
        }
    }

    private void lay(Note note) {
        if (!notes.offer(note)) {
            lost.incrementAndGet();
        }
    }

    private void work() {
        var waiting = new EnumMap<Kind, StringBuilder>(Kind.class);
        while (!closing || !notes.isEmpty() || !waiting.isEmpty()) {
            try {
                take(waiting);
                tend();
                write(waiting);
            } catch (IOException full) {
                complain(full);
                if (closing) {
                    LOG.atError().addKeyValue("reason", full.getMessage()).log("The last call records are lost");
                    return;
                }
                rest();
            } catch (InterruptedException _) {
                closing = true;
            } catch (RuntimeException defect) {
                LOG.atError().setCause(defect).log("A call record could not be made");
            }
        }
    }

    /** Makes lines of what is laid down, unless some still wait for the disk. */
    private void take(Map<Kind, StringBuilder> waiting) throws InterruptedException {
        if (!waiting.isEmpty()) {
            return;
        }
        var first = closing ? notes.poll() : notes.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Note> taken = new ArrayList<>(List.of(first));
        notes.drainTo(taken, MOST_AT_ONCE);
        var now = settings;
        for (var note : taken) {
            switch (note) {
                case Note.Part(var part) -> {
                    legs.note(part);
                    if (now.takes(part)) {
                        line(waiting, Kind.DETAILS, writing.detail(part, now.cluster()));
                    }
                }
                case Note.Quality(var quality, var at) ->
                    legs.take(quality.counters().call().value())
                            .ifPresent(leg -> line(
                                    waiting,
                                    Kind.QUALITY,
                                    writing.quality(quality, leg.call(), leg.seconds(), at, now.cluster())));
                case Note.Over(var call, var began, var ended) -> place.traces().over(call, began, ended);
                case Note.Wake _ -> {}
            }
        }
    }

    private static void line(Map<Kind, StringBuilder> waiting, Kind kind, String line) {
        waiting.computeIfAbsent(kind, _ -> new StringBuilder()).append(line);
    }

    private void tend() throws IOException {
        var now = clock.instant();
        place.traces().keep(now);
        place.files().turn(now);
        if (now.isAfter(purged.plus(BETWEEN_PURGES))) {
            purged = now;
            place.directory().purge(now, settings.keep(), settings.mostBytes());
            place.traces().purge(now, settings.keepTraces(), settings.mostTraceBytes());
        }
    }

    private void write(Map<Kind, StringBuilder> waiting) throws IOException {
        for (var kind : Kind.values()) {
            var lines = waiting.get(kind);
            if (lines != null) {
                place.files().append(kind, lines.toString(), settings.cluster(), clock.instant());
                waiting.remove(kind);
            }
        }
        var gone = lost.getAndSet(0);
        if (gone > 0) {
            alarms.raise(AlarmCatalogue.CALL_RECORDS_LOST, Map.of("count", Long.toString(gone)));
        }
    }

    private void complain(IOException full) {
        var now = clock.instant();
        if (now.isAfter(complained.plus(BETWEEN_ALARMS))) {
            complained = now;
            alarms.raise(
                    AlarmCatalogue.CALL_RECORDS_NOT_WRITTEN,
                    Map.of(
                            "directory", place.directory().path().toString(),
                            "reason", String.valueOf(full.getMessage()),
                            "room", Integer.toString(notes.remainingCapacity())));
        }
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /** Writes what is laid down and gives the last files their names. */
    @Override
    public void close() throws IOException {
        closing = true;
        // No interrupt: it would close the file that is being written.
        var _ = notes.offer(new Note.Wake());
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        place.traces().keepAll();
        place.files().close();
    }
}
