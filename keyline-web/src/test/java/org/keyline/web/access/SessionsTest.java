package org.keyline.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How long somebody stays signed in. */
class SessionsTest {
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");
    private final Sessions sessions = new Sessions(new Watch());

    @Test
    void a_session_lasts_while_it_is_used() {
        var token = sessions.open("alice");
        for (var page = 0; page < 5; page++) {
            pass(Duration.ofMinutes(29));
            assertThat(sessions.use(token)).map(Session::account).contains("alice");
        }
    }

    @Test
    void a_session_ends_after_thirty_idle_minutes_for_good() {
        var token = sessions.open("alice");
        pass(Sessions.IDLE.plusSeconds(1));
        assertThat(sessions.use(token)).isEmpty();
        assertThat(sessions.use(token)).isEmpty();
    }

    @Test
    void signing_out_ends_a_session_and_no_other() {
        var mine = sessions.open("alice");
        var elsewhere = sessions.open("alice");
        sessions.close(mine);
        assertThat(sessions.use(mine)).isEmpty();
        assertThat(sessions.use(elsewhere)).isPresent();
    }

    @Test
    void the_longest_unused_of_too_many_sessions_gives_way() {
        var first = sessions.open("alice");
        var second = sessions.open("bob");
        sessions.use(first);
        for (var more = 0; more < 999; more++) {
            sessions.open("carol");
        }
        assertThat(sessions.use(second)).isEmpty();
        assertThat(sessions.use(first)).isPresent();
    }

    @Test
    void a_value_nobody_was_given_is_nobodys_and_a_session_shows_no_secret() {
        assertThat(sessions.use("made up")).isEmpty();
        var session = sessions.use(sessions.open("alice")).orElseThrow();
        assertThat(session).asString().doesNotContain(session.formToken());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** The clock of this test. */
    private final class Watch extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
