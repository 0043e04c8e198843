package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.ctl.CtlChoice;
import org.keyline.node.NodeDirectory;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.Outcome;

/** CallManager has another certificate than the CTL file says. */
class StaleTrustListTest {
    @RegisterExtension
    static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001").model("7960"));

    @Test
    @Spec("CTL9-47")
    void a_phone_does_not_register_until_the_ctl_file_is_updated() throws Exception {
        SITE.boots("alice").hasLsc().losesPower();
        SITE.restarts(settings -> {
            var node = new NodeIdentity(settings.name(), List.of(settings.bind()), "Keyline");
            var certificates = new NodeDirectory(settings.data()).certificates();
            assertThat(CertificateInventory.open(certificates, node, Clock.systemUTC())
                            .regenerate("CallManager"))
                    .isInstanceOf(Outcome.Done.class);
        });

        var alice = SITE.owns(SITE.phone("alice").build());
        alice.powersOn().isLost();
        assertThat(alice.flash().status()).contains("File Auth Failed");
        assertThat(SITE.node().registrations().devices()).isEmpty();
        alice.losesPower();

        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        alice.boots();
        assertThat(alice.phone().cipherSuite()).contains("AES");
    }
}
