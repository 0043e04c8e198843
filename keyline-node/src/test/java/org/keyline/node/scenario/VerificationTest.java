package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.capf.CapfOutcome;
import org.keyline.lab.phone.BootStep;
import org.keyline.node.NodeDirectory;
import org.keyline.node.NodeSettings;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;

/** A node's signer is renewed: who knows trust verification goes on, who does not waits for the administrator. */
class VerificationTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002").model("6911"),
                    Desk.of("carol", "2003").model("7960"),
                    Desk.of("dora", "2004").model("7960").with("authenticationMode: BY_NULL_STRING"));

    private static String outcomes(LabPhone phone) {
        return phone.phone().bootSteps().stream().map(BootStep::toString).collect(Collectors.joining("\n"));
    }

    private static void renewSigner(NodeSettings settings) throws Exception {
        var node = new NodeIdentity(settings.name(), List.of(settings.bind()), "Keyline");
        NodeCertificates.openOrCreate(new NodeDirectory(settings.data()).certificates(), node)
                .renew(CertificatePurpose.CALLMANAGER, node);
    }

    @Test
    void a_renewed_signer_is_accepted_by_phones_that_ask_and_by_the_others_once_a_token_signs_for_it()
            throws Exception {
        var phones = SITE.boot("alice", "bob", "carol");
        assertThat(outcomes(phones.getFirst())).doesNotContain("TVS");
        var bobsList = phones.get(1).flash().itl();
        phones.forEach(LabPhone::losesPower);

        SITE.restarts(VerificationTest::renewSigner);

        var alice = phones.getFirst().boots();
        assertThat(outcomes(alice))
                .contains("TVS: vouches for", "ITL: REPLACED")
                .doesNotContain("File Auth Failed");
        assertThat(alice.phone().cipherSuite())
                .as("the new certificate in TLS too")
                .contains("AES");

        var bob = phones.get(1);
        bob.powersOn().isLost();
        assertThat(outcomes(bob)).contains("ITL: REJECTED_UNKNOWN_SIGNER").contains("File Auth Failed");
        assertThat(bob.flash().itl()).as("the old list stays").isEqualTo(bobsList);
        var carol = phones.get(2);
        carol.boots();
        assertThat(carol.flash().status()).as("it goes on with what it had").contains("File Auth Failed");
        assertThat(outcomes(carol)).doesNotContain("TVS").contains("File Auth Failed");

        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        assertThat(bob.losesPower().boots().isRegistered().flash().ctl()).isPresent();
        carol.losesPower().boots().isRegistered();
        alice.losesPower().boots();
        alice.dials("2003");
        carol.rings().answers().hears(alice);
    }

    @Test
    @Spec({"CAPF-024", "CAPF-041", "CAPF-086", "CAPF-090", "CTL9-48"})
    void a_phone_does_not_talk_to_a_new_capf_certificate_until_the_trust_list_names_it() throws Exception {
        var dora = SITE.boots("dora");
        dora.losesPower();
        SITE.restarts(settings ->
                Files.delete(new NodeDirectory(settings.data()).certificates().resolve("CAPF.cer")));
        SITE.sets("dora", "certificateOperation: INSTALL_UPGRADE");

        dora.boots().awaits("to have tried", _ -> dora.phone().enrolment().isPresent());
        assertThat(dora.phone().enrolment().orElseThrow()).isInstanceOf(CapfOutcome.NotTrusted.class);
        assertThat(dora.flash().lsc()).isEmpty();
        assertThat(SITE.configured("dora", "operationStatus")).isEqualTo("Install/Upgrade pending");

        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        dora.losesPower().boots().hasLsc();
        Await.until(
                "the operation's success",
                () -> SITE.configured("dora", "operationStatus"),
                () -> SITE.configured("dora", "operationStatus").equals("Install/Upgrade successful"));
    }
}
