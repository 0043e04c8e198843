package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.spec.Spec;

/** Phones that come the wrong way, or with the wrong certificate: an alarm, and nobody else notices. */
class AdmissionTest {
    private static final String NULL_SHA = "SSL_RSA_WITH_NULL_SHA";
    private static final String AES128_SHA = "TLS_RSA_WITH_AES_128_CBC_SHA";

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .legacyTls()
            .with(
                    Desk.of("alice", "2001").model("7960").with("securityMode: ENCRYPTED"),
                    Desk.of("bob", "2002").model("7960").with("securityMode: ENCRYPTED"),
                    Desk.of("carol", "2003").model("7960"),
                    Desk.of("dora", "2004").model("7960").with("securityMode: AUTHENTICATED"),
                    Desk.of("emil", "2005").model("7960").with("securityMode: AUTHENTICATED"));

    /** That person's phone with this certificate, sent straight to the TLS port. */
    private static LabPhone over(String person, PhoneIdentity identity, String... ciphers) {
        return SITE.owns(SITE.unprovisioned(person, "7960")
                .flash(trusting())
                .lsc(identity)
                .ciphers(ciphers)
                .registersSecurelyAt(SITE.at(2443))
                .build());
    }

    private static Flash trusting() {
        var flash = new Flash();
        if (new TftpClient(SITE.tftp()).fetch("CTLFile.tlv") instanceof FileAnswer.Found(var file)) {
            flash.offerCtl(Optional.of(file));
        }
        assertThat(flash.ctl()).isPresent();
        return flash;
    }

    private static PhoneIdentity good(String person) throws Exception {
        return Certificate.good(SITE.data(), Desk.device(person));
    }

    private static void refused(LabPhone phone, String text, AlarmDefinition alarm) {
        phone.powersOn().isRejected(text);
        SITE.raises(alarm, Map.of("device", phone.deviceName()));
        assertThat(SITE.node().registrations().devices()).isEmpty();
    }

    @Test
    @Spec({"AL-01", "AL-M03", "M-5", "SEC-01"})
    void an_encrypted_device_that_comes_without_tls_is_refused() {
        refused(
                SITE.owns(SITE.unprovisioned("alice", "7960")
                        .registersAt(SITE.at(2000))
                        .build()),
                "Secure connection required",
                AlarmCatalogue.AUTHENTICATED_DEVICE_WITHOUT_TLS);
    }

    @Test
    @Spec({"AL-02", "AL-M03", "M-6"})
    void a_non_secure_device_that_comes_over_tls_is_refused() throws Exception {
        refused(
                over("carol", good("carol")),
                "Device set as non-secure",
                AlarmCatalogue.UNAUTHENTICATED_DEVICE_OVER_TLS);
    }

    @Test
    @Spec({"AL-03", "AL-M04", "M-7", "SEC-01"})
    void a_device_with_the_certificate_of_another_is_refused() throws Exception {
        refused(over("alice", good("bob")), "Certificate name mismatch", AlarmCatalogue.CERTIFICATE_NAME_MISMATCH);
    }

    @Test
    @Spec({"AL-04", "AL-M05", "M-8", "SEC-01"})
    void an_encrypted_device_that_only_authenticates_is_refused() throws Exception {
        refused(over("alice", good("alice"), NULL_SHA), "Security mode mismatch", AlarmCatalogue.INCOMPATIBLE_TLS);
    }

    @Test
    @Spec("OV-52")
    void expired_foreign_and_self_made_certificates_are_refused_while_others_talk() throws Exception {
        var alice = over("alice", good("alice")).boots();
        var carol = SITE.boots("carol");
        alice.dials("2003");
        carol.rings().answers().hears(alice);
        var bob = Desk.device("bob");

        for (var identity : new PhoneIdentity[] {
            Certificate.expired(SITE.data(), bob), Certificate.foreign(bob), Certificate.selfMade(bob)
        }) {
            long before = refusals();
            over("bob", identity).powersOn().isLost();
            Await.until("the alarm", SITE::alarms, () -> refusals() > before);
        }

        assertThat(SITE.node().registrations().device(Site.device("bob"))).isEmpty();
        carol.hears(alice);
        alice.hears(carol).hangsUp().isIdle();
        carol.isIdle();
    }

    private static long refusals() {
        return SITE.alarms().stream()
                .filter(alarm -> alarm.alarm().equals(AlarmCatalogue.CERTIFICATE_REFUSED))
                .count();
    }

    @Test
    @Spec("OV-52")
    void a_phone_does_not_speak_to_a_server_outside_its_trust_list() throws Exception {
        var distrustful = SITE.owns(SITE.unprovisioned("alice", "7960")
                .lsc(good("alice"))
                .registersSecurelyAt(SITE.at(2443))
                .build());
        distrustful.powersOn().isLost();
        assertThat(distrustful.messages()).isEmpty();
    }

    @Test
    @Spec({"OV-05", "OV-64", "PH-017", "PH-033"})
    void authenticated_phones_of_old_show_the_shield_and_get_no_keys() throws Exception {
        var dora = over("dora", good("dora"), NULL_SHA).boots();
        var emil = over("emil", good("emil"), NULL_SHA).boots();
        assertThat(dora.phone().cipherSuite()).isEqualTo(NULL_SHA);

        dora.dials("2005");
        emil.rings().answers().hears(dora).showsShield();
        dora.hears(emil).showsShield().hangsUp().isIdle();
        emil.isIdle();
        assertThat(Keys.toHear(dora)).isEmpty();
    }

    @Test
    @Spec({"OV-05", "PH-006"})
    void an_encrypted_and_an_authenticated_phone_have_an_authenticated_call() throws Exception {
        var alice = over("alice", good("alice"), AES128_SHA).boots();
        var dora = over("dora", good("dora"), NULL_SHA).boots();
        alice.dials("2004");
        dora.rings().answers().hears(alice).showsShield();
        alice.hears(dora).showsShield().hangsUp().isIdle();
        dora.isIdle();
        assertThat(Keys.toHear(alice)).isEmpty();
    }

    @Test
    @Spec({"OV-61", "OV-65", "PH-034"})
    void encrypted_phones_of_old_speak_aes128_sha_and_talk_encrypted() throws Exception {
        var alice = over("alice", good("alice"), AES128_SHA).boots();
        var bob = over("bob", good("bob"), AES128_SHA).boots();
        assertThat(alice.phone().cipherSuite()).isEqualTo(AES128_SHA);

        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice).showsLock();
        alice.hearsEncrypted(bob).showsLock().hangsUp().isIdle();
        bob.isIdle();
    }
}
