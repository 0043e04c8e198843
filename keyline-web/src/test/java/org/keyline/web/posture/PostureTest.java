package org.keyline.web.posture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.serviceability.posture.DeviceSightings.TrustListFile;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.serviceability.posture.ObservedDevices.TlsSession;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyType;
import org.keyline.web.StagedRegistrations;

/** Why a phone is less secure than it was asked to be: one phone, step by step, in a real configuration. */
class PostureTest {
    private static final DeviceName PHONE = new DeviceName("SEP001122334455");

    private final Instant moment = Instant.now();

    @TempDir
    Path directory;

    private final Map<DeviceName, RegisteredDevice> registered = new ConcurrentHashMap<>();
    private final ObservedDevices observed = new ObservedDevices(Clock.systemUTC());
    private Optional<String> current = Optional.empty();
    private Configuration configuration;
    private Posture posture;
    private KeyType keyType = KeyType.RSA_2048;

    @BeforeEach
    void configure() {
        configuration = Configuration.open(directory, Clock.systemUTC());
        FreshDatabase.ensure(configuration.store(), "cm1", "127.0.0.1", 2000);
        posture = new Posture(configuration, new StagedRegistrations(registered), observed, () -> current);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    private void phone(String model, String mode) {
        configuration
                .store()
                .create(
                        Kinds.PHONE,
                        Map.of(
                                "name", Value.of(PHONE.text()),
                                "model", Value.of(model),
                                "securityMode", Value.of(mode)),
                        Author.administrator("test"))
                .orThrow();
    }

    private void mixed() {
        configuration
                .store()
                .setParameter(Kinds.get("enterprise"), "clusterSecurityMode", Value.of("MIXED"), Author.ctlClient())
                .orThrow();
    }

    private void registers(SecurityClass security) {
        var model = PhoneModels.byName("7962").orElseThrow();
        var peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), 2000);
        registered.put(PHONE, new RegisteredDevice(PHONE, model, peer, security, moment, 22, "load"));
    }

    private void certificate(Instant made) {
        certificate(made, PhoneCertificate.Kind.LSC);
    }

    private void certificate(Instant made, PhoneCertificate.Kind kind) {
        var certificate = new CertificateProfile(Clock.fixed(made, ZoneOffset.UTC))
                .selfSigned(new X500Name("CN=" + PHONE.text()), List.of(), keyType)
                .certificate();
        installs();
        var outcomes = configuration.capfOutcomes();
        var der = Certificates.der(certificate);
        var saved = kind == PhoneCertificate.Kind.LSC
                ? outcomes.installed(PHONE.text(), der)
                : outcomes.fetched(PHONE.text(), Map.of(kind, der));
        var _ = saved.orThrow();
    }

    /** CAPF is asked to give the phone a certificate. */
    private void installs() {
        configuration
                .store()
                .change(
                        Kinds.PHONE,
                        PHONE.text(),
                        Map.of("certificateOperation", Value.of("INSTALL_UPGRADE")),
                        Author.administrator("test"))
                .orThrow();
    }

    private DevicePosture now() {
        return posture.devices(moment).getFirst();
    }

    @Test
    void a_phone_nobody_asked_to_be_secure_is_as_asked() {
        phone("7962", "NON_SECURE");

        assertThat(now().finding()).isEqualTo(Finding.AS_ASKED);
    }

    @Test
    @Spec({"OV-37", "PH-020"})
    void a_non_secure_cluster_is_the_reason_before_all_others() {
        phone("7962", "ENCRYPTED");

        assertThat(now().finding()).isEqualTo(Finding.CLUSTER_NON_SECURE);
    }

    @Test
    void from_no_certificate_to_encrypted_each_step_has_its_reason() {
        phone("7962", "ENCRYPTED");
        mixed();
        registers(SecurityClass.NON_SECURE);
        assertThat(now().finding()).isEqualTo(Finding.NO_CERTIFICATE);
        assertThat(now().finding().mend()).isEqualTo(Finding.Mend.INSTALL);

        installs();
        assertThat(now().finding()).isEqualTo(Finding.ENROLMENT_PENDING);

        certificate(moment);
        assertThat(now().finding()).isEqualTo(Finding.OLD_CONFIGURATION);

        registers(SecurityClass.ENCRYPTED);
        observed.registeredOverTls(PHONE, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        assertThat(now().finding()).isEqualTo(Finding.AS_ASKED);
        assertThat(now().session()).map(TlsSession::protocol).contains("TLSv1.2");

        registered.clear();
        assertThat(now().finding()).isEqualTo(Finding.NOT_REGISTERED);
        assertThat(now().session()).as("how it was seen last").isPresent();
    }

    @Test
    void an_expired_certificate_is_found_however_the_phone_registered() {
        phone("7962", "ENCRYPTED");
        mixed();
        registers(SecurityClass.ENCRYPTED);
        certificate(moment.minus(Duration.ofDays(6 * 365)));

        assertThat(now().finding()).isEqualTo(Finding.CERTIFICATE_EXPIRED);
        assertThat(PostureFilter.EXPIRED.contains(now(), moment)).isTrue();
        assertThat(PostureFilter.EXPIRING.contains(now(), moment)).isFalse();
        certificate(moment.minus(Duration.ofDays(5 * 365 - 30)));
        assertThat(PostureFilter.EXPIRING.contains(now(), moment)).isTrue();
    }

    @Test
    void an_expired_certificate_of_the_factory_is_no_difference_where_it_is_admitted() {
        phone("7962", "ENCRYPTED");
        mixed();
        registers(SecurityClass.ENCRYPTED);
        certificate(moment.minus(Duration.ofDays(6 * 365)), PhoneCertificate.Kind.MIC);
        assertThat(now().finding()).isEqualTo(Finding.CERTIFICATE_EXPIRED);

        configuration
                .store()
                .setParameter(
                        Kinds.get("enterprise"),
                        "expiredMics",
                        Value.of("ENROLMENT_AND_REGISTRATION"),
                        Author.administrator("test"))
                .orThrow();

        assertThat(now().finding()).isEqualTo(Finding.AS_ASKED);
        assertThat(posture.expiredMics().admitsToRegistration()).isTrue();
    }

    @Test
    @Spec("CAPF-066")
    void a_phone_with_a_short_key_is_named_and_found_unless_such_keys_are_admitted() {
        phone("7962", "ENCRYPTED");
        mixed();
        registers(SecurityClass.ENCRYPTED);
        keyType = KeyType.RSA_1024;
        certificate(moment);

        assertThat(now().finding()).isEqualTo(Finding.SHORT_KEY);
        assertThat(now().finding().mend()).isEqualTo(Finding.Mend.SETTINGS);
        assertThat(PostureFilter.SHORT_KEY.contains(now(), moment)).isTrue();
        assertThat(PostureReport.of(posture.devices(moment), moment).totals())
                .containsEntry(PostureFilter.SHORT_KEY, 1);

        configuration.legacyPhones().admit(true);
        assertThat(now().finding()).isEqualTo(Finding.AS_ASKED);
        assertThat(PostureFilter.SHORT_KEY.contains(now(), moment)).isTrue();

        configuration.legacyPhones().admit(false);
        keyType = KeyType.RSA_2048;
        certificate(moment);
        assertThat(now().finding()).isEqualTo(Finding.AS_ASKED);
        assertThat(PostureFilter.SHORT_KEY.contains(now(), moment)).isFalse();
    }

    @Test
    @Spec("CAPF-066")
    void a_phone_that_is_to_make_a_short_key_is_found_before_it_has_one() {
        configuration.legacyPhones().admit(true);
        phone("7962", "ENCRYPTED");
        mixed();
        configuration
                .store()
                .change(Kinds.PHONE, PHONE.text(), Map.of("keySize", Value.of("1024")), Author.administrator("test"))
                .orThrow();
        configuration.legacyPhones().admit(false);

        assertThat(now().finding()).isEqualTo(Finding.SHORT_KEY);
    }

    @Test
    @Spec("PH-009")
    void an_encrypted_phone_whose_line_is_on_one_that_is_not_is_named() {
        phone("7962", "ENCRYPTED");
        mixed();
        registers(SecurityClass.ENCRYPTED);
        certificate(moment);
        var store = configuration.store();
        var admin = Author.administrator("test");
        var line = new Value.Rows(List.of(new Value.Row(Map.of("line", Value.of("2001")))));
        store.create(Kinds.LINE, Map.of("number", Value.of("2001")), admin).orThrow();
        store.change(Kinds.PHONE, PHONE.text(), Map.of("lines", line), admin).orThrow();
        assertThat(of(PHONE).finding()).isEqualTo(Finding.AS_ASKED);

        var home = new DeviceName("SEP001122334466");
        store.create(
                        Kinds.PHONE,
                        Map.of("name", Value.of(home.text()), "model", Value.of("7962"), "lines", line),
                        admin)
                .orThrow();

        assertThat(of(PHONE).finding()).isEqualTo(Finding.SHARED_LINE);
        assertThat(of(home).finding()).as("asked for nothing").isEqualTo(Finding.AS_ASKED);
        store.change(Kinds.PHONE, home.text(), Map.of("securityMode", Value.of("ENCRYPTED")), admin)
                .orThrow();
        assertThat(of(PHONE).finding()).isEqualTo(Finding.AS_ASKED);
    }

    private DevicePosture of(DeviceName name) {
        return posture.devices(moment).stream()
                .filter(device -> device.phone().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_list_that_was_replaced_since_it_was_fetched_is_found() {
        phone("7962", "ENCRYPTED");
        mixed();
        registers(SecurityClass.ENCRYPTED);
        certificate(moment);
        observed.fetchedTrustList(PHONE, TrustListFile.CTL, "abc".getBytes(US_ASCII));
        current = Optional.of(ObservedDevices.sha256("abc".getBytes(US_ASCII)));
        assertThat(now().finding()).isEqualTo(Finding.AS_ASKED);

        current = Optional.of(ObservedDevices.sha256("abd".getBytes(US_ASCII)));

        assertThat(now().finding()).isEqualTo(Finding.OLD_TRUST_LIST);
        assertThat(now().ctl()).map(ObservedDevices.FetchedList::md5).contains("900150983cd24fb0d6963f7d28e17f72");
        assertThat(PostureFilter.OLD_LIST.contains(now(), moment)).isTrue();
    }
}
