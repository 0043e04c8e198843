package org.keyline.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInLimitTest {
    private final SignInLimit limit = new SignInLimit(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void a_few_mistakes_cost_nothing_and_more_cost_twice_as_long_each() {
        fail(4);
        assertThat(limit.wait("192.0.2.1")).isZero();

        fail(1);
        assertThat(limit.wait("192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
        fail(2);
        assertThat(limit.wait("192.0.2.1")).isEqualTo(Duration.ofSeconds(4));
        fail(60);
        assertThat(limit.wait("192.0.2.1")).isEqualTo(SignInLimit.LONGEST);
        assertThat(limit.wait("192.0.2.2")).isZero();
    }

    @Test
    void the_right_password_forgives_all() {
        fail(9);

        limit.succeeded("192.0.2.1");

        assertThat(limit.wait("192.0.2.1")).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            limit.failed("192.0.2.1");
        }
    }
}
