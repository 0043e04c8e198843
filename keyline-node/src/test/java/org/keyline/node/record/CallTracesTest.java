package org.keyline.node.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.web.record.TraceSearch;
import org.keyline.web.record.TracedCall;

/** The signals of calls that are over. */
class CallTracesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path data;

    private final TraceRing ring = new TraceRing(1 << 10);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    private CallTraces traces() {
        return new CallTraces(TraceDirectory.in(data), ring::calls, clock);
    }

    private void says(String from, String to, String name, String state, Map<String, String> fields, Integer... legs) {
        ring.record(new SdlSignal(System.nanoTime(), List.of(legs), from, to, name, () -> fields, state));
    }

    private void call(int leg, String number) {
        says("SEPA", "call " + leg, "Originate", "Dialling", Map.of("caller", "Party[number=" + number + "]"), leg);
        says("call " + leg, "SEPB", "Offered", "", Map.of("parties", "Party[number=2002, name=B|b\\]"), leg, leg + 1);
        says("SEPB", "call " + leg, "Answer", "Talking", Map.of(), leg, leg + 1);
        says("SEPB", "call " + leg, "KeypadButton", "", Map.of("button", "7", "callReference", "x"), leg + 1);
    }

    private List<TracedCall> found(TraceSearch search) throws IOException {
        return TraceDirectory.in(data).find(search::wants, 100);
    }

    private static TraceSearch search(String number, String device, Optional<Integer> call) {
        return new TraceSearch(number, device, call, Optional.empty(), Optional.empty());
    }

    @Test
    void a_call_that_is_over_is_found_by_number_device_id_and_time() throws Exception {
        call(11, "2001");
        call(21, "2003");
        var traces = traces();
        traces.over(11, NOW.minusSeconds(60), NOW.minusSeconds(30));
        traces.over(21, NOW.minusSeconds(20), NOW.minusSeconds(10));
        traces.keep(NOW);

        assertThat(found(search("2002", "", Optional.empty())))
                .extracting(TracedCall::call)
                .containsExactly(21, 11);
        assertThat(found(search("2001", "sepb", Optional.empty())))
                .singleElement()
                .isEqualTo(new TracedCall(
                        11,
                        NOW.minusSeconds(60),
                        NOW.minusSeconds(30),
                        List.of("2001", "2002"),
                        List.of("SEPA", "SEPB")));
        assertThat(found(search("", "", Optional.of(21)))).hasSize(1);
        assertThat(found(search("", "SEPC", Optional.empty()))).isEmpty();
        var late = new TraceSearch("", "", Optional.empty(), Optional.of(NOW.minusSeconds(15)), Optional.empty());
        assertThat(found(late)).extracting(TracedCall::call).containsExactly(21);
        var early = new TraceSearch("", "", Optional.empty(), Optional.empty(), Optional.of(NOW.minusSeconds(40)));
        assertThat(found(early)).extracting(TracedCall::call).containsExactly(11);
    }

    @Test
    void its_signals_come_back_as_they_were_but_for_keys_pressed_while_people_talk() throws Exception {
        says("SEPA", "call 11", "KeypadButton", "", Map.of("button", "2"), 11);
        call(11, "2001");
        var before = ring.call(11);
        var traces = traces();
        traces.over(11, NOW.minusSeconds(60), NOW.minusSeconds(30));
        traces.keepAll();

        var signals = TraceDirectory.in(data).signals(head -> head.call() == 11);

        assertThat(signals).hasSameSizeAs(before);
        for (var i = 0; i < signals.size(); i++) {
            assertThat(signals.get(i).name()).isEqualTo(before.get(i).name());
            assertThat(signals.get(i).from()).isEqualTo(before.get(i).from());
            assertThat(signals.get(i).state()).isEqualTo(before.get(i).state());
            assertThat(signals.get(i).callReferences()).isEqualTo(before.get(i).callReferences());
        }
        assertThat(signals.get(0).fields().get()).containsEntry("button", "2");
        assertThat(signals.get(2).fields().get()).containsEntry("parties", "Party[number=2002, name=B|b\\]");
        assertThat(signals.getLast().fields().get())
                .containsEntry("button", "*")
                .containsEntry("callReference", "x");
        assertThat(signals.getLast().atNanos() - signals.getFirst().atNanos())
                .isEqualTo(before.getLast().atNanos() - before.getFirst().atNanos());
    }

    @Test
    void a_call_waits_a_moment_for_what_phones_still_say() throws Exception {
        call(11, "2001");
        var traces = traces();
        traces.over(11, NOW.minusSeconds(60), NOW);
        traces.keep(NOW);
        assertThat(found(search("", "", Optional.empty()))).isEmpty();

        traces.keep(NOW.plusSeconds(2));
        assertThat(found(search("", "", Optional.empty()))).hasSize(1);
    }

    @Test
    void files_are_the_owners_and_the_oldest_go_first() throws Exception {
        var traces = traces();
        for (var i = 0; i < 200; i++) {
            says("SEPA", "call", "Originate", "Dialling", Map.of("text", "x".repeat(20_000)), 1_000 + i);
            traces.over(1_000 + i, NOW.minusSeconds(60), NOW.minusSeconds(30 - i / 10));
            traces.keepAll();
        }
        var directory = data.resolve("trace").resolve("calls");
        try (var files = Files.list(directory)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"))
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20));
        }

        traces.purge(NOW, Duration.ofDays(36_500), 2 << 20);
        var left = found(search("", "", Optional.empty()));
        assertThat(left).isNotEmpty().hasSizeLessThan(120);
        assertThat(left.getFirst().call()).isEqualTo(1_199);
        traces.purge(Instant.now().plus(Duration.ofDays(8)), Duration.ofDays(7), 1 << 30);
        assertThat(found(search("", "", Optional.empty()))).isEmpty();
    }

    @Test
    void a_damaged_file_hides_only_what_is_damaged() throws Exception {
        call(11, "2001");
        var traces = traces();
        traces.over(11, NOW.minusSeconds(60), NOW.minusSeconds(30));
        traces.keepAll();
        var directory = data.resolve("trace").resolve("calls");
        Files.writeString(directory.resolve("calls-000000009.txt"), "#|no|call\nnonsense|\n\n#|1|2|3|4|5\n");

        assertThat(found(search("", "", Optional.empty()))).hasSize(1);
        assertThat(TraceDirectory.in(data).signals(head -> head.call() == 12)).isEmpty();
    }
}
