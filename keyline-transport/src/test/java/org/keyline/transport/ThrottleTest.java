package org.keyline.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void one_passes_and_the_next_is_held_back() {
        var throttle = new Throttle(LONG);

        assertThat(throttle.pass()).hasValue(0);
        assertThat(throttle.pass()).isEmpty();
        assertThat(throttle.pass()).isEmpty();
    }

    @Test
    void as_many_as_may_come_at_once_pass_together() {
        var throttle = new Throttle(LONG, 3);

        assertThat(throttle.pass()).hasValue(0);
        assertThat(throttle.pass()).hasValue(0);
        assertThat(throttle.pass()).hasValue(0);
        assertThat(throttle.pass()).isEmpty();
    }

    @Test
    void the_next_that_passes_tells_how_many_were_held_back() {
        var throttle = new Throttle(Duration.ofMillis(20));
        assertThat(throttle.pass()).hasValue(0);

        var heldBack = 0;
        var passed = throttle.pass();
        while (passed.isEmpty()) {
            heldBack++;
            passed = throttle.pass();
        }

        assertThat(passed).hasValue(heldBack);
    }
}
