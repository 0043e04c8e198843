package org.keyline.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.model.security.SecurityClass;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.web.record.CallArchive;
import org.keyline.web.record.CallSearch;
import org.keyline.web.record.MeasuredLeg;
import org.keyline.web.record.MeasuredLeg.Traffic;
import org.keyline.web.record.RecordedCall;
import org.keyline.web.record.TraceSearch;
import org.keyline.web.record.TracedCall;

/** Records of two calls: one that was forwarded and encrypted, one to a busy phone. */
final class StagedArchive implements CallArchive {
    private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<RecordedCall> CALLS = List.of(
            new RecordedCall(
                    16_777_217,
                    new RecordedCall.End("2001", "SEP001122334455", 16),
                    "2002",
                    new RecordedCall.End("2003", "SEP665544332211", 0),
                    "2002",
                    15,
                    BEGAN,
                    Optional.of(BEGAN.plusSeconds(5)),
                    BEGAN.plusSeconds(130),
                    125,
                    SecurityClass.ENCRYPTED,
                    "G.722"),
            new RecordedCall(
                    16_777_200,
                    new RecordedCall.End("2003", "SEP665544332211", 0),
                    "2004",
                    new RecordedCall.End("2004", "SEP665544332299", 17),
                    "2004",
                    0,
                    BEGAN.minusSeconds(600),
                    Optional.empty(),
                    BEGAN.minusSeconds(590),
                    0,
                    SecurityClass.NON_SECURE,
                    ""));

    @Override
    public boolean writesRecords() {
        return false;
    }

    @Override
    public Page find(CallSearch search, Optional<String> from, int most) {
        return new Page(
                found(search).skip(from.isPresent() ? 1 : 0).toList(),
                from.isPresent() || !search.equals(CallSearch.EVERYTHING) ? Optional.empty() : Optional.of("one:1"));
    }

    @Override
    public boolean writesMeasurements() {
        return false;
    }

    @Override
    public Measured measured(CallSearch search, Optional<String> from, int most) {
        var leg = new MeasuredLeg(
                16_777_217,
                "2001",
                "SEP001122334455",
                BEGAN.plusSeconds(130),
                125,
                new Traffic(6_250, 1_000_000),
                new Traffic(6_150, 984_000),
                100,
                3,
                12,
                "MLQK=4.5");
        return new Measured(
                Stream.of(leg).filter(search::wants).toList(),
                from.isPresent() || !search.equals(CallSearch.EVERYTHING) ? Optional.empty() : Optional.of("one:1"));
    }

    @Override
    public List<TracedCall> traced(TraceSearch search, int most) {
        return Stream.of(new TracedCall(
                        16_777_217,
                        BEGAN,
                        BEGAN.plusSeconds(130),
                        List.of("2001", "2002", "2003"),
                        List.of("SEP001122334455", "SEP665544332211")))
                .filter(search::wants)
                .toList();
    }

    @Override
    public List<SdlSignal> signals(String id) {
        return id.startsWith("16777217-")
                ? List.of(new SdlSignal(
                        0, List.of(16_777_217), "SEP001122334455", "CallManager", "OffHook", Map::of, "Dialling"))
                : List.of();
    }

    @Override
    public void write(CallSearch search, OutputStream out) throws IOException {
        out.write(("calls\n" + found(search).count() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<RecordedCall> found(CallSearch search) {
        return CALLS.stream().filter(search::wants);
    }
}
