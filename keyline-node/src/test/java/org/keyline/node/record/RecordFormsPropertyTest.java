package org.keyline.node.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.web.record.TracedCall;

/** Files that somebody changed, or that were damaged, are read without harm. */
class RecordFormsPropertyTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");

    @Property(tries = 1_000)
    void any_line_of_a_trace_is_read_or_left_out(@ForAll("lines") String text) {
        assertThat(TraceText.signal(text, BEGAN)).isNotNull();
        TraceText.head(text).ifPresent(head -> assertThat(head.id()).isNotEmpty());
    }

    @Property(tries = 1_000)
    void any_line_of_a_record_is_read_or_left_out(@ForAll("lines") String text) {
        assertThat(Csv.values(text)).isNotEmpty();
        var names = List.of("globalCallID_callId", "dateTimeOrigination", "duration", "callingPartyNumber");
        assertThat(RecordLine.read(names, text)).isNotNull();
    }

    @Property(tries = 300)
    void what_is_written_of_a_call_is_read_back(
            @ForAll String from, @ForAll String name, @ForAll String value, @ForAll int leg) {
        var signal = new SdlSignal(0, List.of(leg, 1), from, "to", name, Map::of, "State");
        var line = TraceText.signal(signal, BEGAN.plusNanos(5_000), Map.of("field", value));

        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        var read = TraceText.signal(line.substring(0, line.length() - 1), BEGAN).orElseThrow();
        assertThat(read.from()).isEqualTo(from);
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.callReferences()).containsExactly(leg, 1);
        assertThat(read.atNanos()).isEqualTo(5_000);
        assertThat(read.fields().get()).containsExactly(Map.entry("field", value));
    }

    @Property(tries = 300)
    void a_text_in_a_record_is_read_back_but_for_control_signs(@ForAll String text) {
        var plain = text.replaceAll("\\p{Cntrl}", " ");
        assertThat(Csv.values("1," + Csv.quoted(text) + ",2")).containsExactly("1", plain, "2");
    }

    @Property(tries = 100)
    void a_head_is_read_back(@ForAll int call, @ForAll List<@StringLength(min = 1) @NumericChars String> numbers) {
        var head = new TracedCall(call, BEGAN, BEGAN.plusSeconds(1), numbers, List.of("SEP001122334455"));
        assertThat(TraceText.head(TraceText.head(head).strip())).contains(head);
    }

    /** Anything, and what looks like a line of ours. */
    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings().withChars("#|,\\\"=-:TZ0123456789pn").ofMaxLength(120),
                Arbitraries.of(
                        "#|1|2026-11-22T10:00:00Z|+1000000000-12-31T23:59:59Z|2001|SEP1", "99,1,-9999999999999999,x"));
    }
}
