package org.keyline.serviceability.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class WaitingPhonesTest {
    private final WaitingPhones waiting = new WaitingPhones(Clock.systemUTC());

    @Test
    void a_phone_that_knocks_twice_waits_once_and_keeps_its_type() {
        waiting.knocked("SEP001122334455", "192.0.2.1", "SCCP", 404);
        waiting.knocked("SEP001122334455", "192.0.2.1", "TFTP", 0);

        var phone = waiting.list().getFirst();
        assertThat(waiting.list()).hasSize(1);
        assertThat(phone.deviceType()).isEqualTo(404);
        assertThat(phone.knocks()).isEqualTo(2);
    }

    @Test
    void the_newest_comes_first_and_the_list_is_bounded() {
        for (int i = 0; i < 1_500; i++) {
            waiting.knocked("SEP%012d".formatted(i), "192.0.2.1", "TFTP", 0);
        }

        assertThat(waiting.list()).hasSize(1_000);
        assertThat(waiting.list().getFirst().device()).isEqualTo("SEP000000001499");
    }

    @Test
    void an_adopted_phone_waits_no_more() {
        waiting.knocked("SEP001122334455", "192.0.2.1", "TFTP", 0);

        waiting.forget("SEP001122334455");

        assertThat(waiting.list()).isEmpty();
    }
}
