package org.keyline.serviceability.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceRingTest {
    private final TraceRing ring = new TraceRing(64);
    private long now;

    @Test
    void a_call_is_found_by_any_of_its_legs() {
        signal("SEPA", "call", "OffHook", 1);
        signal("call", "call", "Offer", 1, 2);
        signal("call", "SEPB", "Ring", 2);
        signal("SEPC", "call", "OffHook", 3);

        assertThat(ring.call(2)).extracting(SdlSignal::name).containsExactly("OffHook", "Offer", "Ring");
        assertThat(ring.call(1)).isEqualTo(ring.call(2));
        assertThat(ring.call(3)).hasSize(1);
    }

    @Test
    void keepalives_push_no_call_out() {
        signal("SEPA", "call", "OffHook", 1);
        for (int i = 0; i < 1_000; i++) {
            signal("SEPB", "server", "KeepAlive");
        }

        assertThat(ring.call(1)).hasSize(1);
        assertThat(ring.device("SEPB")).hasSizeLessThan(64);
    }

    @Test
    void the_oldest_signals_of_calls_give_way() {
        for (int i = 0; i < 100; i++) {
            signal("SEPA", "call", "Digit", i + 1);
        }

        assertThat(ring.call(1)).isEmpty();
        assertThat(ring.call(100)).hasSize(1);
    }

    private void signal(String from, String to, String name, Integer... calls) {
        ring.record(new SdlSignal(now++, List.of(calls), from, to, name, Map::of, ""));
    }
}
