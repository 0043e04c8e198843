package org.keyline.node.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyline.config.snapshot.Parameters;
import org.keyline.node.record.RecordNames.Named;
import org.keyline.processing.record.CallRecords;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.web.record.CallArchive;
import org.keyline.web.record.CallSearch;
import org.keyline.web.record.MeasuredLeg;
import org.keyline.web.record.RecordedCall;
import org.keyline.web.record.TraceSearch;
import org.keyline.web.record.TracedCall;

/** Finds records in the files they were written to, newest first. */
public final class RecordArchive implements CallArchive {
    /** How many records one page looks at before it says where to go on. */
    private static final int MOST_LOOKED_AT = 200_000;

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int MOST_IN_FILE = 1_000_000;

    private final RecordDirectory directory;
    private final TraceDirectory traces;
    private final Supplier<CallRecords.Wanted> wanted;

    /**
     * @param data the directory of the node
     * @param wanted which records are written now
     */
    public RecordArchive(Path data, Supplier<CallRecords.Wanted> wanted) {
        this.directory = RecordDirectory.in(data);
        this.traces = TraceDirectory.in(data);
        this.wanted = wanted;
    }

    /** Which records are written with these parameters. */
    public static CallRecords.Wanted written(Parameters parameters) {
        var settings = RecordSettings.of(parameters);
        return new CallRecords.Wanted(settings.details(), settings.diagnostics());
    }

    @Override
    public boolean writesRecords() {
        return wanted.get().parts();
    }

    @Override
    public boolean writesMeasurements() {
        return wanted.get().quality();
    }

    @Override
    public Page find(CallSearch search, Optional<String> from, int most) throws IOException {
        var calls = new ArrayList<RecordedCall>();
        var reading = details(search, from.flatMap(Position::read), most);
        reading.read((_, record) -> calls.add(record.call()));
        return new Page(calls, reading.next.map(Position::text));
    }

    @Override
    public Measured measured(CallSearch search, Optional<String> from, int most) throws IOException {
        var legs = new ArrayList<MeasuredLeg>();
        var reading = new Reading<>(
                new Records<>(
                        file -> !file.isDetails(), (names, line) -> MeasuredLine.read(names, line), search::wants),
                search,
                from.flatMap(Position::read),
                most);
        reading.read((_, leg) -> legs.add(leg));
        return new Measured(legs, reading.next.map(Position::text));
    }

    private Reading<RecordLine> details(CallSearch search, Optional<Position> from, int most) {
        return new Reading<>(
                new Records<>(Named::isDetails, RecordLine::read, record -> search.wants(record.call())),
                search,
                from,
                most);
    }

    @Override
    public List<TracedCall> traced(TraceSearch search, int most) throws IOException {
        return traces.find(search::wants, most);
    }

    @Override
    public List<SdlSignal> signals(String id) throws IOException {
        return traces.signals(call -> call.id().equals(id));
    }

    /** The signals kept of the newest call with this number. */
    public List<SdlSignal> newest(int call) throws IOException {
        return traces.signals(kept -> kept.call() == call);
    }

    @Override
    public void write(CallSearch search, OutputStream out) throws IOException {
        var header = DetailColumns.ALL.stream()
                .map(column -> Csv.quoted(column.name()))
                .collect(Collectors.joining(",", "", "\n"));
        out.write(header.getBytes(StandardCharsets.UTF_8));
        var written = 0;
        Optional<Position> from = Optional.empty();
        do {
            var reading = details(search, from, MOST_IN_FILE - written);
            reading.read((line, _) -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
            written += reading.found;
            from = reading.next;
        } while (from.isPresent() && written < MOST_IN_FILE);
    }

    /**
     * A place between two records.
     *
     * @param file the file's name
     * @param line the number of the last record that was seen, from the file's end backwards the next comes first
     */
    private record Position(String file, int line) {
        private static final int MOST_DIGITS = 9;

        static Optional<Position> read(String text) {
            var colon = text.lastIndexOf(':');
            var number = text.substring(colon + 1);
            return colon > 0 && number.matches("\\d{1," + MOST_DIGITS + "}")
                    ? Optional.of(new Position(text.substring(0, colon), Integer.parseInt(number)))
                    : Optional.empty();
        }

        String text() {
            return file + ":" + line;
        }
    }

    /** Takes a record that was found. */
    @FunctionalInterface
    private interface Taker<R> {
        void take(String line, R record) throws IOException;
    }

    /**
     * A kind of records.
     *
     * @param files those that hold them
     * @param parse makes one of a line, by the names of its columns
     * @param wants whether one is looked for
     */
    private record Records<R>(
            Predicate<Named> files, BiFunction<List<String>, String, Optional<R>> parse, Predicate<R> wants) {}

    private final class Reading<R> {
        private final Records<R> records;
        private final CallSearch search;
        private final Optional<Position> from;
        private final int most;
        private int found;
        private int lookedAt;
        private Optional<Position> next = Optional.empty();

        Reading(Records<R> records, CallSearch search, Optional<Position> from, int most) {
            this.records = records;
            this.search = search;
            this.from = from;
            this.most = most;
        }

        void read(Taker<R> taker) throws IOException {
            var start = from.flatMap(position -> RecordNames.read(Path.of(position.file())));
            for (var day : directory.days()) {
                for (var file : RecordDirectory.files(day)) {
                    var afterStart = start.filter(begin -> Named.NEWEST_FIRST.compare(begin, file) > 0);
                    if (records.files().test(file) && afterStart.isEmpty() && mayHold(file) && read(file, taker)) {
                        return;
                    }
                }
            }
        }

        /** A file of a minute holds calls that ended in that minute, or before while the disk was full. */
        private boolean mayHold(Named file) {
            return search.before()
                            .filter(end -> file.begun().minus(LONGEST_WAIT).isAfter(end))
                            .isEmpty()
                    && search.after()
                            .filter(begin -> file.begun().plusSeconds(60).isBefore(begin))
                            .isEmpty();
        }

        /** Whether the page ends in this file. */
        private boolean read(Named file, Taker<R> taker) throws IOException {
            var lines = lines(file.path());
            if (lines.isEmpty()) {
                return false;
            }
            var names = Csv.values(lines.getFirst());
            var name = file.path().getFileName().toString();
            var begin = from.filter(position -> position.file().equals(name))
                    .map(position -> Math.min(position.line(), lines.size()))
                    .orElse(lines.size());
            for (var i = begin - 1; i >= 2; i--) {
                if (found >= most || lookedAt >= MOST_LOOKED_AT) {
                    next = Optional.of(new Position(name, i + 1));
                    return true;
                }
                take(names, lines.get(i), taker);
            }
            return false;
        }

        private void take(List<String> names, String line, Taker<R> taker) throws IOException {
            lookedAt++;
            if (!line.contains(search.number())) {
                return;
            }
            var record = records.parse().apply(names, line);
            if (record.filter(records.wants()).isPresent()) {
                found++;
                taker.take(line, record.get());
            }
        }
    }

    /** The lines of a file that may just be getting its name, or be deleted. */
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) {
            try {
                return whole(Files.readString(file.resolveSibling(file.getFileName() + RecordFile.UNFINISHED)));
            } catch (NoSuchFileException _) {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            }
        }
    }

    /** Without a line that is being written. */
    private static List<String> whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
