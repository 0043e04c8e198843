package org.keyline.trust.lsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.trust.workbench.TestAuthority.NOW;
import static org.keyline.trust.workbench.TestAuthority.PHONE;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.workbench.TestAuthority;

class PhoneCertificatesTest {
    private final KeyMaterial capf = TestAuthority.authority("CN=CAPF-1,O=Lab");
    private final KeyMaterial former = TestAuthority.authority("CN=CAPF-0,O=Lab");
    private final KeyMaterial manufacturer = TestAuthority.authority("CN=Manufacturing CA,O=Maker");
    private final PhoneCertificates accepted = new PhoneCertificates(
            List.of(capf.certificate(), former.certificate()), List.of(manufacturer.certificate()));

    @Test
    void an_lsc_of_the_present_and_of_a_former_capf_is_accepted() {
        for (var issuer : List.of(capf, former)) {
            var phone = TestAuthority.phone(issuer).certificate();

            assertThat(accepted.check(phone, PHONE, NOW))
                    .isEqualTo(new PhoneCertificateVerdict.Accepted(phone, CertificateKind.LSC, PHONE));
        }
    }

    @Test
    void a_mic_of_an_imported_manufacturer_is_told_from_an_lsc() {
        var phone = TestAuthority.phone(manufacturer, "CP-7970G-" + PHONE, NOW).certificate();

        assertThat(accepted.check(phone, PHONE, NOW))
                .isEqualTo(new PhoneCertificateVerdict.Accepted(phone, CertificateKind.MIC, PHONE));
    }

    @Test
    void another_devices_certificate_is_a_mismatch() {
        var phone = TestAuthority.phone(capf, "SEPAABBCCDDEEFF", NOW).certificate();

        var verdict = accepted.check(phone, PHONE, NOW);

        assertThat(verdict).isEqualTo(new PhoneCertificateVerdict.NameMismatch(phone, PHONE, "SEPAABBCCDDEEFF"));
        assertThat(verdict.description()).contains(PHONE, "SEPAABBCCDDEEFF");
    }

    @Test
    void validity_is_checked_on_both_sides() {
        var phone = TestAuthority.phone(capf).certificate();

        assertThat(accepted.check(phone, NOW.plus(Duration.ofDays(366))))
                .isInstanceOf(PhoneCertificateVerdict.Expired.class);
        assertThat(accepted.check(phone, NOW.minus(Duration.ofDays(2))))
                .isInstanceOf(PhoneCertificateVerdict.NotYetValid.class);
        assertThat(accepted.check(phone, NOW.minus(Duration.ofHours(23))))
                .as("a phone's clock may be late")
                .isInstanceOf(PhoneCertificateVerdict.Accepted.class);
    }

    @Test
    void a_foreign_issuer_is_refused_and_named() {
        var verdict = accepted.check(
                TestAuthority.phone(TestAuthority.authority("CN=Other,O=Lab")).certificate(), NOW);

        assertThat(verdict).isInstanceOf(PhoneCertificateVerdict.ForeignIssuer.class);
        assertThat(verdict.description()).contains("CN=Other;O=Lab");
    }

    @Test
    void an_issuer_that_only_has_capfs_name_did_not_sign() {
        var impostor = TestAuthority.authority("CN=CAPF-1,O=Lab");

        assertThat(accepted.check(TestAuthority.phone(impostor).certificate(), NOW))
                .isInstanceOf(PhoneCertificateVerdict.BadSignature.class);
    }

    @Test
    void a_self_made_certificate_is_refused() {
        var selfMade = new CertificateProfile(TestAuthority.at(NOW))
                .selfSigned(new X500Name("CN=" + PHONE), List.of(), KeyType.RSA_1024);

        assertThat(accepted.check(selfMade.certificate(), NOW)).isInstanceOf(PhoneCertificateVerdict.SelfMade.class);
    }

    @Test
    void capfs_own_certificate_is_not_a_device() {
        assertThat(accepted.check(capf.certificate(), NOW)).isInstanceOf(PhoneCertificateVerdict.NotADevice.class);
    }

    @Test
    void of_two_issuers_with_one_name_the_right_one_is_found() {
        var renewed = TestAuthority.authority("CN=CAPF-1,O=Lab");
        var both = new PhoneCertificates(List.of(capf.certificate(), renewed.certificate()), List.of());

        assertThat(both.check(TestAuthority.phone(capf).certificate(), NOW))
                .isInstanceOf(PhoneCertificateVerdict.Accepted.class);
        assertThat(both.check(TestAuthority.phone(renewed).certificate(), NOW))
                .isInstanceOf(PhoneCertificateVerdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SEP001122334455, SEP001122334455",
        "CP-7970G-SEP001122334455, SEP001122334455",
        "CP-8861-SEPAABBCCDDEEFF, SEPAABBCCDDEEFF",
        "XSEP001122334455, XSEP001122334455",
        "CiscoUM1-VI1, CiscoUM1-VI1",
    })
    void the_device_name_is_the_end_of_the_common_name(String commonName, String deviceName) {
        var certificate = TestAuthority.phone(capf, commonName, NOW).certificate();

        assertThat(DeviceIdentity.deviceName(certificate)).contains(deviceName);
        assertThat(DeviceIdentity.matches(certificate, deviceName)).isTrue();
        assertThat(DeviceIdentity.matches(certificate, "SEP000000000000")).isFalse();
    }
}
