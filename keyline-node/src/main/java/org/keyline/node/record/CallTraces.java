package org.keyline.node.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keyline.serviceability.trace.Discretion;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.web.record.TracedCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the signals of calls that are over, a little after they ended, so that what phones still say of them is there
 * too. What the disk does not take, and what comes faster than {@value #MOST_A_SECOND} calls a second, is left out: a
 * trace is a help, no record. Used by one thread.
 */
final class CallTraces {
    private static final Logger LOG = LoggerFactory.getLogger(CallTraces.class);
    private static final int MOST_A_SECOND = 50;
    private static final int MOST_WAITING = 4 * MOST_A_SECOND;
    private static final long SEGMENT_BYTES = 1L << 20;
    private static final Duration AFTERGLOW = Duration.ofSeconds(1);
    private static final Pattern NUMBER = Pattern.compile("(?:number|dialled)=([0-9A-D*#+]{1,50})\\b");

    private final TraceDirectory directory;
    private final Signals signals;
    private final Clock clock;
    private final ArrayDeque<Over> waiting = new ArrayDeque<>();
    private Instant kept = Instant.EPOCH;
    private long leftOut;

    /** Finds the signals of calls by their numbers. */
    @FunctionalInterface
    interface Signals extends Function<Collection<Integer>, Map<Integer, List<SdlSignal>>> {}

    private record Over(int call, Instant began, Instant ended) {}

    CallTraces(TraceDirectory directory, Signals signals, Clock clock) {
        this.directory = directory;
        this.signals = signals;
        this.clock = clock;
    }

    /** A call is over. */
    void over(int call, Instant began, Instant ended) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Over(call, began, ended));
        } else {
            leftOut++;
        }
    }

    /** Writes what is due, at most once a second. */
    void keep(Instant now) {
        if (now.isBefore(kept.plus(AFTERGLOW))) {
            return;
        }
        kept = now;
        write(due(now.minus(AFTERGLOW)));
    }

    /** Writes what is left. */
    void keepAll() {
        while (!waiting.isEmpty()) {
            write(due(Instant.MAX));
        }
    }

    private List<Over> due(Instant endedBefore) {
        var due = new ArrayList<Over>();
        while (!waiting.isEmpty()
                && due.size() < MOST_A_SECOND
                && !waiting.getFirst().ended().isAfter(endedBefore)) {
            due.add(waiting.removeFirst());
        }
        return due;
    }

    private void write(List<Over> due) {
        if (due.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var nanos = System.nanoTime();
        var found = signals.apply(due.stream().map(Over::call).toList());
        for (var call : due) {
            var of = found.getOrDefault(call.call(), List.of());
            if (!of.isEmpty()) {
                write(text(call, of, signal -> now.minusNanos(nanos - signal.atNanos())));
            }
        }
        if (leftOut > 0) {
            LOG.atInfo().addKeyValue("calls", leftOut).log("Calls came too fast to keep the signals of all");
            leftOut = 0;
        }
    }

    private static String text(Over call, List<SdlSignal> of, Function<SdlSignal, Instant> when) {
        var lines = new StringBuilder();
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> devices = new TreeSet<>();
        var discretion = new Discretion();
        for (var signal : of) {
            var fields = discretion.fields(signal);
            for (var party : List.of(signal.from(), signal.to())) {
                if (!party.contains(" ") && !party.equals("timer")) {
                    devices.add(party);
                }
            }
            fields.forEach((name, value) ->
                    NUMBER.matcher(name + "=" + value).results().forEach(match -> numbers.add(match.group(1))));
            lines.append(TraceText.signal(signal, when.apply(signal), fields));
        }
        var head = new TracedCall(call.call(), call.began(), call.ended(), List.copyOf(numbers), List.copyOf(devices));
        return TraceText.head(head) + lines;
    }

    private void write(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var segment = directory.segment(SEGMENT_BYTES - bytes.length);
            append(segment, bytes);
        } catch (IOException full) {
            LOG.atWarn().addKeyValue("reason", full.getMessage()).log("The signals of a call cannot be kept");
        }
    }

    /** A call that fits only in part is taken back. */
    private static void append(Path segment, byte[] bytes) throws IOException {
        if (!Files.exists(segment)) {
            Files.createFile(
                    segment, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var before = Files.size(segment);
        try {
            Files.write(segment, bytes, StandardOpenOption.APPEND);
        } catch (IOException full) {
            try (var channel = Files.newByteChannel(segment, StandardOpenOption.WRITE)) {
                channel.truncate(before);
            }
            throw full;
        }
    }

    /**
     * Deletes what is older than {@code keep}, and the oldest of the rest until it takes no more than {@code most}
     * bytes.
     */
    void purge(Instant now, Duration keep, long most) throws IOException {
        directory.purge(now.minus(keep), most);
    }
}
