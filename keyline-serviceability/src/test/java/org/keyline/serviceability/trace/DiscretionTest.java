package org.keyline.serviceability.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscretionTest {
    private static final int CALL = 11;
    private final Discretion discretion = new Discretion();

    private Map<String, String> seen(String to, String name, String state, Map<String, String> fields) {
        return discretion.fields(new SdlSignal(0, List.of(CALL), "SEPA", to, name, () -> fields, state));
    }

    @Test
    void a_code_is_hidden_however_it_is_entered_and_the_number_before_it_is_not() {
        assertThat(seen("call 11", "Digit", "EnteringCode", Map.of("key", "8"))).containsEntry("key", "8");

        assertThat(seen("CallManager", "KeypadButton", "REGISTERED", Map.of("button", "1")))
                .containsEntry("button", "*");
        assertThat(seen("call 11", "Digit", "EnteringCode", Map.of("key", "1"))).containsEntry("key", "*");
        assertThat(seen("CallManager", "EnblocCall", "REGISTERED", Map.of("calledParty", "123")))
                .containsEntry("calledParty", "*");
        assertThat(seen("call 11", "DialNumber", "Offering", Map.of("digits", "123")))
                .containsEntry("digits", "*");

        assertThat(seen("call 11", "DialNumber", "Offering", Map.of("digits", "2002")))
                .containsEntry("digits", "2002");
    }

    @Test
    void what_is_pressed_while_people_talk_is_hidden() {
        assertThat(seen("call 11", "Digit", "Offering", Map.of("key", "2"))).containsEntry("key", "2");
        seen("call 11", "Answer", "Talking", Map.of());
        assertThat(seen("call 11", "Digit", "Talking", Map.of("key", "2"))).containsEntry("key", "*");
    }
}
