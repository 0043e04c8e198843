package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.lab.LabPhone;
import org.keyline.lab.capf.CapfAuthentication;
import org.keyline.lab.capf.CapfClient;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.capf.CapfOutcome;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.Octets;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.lab.verification.VerificationClient;
import org.keyline.lab.verification.VerificationRequest;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;

/** Good certificates of this very cluster, shown at doors they are not for; and certificates out of their time. */
class WrongRoleTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .legacyTls()
            .with(
                    Desk.of("alice", "2001").model("7960").with("securityMode: ENCRYPTED"),
                    Desk.of("bob", "2002")
                            .model("7960")
                            .with(
                                    "securityMode: ENCRYPTED",
                                    "certificateOperation: INSTALL_UPGRADE",
                                    "authenticationMode: BY_EXISTING_CERTIFICATE_LSC"));

    private static KeyMaterial server(CertificatePurpose purpose) throws IOException {
        var anyName = new NodeIdentity("cm1", List.of(InetAddress.getLoopbackAddress()), "Keyline");
        return NodeCertificates.openOrCreate(SITE.data().resolve("certificates"), anyName)
                .of(purpose);
    }

    private static PhoneIdentity asPhone(CertificatePurpose purpose) throws IOException {
        var server = server(purpose);
        return new PhoneIdentity(server.key(), server.certificate());
    }

    private static PhoneIdentity lsc(String person) throws Exception {
        return Certificate.good(SITE.data(), Desk.device(person));
    }

    /** A phone's flash with both lists of this cluster. */
    private static Flash trusting() {
        var flash = new Flash();
        flash.offerCtl(list("CTLFile.tlv"));
        flash.offerItl(list("ITLFile.tlv"));
        assertThat(flash.ctl()).isPresent();
        assertThat(flash.itl()).isPresent();
        return flash;
    }

    private static Optional<Octets> list(String name) {
        return new TftpClient(SITE.tftp()).fetch(name) instanceof FileAnswer.Found(var file)
                ? Optional.of(file)
                : Optional.empty();
    }

    private static LabPhone over(String person, PhoneIdentity identity) {
        return SITE.owns(SITE.unprovisioned(person, "7960")
                .flash(trusting())
                .lsc(identity)
                .registersSecurelyAt(SITE.at(2443))
                .build());
    }

    private static void refusedWith(PhoneIdentity identity, String reason) {
        var subject = DistinguishedNameText.subject(identity.certificate());
        Await.until(
                "an alarm about " + subject + " that says: " + reason,
                SITE::alarms,
                () -> SITE.alarms().stream()
                        .filter(raised -> raised.alarm().equals(AlarmCatalogue.CERTIFICATE_REFUSED))
                        .map(raised -> raised.parameters().getOrDefault("reason", ""))
                        .anyMatch(text -> text.contains(subject) && text.contains(reason)));
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificatePurpose.class,
            names = {"CALLMANAGER", "CAPF", "TVS", "HTTPS"})
    void a_servers_certificate_is_no_phones(CertificatePurpose purpose) throws Exception {
        var identity = asPhone(purpose);

        over("alice", identity).powersOn().isLost();

        refusedWith(identity, purpose == CertificatePurpose.CAPF ? "is not one of a device" : "is self-made");
        assertThat(SITE.node().registrations().device(Site.device("alice"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificatePurpose.class,
            names = {"CALLMANAGER", "CAPF", "TVS"})
    void a_servers_certificate_proves_nothing_to_capf(CertificatePurpose purpose) throws Exception {
        var identity = asPhone(purpose);
        var flash = trusting();
        flash.storeLsc(identity);

        var outcome = new CapfClient(Desk.device("bob"), flash, CapfManners.USUAL)
                .attempt(SITE.at(3804), new CapfAuthentication.ByLsc());

        assertThat(outcome.isSuccess()).isFalse();
        assertThat(flash.lsc()).contains(identity);
        SITE.raises(AlarmCatalogue.CERTIFICATE_REFUSED, Map.of("peer", Desk.device("bob")));
    }

    @Test
    @Spec({"OV-52", "CTL3-08"})
    void a_phone_speaks_to_call_manager_only_under_call_managers_certificate() throws Exception {
        for (var purpose :
                new CertificatePurpose[] {CertificatePurpose.CAPF, CertificatePurpose.TVS, CertificatePurpose.HTTPS}) {
            assertThat(callsAt(server(purpose))).as(purpose.name()).isFalse();
        }
        var phone = lsc("alice");
        assertThat(callsAt(new KeyMaterial(phone.key(), phone.certificate())))
                .as("another phone's LSC")
                .isFalse();
        assertThat(callsAt(server(CertificatePurpose.CALLMANAGER)))
                .as("the right one")
                .isTrue();
    }

    private static boolean callsAt(KeyMaterial shown) throws Exception {
        try (var impostor = new ImpostorServer(shown.key(), shown.certificate());
                var phone = SITE.unprovisioned("alice", "7962")
                        .flash(trusting())
                        .lsc(lsc("alice"))
                        .registersSecurelyAt(impostor.address())
                        .build()) {
            phone.powersOn();
            return impostor.wasBelieved();
        }
    }

    @Test
    void a_phone_enrols_only_under_capfs_certificate() throws Exception {
        for (var purpose : new CertificatePurpose[] {
            CertificatePurpose.CALLMANAGER, CertificatePurpose.TVS, CertificatePurpose.HTTPS
        }) {
            assertThat(enrolsAt(server(purpose))).as(purpose.name()).isInstanceOf(CapfOutcome.NotTrusted.class);
        }
        assertThat(enrolsAt(server(CertificatePurpose.CAPF)))
                .as("the right one, which says nothing")
                .isInstanceOf(CapfOutcome.Lost.class);
    }

    private static CapfOutcome enrolsAt(KeyMaterial shown) throws Exception {
        try (var impostor = new ImpostorServer(shown.key(), shown.certificate())) {
            return new CapfClient(Desk.device("alice"), trusting(), CapfManners.USUAL)
                    .attempt(impostor.address(), new CapfAuthentication.ByNullString());
        }
    }

    @Test
    void a_phone_asks_for_trust_only_under_the_certificate_of_trust_verification() throws Exception {
        for (var purpose : new CertificatePurpose[] {
            CertificatePurpose.CALLMANAGER, CertificatePurpose.CAPF, CertificatePurpose.HTTPS
        }) {
            assertThatThrownBy(() -> asksAt(server(purpose)))
                    .as(purpose.name())
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("not in the phone's trust list");
        }
        assertThatThrownBy(() -> asksAt(server(CertificatePurpose.TVS)))
                .as("the right one, which says nothing")
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SSLHandshakeException.class);
    }

    private static void asksAt(KeyMaterial shown) throws Exception {
        try (var impostor = new ImpostorServer(shown.key(), shown.certificate())) {
            var client = new VerificationClient(Desk.device("alice"), trusting(), List.of(impostor.address()));
            var certificate = Octets.of(shown.certificate().getEncoded());
            client.exchange(impostor.address(), VerificationRequest.verify(1, Desk.device("alice"), certificate));
        }
    }

    @Test
    void a_certificate_made_while_the_servers_clock_was_ahead_is_refused_and_says_when_it_begins() throws Exception {
        var early = Certificate.early(SITE.data(), Desk.device("alice"));

        over("alice", early).powersOn().isLost();

        refusedWith(early, "look at the clock of this server");
    }

    @Test
    void clocks_may_differ_by_hours() throws Exception {
        var phone = over("alice", Certificate.hoursAhead(SITE.data(), Desk.device("alice")));
        phone.powersOn().isRegistered();
    }
}
