package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;

/** Who dials a number that nobody has hears the three rising tones, encrypted where the phone is, and then reorder. */
class AnnouncementTest {
    private static final int HIGHEST_OF_THREE = 1800;

    @RegisterExtension
    static final Site SITE = Site.mixed().and("""
                    mediaStreaming:
                      announcements: true
                    """).with(Desk.encrypted("alice", "2001"), Desk.of("bob", "2002"));

    private static void hearsThreeTones(LabPhone phone) {
        for (int frequency : new int[] {950, 1400, HIGHEST_OF_THREE}) {
            phone.awaits(
                    "to hear " + frequency + " Hz", _ -> phone.heard().now().isTone(frequency));
        }
    }

    @Test
    void a_number_nobody_has_is_announced_before_reorder() {
        var bob = SITE.boots("bob");
        bob.dialsEnBloc("2999");
        hearsThreeTones(bob);
        assertThat(bob.heard().encrypted()).isFalse();
        bob.isMute().hearsReorder().hearsNothing().hangsUp().isIdle();
    }

    @Test
    void it_is_encrypted_for_a_phone_that_is() {
        var alice = SITE.boots("alice");
        alice.dialsEnBloc("2999");
        hearsThreeTones(alice);
        assertThat(alice.heard().encrypted()).isTrue();
        assertThat(alice.heard().refused()).isZero();
        alice.hangsUp().isIdle();
    }
}
