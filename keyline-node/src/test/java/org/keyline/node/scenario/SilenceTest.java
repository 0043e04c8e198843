package org.keyline.node.scenario;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.serviceability.alarm.AlarmCatalogue;

/** A phone whose cable is cut: its connection never closes, it only says nothing any more. */
class SilenceTest {
    private static final Duration TWO_KEEPALIVES_AND_SOME = Duration.ofSeconds(60);

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("callmanager: {keepAliveInterval: 15}\n")
            .with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @Test
    void a_phone_that_falls_silent_in_a_call_is_taken_for_gone_and_the_other_is_told() {
        var alice = SITE.owns(
                        SITE.phone("alice").patience(TWO_KEEPALIVES_AND_SOME).build())
                .boots();
        var bob = SITE.owns(SITE.phone("bob").misbehaving(Misbehaviour.SILENCE).build())
                .boots();
        alice.dials("2002");
        bob.rings().answers().hears(alice);
        alice.hears(bob);

        alice.isIdle().isRegistered();

        SITE.raises(AlarmCatalogue.DEVICE_UNREGISTERED, Map.of("device", bob.deviceName()));
        alice.dials("2002").hearsReorder().hangsUp().isIdle();
    }
}
