package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.trust.Role;

/** Phones have no battery behind their clocks: what they show before a server has told the time may be anything. */
class ClockTest {
    /** What a phone shows after years in a cupboard. */
    private static final Instant FACTORY = Instant.parse("2004-01-01T00:00:00Z");

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002"),
                    Desk.encrypted("carol", "2003").model("6961"),
                    Desk.encrypted("dora", "2004").model("6961"));

    private static void showsTheTime(LabPhone phone) {
        assertThat(phone.phone().settings().clock().instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void years_behind_a_phone_takes_its_lists_enrols_registers_calls_and_is_told_the_time() {
        var alice = SITE.owns(SITE.phone("alice").clock(FACTORY).build());
        assertThat(alice.phone().settings().clock().instant()).isBefore(Instant.parse("2004-01-02T00:00:00Z"));
        var bob = SITE.boots("bob");

        alice.boots().hasEnrolled().hasLsc();

        assertThat(alice.flash().ctl()).isPresent();
        assertThat(alice.flash().itl()).isPresent();
        showsTheTime(alice);
        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice).showsLock();
        alice.hearsEncrypted(bob).showsLock();
    }

    /** A certificate that begins when it is made lies in the future of a clock that is a little slow. */
    @Test
    void a_phone_that_looks_at_dates_may_be_most_of_a_day_slow() throws Exception {
        var slow = Instant.now().minus(Duration.ofHours(23));
        var carol = SITE.owns(SITE.phone("carol").clock(slow).checkingDates().build());

        carol.boots().hasEnrolled().hasLsc();

        showsTheTime(carol);
        carol.flash().lsc().orElseThrow().certificate().checkValidity(java.util.Date.from(slow));
        assertThat(carol.flash().ctl().orElseThrow().records())
                .filteredOn(record -> record.role().signsFiles() || record.role() == Role.CAPF)
                .isNotEmpty();
    }

    /** What the phone above was spared: a server can do nothing for a phone that looks at dates and knows none. */
    @Test
    void a_phone_that_looks_at_dates_and_is_years_behind_believes_nobody() {
        var dora = SITE.owns(SITE.phone("dora").clock(FACTORY).checkingDates().build());

        dora.powersOn().isLost();

        assertThat(dora.flash().lsc()).isEmpty();
        assertThat(SITE.node().registrations().device(Site.device("dora"))).isEmpty();
    }
}
