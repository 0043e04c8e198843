package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.BootStep;
import org.keyline.spec.Spec;

/** The administrator changes the security mode of the cluster and of phones. */
class SecurityModeTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));

    private static String steps(LabPhone phone) {
        return String.join(
                "\n", phone.phone().bootSteps().stream().map(BootStep::toString).toList());
    }

    private static void talkInTheClear(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller).showsNoIcon();
        caller.hears(called).showsNoIcon().hangsUp().isIdle();
        called.isIdle();
        assertThat(caller.phone().cipherSuite()).isEmpty();
    }

    @Test
    @Spec({
        "CTL3-01", "OV-37", "OV-38", "OV-54", "PH-001", "OV-18", "PH-020", "PH-021", "CTL3-11", "CTL3-12", "CTL3-56",
        "CTL3-57", "CTL3-70", "CTL3-71", "CTL9-49"
    })
    void phones_set_as_encrypted_are_non_secure_until_the_cluster_is_mixed_and_again_when_it_no_longer_is()
            throws Exception {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        assertThat(steps(alice)).doesNotContain(".sgn");
        talkInTheClear(alice, bob);

        SITE.signs(CtlChoice.MIXED_MODE, Security.OURS.first(), Security.OURS.second());
        SITE.resets(alice, "alice", Reset.Kind.RESET);
        SITE.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(steps(alice)).contains(".sgn");
        assertThat(alice.phone().cipherSuite()).contains("AES");
        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice).showsLock();
        alice.hearsEncrypted(bob).showsLock().hangsUp().isIdle();
        bob.isIdle();
        var certificate = alice.flash().lsc();

        SITE.signs(CtlChoice.NON_SECURE_MODE, Security.OURS.second());
        SITE.resets(alice, "alice", Reset.Kind.RESET);
        SITE.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(alice.flash().wantsSignedFiles()).isFalse();
        talkInTheClear(alice, bob);
        assertThat(alice.flash().lsc()).isEqualTo(certificate).isPresent();
        assertThat(SITE.configured("alice", "securityMode")).isEqualTo("ENCRYPTED");
    }
}
