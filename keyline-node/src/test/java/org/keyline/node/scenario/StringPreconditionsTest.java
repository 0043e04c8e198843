package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.capf.CapfAuthentication;
import org.keyline.lab.capf.CapfClient;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.capf.CapfOutcome;
import org.keyline.spec.Spec;

/** What must be there before an authentication string that a user types does any good. */
class StringPreconditionsTest {
    private static final String STRING = "135790";

    @RegisterExtension
    static final Site SITE = Site.nonSecure().with(Desk.of("alice", "2001").model("7960"));

    private static void ordersCertificate() {
        SITE.sets(
                "alice",
                "certificateOperation: INSTALL_UPGRADE",
                "authenticationMode: BY_AUTHENTICATION_STRING",
                "authenticationString: \"" + STRING + "\"");
    }

    private static LabPhone restarted(LabPhone phone) {
        return phone.losesPower().boots();
    }

    private static CapfOutcome types(LabPhone phone, String digits) {
        phone.entersAuthenticationString(digits);
        return phone.phone().enrolment().orElseThrow();
    }

    @Test
    @Spec("CAPF-074")
    void the_ctl_file_names_capf_capf_runs_with_its_certificate_and_the_string_is_the_one_that_was_set()
            throws Exception {
        ordersCertificate();
        var alice = SITE.boots("alice");
        assertThat(types(alice, STRING)).as("no CTL file").isInstanceOf(CapfOutcome.NotTrusted.class);
        assertThat(SITE.configured("alice", "authenticationString")).isEqualTo(STRING);

        Security.OURS.mixedMode(SITE.data(), SITE.node().configuration());
        restarted(alice);
        assertThat(types(alice, "24680")).as("another string").isInstanceOf(CapfOutcome.Ended.class);
        assertThat(alice.flash().lsc()).isEmpty();
        assertThat(types(alice, STRING).isSuccess()).isTrue();
        var first = alice.hasLsc().isRegistered().losesPower().flash().lsc();

        SITE.restarts(settings -> {
            var outcome = new CapfClient(alice.deviceName(), alice.flash(), CapfManners.USUAL)
                    .attempt(settings.on(3804), new CapfAuthentication.ByString(STRING));
            assertThat(outcome).as("no service").isInstanceOf(CapfOutcome.Lost.class);
            Files.delete(settings.data().resolve("certificates").resolve("CAPF.cer"));
        });
        ordersCertificate();
        alice.boots();
        assertThat(types(alice, STRING))
                .as("another certificate in the folder than in the CTL file")
                .isInstanceOf(CapfOutcome.NotTrusted.class);
        assertThat(alice.flash().lsc()).isEqualTo(first);

        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());
        restarted(alice);
        assertThat(types(alice, STRING).isSuccess()).isTrue();
        assertThat(alice.flash().lsc()).isPresent().isNotEqualTo(first);
    }
}
