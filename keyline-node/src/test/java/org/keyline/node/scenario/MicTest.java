package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.LabPhone;
import org.keyline.lab.LabPhoneBuilder;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.node.NodeDirectory;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;
import org.keyline.trust.lsc.LscIssuer;

/** Phones of a factory that closed long ago: their certificates and its own are past their date. */
@TestMethodOrder(OrderAnnotation.class)
class MicTest {
    private static final Clock LONG_AGO = Clock.offset(Clock.systemUTC(), Duration.ofDays(-3_000));
    private static final KeyMaterial FACTORY = factory("CN=Lab Manufacturing CA,O=Lab");
    private static final KeyMaterial OTHER_FACTORY = factory("CN=Other Manufacturing CA,O=Lab");

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    proven("alice", "2001"),
                    proven("bob", "2002"),
                    Desk.of("carol", "2003").with("securityMode: ENCRYPTED"),
                    proven("dora", "2004"),
                    proven("emil", "2005"));

    private static Desk proven(String person, String number) {
        return Desk.of(person, number)
                .with(
                        "securityMode: ENCRYPTED",
                        "certificateOperation: INSTALL_UPGRADE",
                        "authenticationMode: BY_EXISTING_CERTIFICATE_MIC");
    }

    private static KeyMaterial factory(String name) {
        return new CertificateProfile(LONG_AGO).selfSigned(new X500Name(name), List.of(), KeyType.RSA_2048);
    }

    @BeforeAll
    static void the_administrator_trusts_the_factory() throws Exception {
        SITE.restarts(settings -> {
            var node = new NodeIdentity(settings.name(), List.of(settings.bind()), "Keyline");
            var certificates = new NodeDirectory(settings.data()).certificates();
            var trusted = CertificateInventory.open(certificates, node, Clock.systemUTC())
                    .trust(TrustPurpose.PHONE_MANUFACTURERS, "factory.cer", Certificates.der(FACTORY.certificate()));
            assertThat(trusted).isInstanceOf(Outcome.Done.class);
        });
    }

    private static LabPhoneBuilder with(String person, KeyMaterial factory, String owner) throws Exception {
        var keys = KeyType.RSA_1024.generate();
        var mic = new LscIssuer(factory, 1, CertificateSignature.SHA256, LONG_AGO)
                .issue("CP-7962G-" + Desk.device(owner), keys.getPublic(), KeyType.RSA_1024);
        assertThat(mic.getNotAfter().toInstant()).isBefore(Clock.systemUTC().instant());
        return SITE.phone(person).mic(new PhoneIdentity(keys.getPrivate(), mic));
    }

    private static LabPhone fromFactory(String person) throws Exception {
        return SITE.owns(with(person, FACTORY, person).build());
    }

    private static void policy(String value) {
        SITE.imports("keyline: 1\nenterprise:\n  expiredMics: " + value + "\n");
    }

    private static void refused(LabPhone phone, String... reasons) {
        phone.powersOn().isLost();
        assertThat(phone.flash().lsc()).isEmpty();
        SITE.raises(AlarmCatalogue.CERTIFICATE_REFUSED, Map.of("peer", phone.deviceName()));
        assertThat(SITE.alarms())
                .filteredOn(alarm -> alarm.alarm().equals(AlarmCatalogue.CERTIFICATE_REFUSED))
                .anySatisfy(
                        alarm -> assertThat(alarm.parameters().get("reason")).contains(reasons));
    }

    @Test
    @Order(1)
    void by_default_an_expired_certificate_neither_enrols_nor_registers_and_the_alarm_names_the_switch()
            throws Exception {
        refused(fromFactory("alice"), "expired at", "Expired Manufacturer Certificates");
        assertThat(SITE.node().registrations().devices()).isEmpty();
    }

    @Test
    @Order(2)
    @Spec({"CAPF-007", "CAPF-062", "CAPF-063", "CAPF-082", "CAPF-088", "CAPF9-12", "SEC-46", "OV-43"})
    void with_enrolment_only_the_phone_gets_its_own_certificate_and_calls_with_that() throws Exception {
        policy("ENROLMENT_ONLY");
        var alice = fromFactory("alice").boots().hasLsc();
        assertThat(alice.flash().micMenu()).as("the MIC stays").isEqualTo("Installed");
        assertThat(alice.flash().lscMenu()).isEqualTo("Installed");
        assertThat(alice.flash().identity())
                .as("the LSC comes before the MIC")
                .isEqualTo(alice.flash().lsc());

        var carol = fromFactory("carol");
        carol.powersOn().isLost();
        assertThat(SITE.node().registrations().device(Site.device("carol"))).isEmpty();
    }

    @Test
    @Order(3)
    @Spec("CAPF-007")
    void a_foreign_factory_and_the_certificate_of_another_phone_stay_refused() throws Exception {
        policy("ENROLMENT_ONLY");
        refused(SITE.owns(with("dora", OTHER_FACTORY, "dora").build()), "is not an accepted issuer");
        refused(SITE.owns(with("emil", FACTORY, "bob").build()), "showed the certificate of " + Desk.device("bob"));
    }

    @Test
    @Order(4)
    void with_enrolment_and_registration_it_opens_a_tls_connection_too() throws Exception {
        policy("ENROLMENT_AND_REGISTRATION");
        var carol = SITE.owns(with("carol", FACTORY, "carol")
                .comesBackAfter(Duration.ofMillis(500))
                .build());
        carol.powersOn().isRegistered();
        assertThat(carol.flash().lsc()).isEmpty();
        assertThat(carol.phone().cipherSuite()).contains("AES");
        SITE.owns(with("emil", FACTORY, "bob").build()).powersOn().isRejected("Certificate name mismatch");
        policy("OFF");
    }

    @Test
    @Order(5)
    @Spec({"OV-41", "PH-016"})
    void nothing_that_capf_or_the_user_does_overwrites_or_deletes_it() throws Exception {
        policy("ENROLMENT_AND_REGISTRATION");
        var bob = SITE.owns(with("bob", FACTORY, "bob")
                .comesBackAfter(Duration.ofMillis(500))
                .build());
        var mic = bob.flash().mic();
        assertThat(bob.flash().lscMenu()).isEqualTo("Not Installed");
        bob.boots().hasLsc();
        assertThat(bob.flash().lscMenu()).isEqualTo("Installed");
        assertThat(bob.flash().mic()).isEqualTo(mic);

        SITE.sets("bob", "certificateOperation: DELETE", "authenticationMode: BY_EXISTING_CERTIFICATE_MIC");
        SITE.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(bob.flash().lsc()).isEmpty();
        assertThat(bob.flash().lscMenu()).isEqualTo("Not Installed");
        assertThat(bob.flash().mic()).isEqualTo(mic);
        assertThat(bob.flash().micMenu()).isEqualTo("Installed");

        SITE.sets("bob", "certificateOperation: DELETE", "authenticationMode: BY_EXISTING_CERTIFICATE_MIC");
        SITE.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(bob.flash().mic())
                .as("nothing is left to delete but the MIC")
                .isEqualTo(mic);

        long before = Site.registrations(bob);
        bob.erasesSettings()
                .awaits("to be registered once more", _ -> Site.registrations(bob) > before)
                .isRegistered();
        assertThat(bob.flash().mic()).isEqualTo(mic);
        assertThat(bob.flash().identity()).as("what it shows to servers").isEqualTo(mic);
        policy("OFF");
    }
}
