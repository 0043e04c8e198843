package org.keyline.node.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waiting people, with the shortest times there are. */
class TimeOutTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("callmanager: {t302: 3000, offHookToFirstDigit: 3000, noAnswer: 5}\n")
            .with(Desk.of("alice", "2001"), Desk.of("frank", "71"), Desk.of("grace", "7100"));

    @Test
    void a_number_that_might_go_on_is_called_when_no_digit_follows() {
        var alice = SITE.boots("alice");
        var frank = SITE.boots("frank");
        alice.dials("71").hearsNoTone();
        frank.rings().answers().hears(alice);
        frank.hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_number_that_might_go_on_is_called_at_once_with_a_hash_or_all_its_digits() {
        var alice = SITE.boots("alice");
        var frank = SITE.boots("frank");
        var grace = SITE.boots("grace");
        alice.dials("71#");
        frank.rings();
        alice.hangsUp().isIdle();
        frank.isIdle();
        alice.dials("7100");
        grace.rings();
        alice.hangsUp().isIdle();
        grace.isIdle();
    }

    @Test
    void a_handset_that_is_lifted_for_nothing_hears_reorder() {
        SITE.boots("alice")
                .liftsHandset()
                .hearsDialTone()
                .hearsReorder()
                .hangsUp()
                .isIdle();
    }

    @Test
    void a_call_that_nobody_answers_ends() {
        var alice = SITE.boots("alice");
        var frank = SITE.boots("frank");
        alice.dialsEnBloc("71");
        frank.rings();
        alice.hearsReorder();
        frank.isIdle();
        alice.hangsUp().isIdle();
    }
}
