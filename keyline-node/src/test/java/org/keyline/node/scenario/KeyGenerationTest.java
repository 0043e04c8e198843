package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.capf.CapfManners;
import org.keyline.spec.Spec;

/** A phone takes its time to make a key, and its user has calls to make. */
class KeyGenerationTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.of("alice", "2001")
                            .with("certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING"),
                    Desk.of("bob", "2002"));

    @Test
    @Spec({"CAPF-016", "CAPF-017"})
    void a_phone_is_used_as_ever_while_it_makes_its_key_and_has_its_certificate_afterwards() {
        var callsAreOver = new CompletableFuture<Void>();
        var bob = SITE.boots("bob");
        var alice = SITE.owns(SITE.phone("alice")
                .capf(CapfManners.USUAL.thinking(callsAreOver::join))
                .build());
        alice.boots().awaits("to make its key", _ -> alice.flash().status().contains("LSC: key generation"));

        alice.dials("2002");
        bob.rings().answers();
        alice.hears(bob);
        bob.hears(alice).hangsUp();
        alice.hangsUp().isIdle();
        bob.dials("2001");
        alice.rings().answers().hears(bob).hangsUp();
        bob.hangsUp().isIdle();
        assertThat(alice.flash().lsc()).as("the key is still being made").isEmpty();

        callsAreOver.complete(null);
        alice.hasLsc().awaits("to come back with its certificate", _ -> Site.registrations(alice) == 2);
        Await.until(
                "the operation's success",
                () -> SITE.configured("alice", "operationStatus"),
                () -> SITE.configured("alice", "operationStatus").equals("Install/Upgrade successful"));
    }
}
