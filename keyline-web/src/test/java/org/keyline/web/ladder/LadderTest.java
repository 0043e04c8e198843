package org.keyline.web.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyline.serviceability.trace.SdlSignal;

class LadderTest {
    private final List<SdlSignal> signals = new ArrayList<>();

    @Test
    void the_phones_stand_outside_and_the_server_between_them() {
        signal("SEPA", "CallManager", "OffHook");
        signal("CallManager", "SEPB", "CallState");
        signal("SEPB", "CallManager", "OffHook");

        var ladder = Ladder.of(signals);

        assertThat(ladder.rails()).containsExactly("SEPA", "CallManager", "SEPB");
        assertThat(ladder.rungs()).extracting(Ladder.Rung::millis).containsExactly("0.0", "1.5", "3.0");
    }

    @Test
    void as_text_it_has_a_line_for_each_signal() {
        signal("SEPA", "CallManager", "OffHook");
        signal("CallManager", "SEPA", "StartTone");

        assertThat(LadderText.of(Ladder.of(signals))).isEqualTo("""
                      0.0  SEPA        -> CallManager  OffHook line=1
                      1.5  CallManager -> SEPA         StartTone line=1
                """);
    }

    @Test
    void a_call_whose_signals_are_gone_is_an_empty_ladder() {
        assertThat(Ladder.of(List.of()).rungs()).isEmpty();
    }

    private void signal(String from, String to, String name) {
        signals.add(
                new SdlSignal(signals.size() * 1_500_000L, List.of(1), from, to, name, () -> Map.of("line", "1"), ""));
    }
}
