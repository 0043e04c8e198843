package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.callcontrol.registration.Refusal;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.spec.Spec;

class RegistrationTest {
    private static final DeviceName ALICE = TestSite.name("2001");

    private final TestSite site = new TestSite();

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"AUTHENTICATED", "ENCRYPTED"})
    @Spec("AL-01")
    void a_device_set_as_authenticated_may_not_register_without_tls(DeviceSecurityMode mode) {
        site.configure("2001", mode);

        refused(request(SecurityClass.NON_SECURE, Optional.empty(), 404), "Secure connection required");

        raised(AlarmCatalogue.AUTHENTICATED_DEVICE_WITHOUT_TLS);
    }

    @ParameterizedTest
    @CsvSource({"AUTHENTICATED", "ENCRYPTED"})
    @Spec("AL-02")
    void a_phone_that_is_not_authenticated_may_not_register_over_tls(SecurityClass transport) {
        site.configure("2001", DeviceSecurityMode.NON_SECURE);

        refused(request(transport, Optional.of(ALICE), 404), "Device set as non-secure");

        raised(AlarmCatalogue.UNAUTHENTICATED_DEVICE_OVER_TLS);
    }

    @Test
    @Spec("AL-03")
    void the_certificate_must_be_the_devices_own() {
        site.configure("2001", DeviceSecurityMode.ENCRYPTED);

        refused(request(SecurityClass.ENCRYPTED, Optional.of(TestSite.name("6666")), 404), "Certificate name mismatch");
        raised(AlarmCatalogue.CERTIFICATE_NAME_MISMATCH);

        refused(request(SecurityClass.ENCRYPTED, Optional.empty(), 404), "Certificate name mismatch");
    }

    @Test
    @Spec("AL-04")
    void tls_that_only_authenticates_does_not_fit_an_encrypted_device() {
        site.configure("2001", DeviceSecurityMode.ENCRYPTED);

        refused(request(SecurityClass.AUTHENTICATED, Optional.of(ALICE), 404), "Security mode mismatch");

        raised(AlarmCatalogue.INCOMPATIBLE_TLS);
    }

    @Test
    void a_phone_of_another_type_is_refused() {
        site.configure("2001", DeviceSecurityMode.NON_SECURE);

        refused(request(SecurityClass.NON_SECURE, Optional.empty(), 7), "Device type mismatch");

        raised(AlarmCatalogue.DEVICE_TYPE_MISMATCH);
    }

    @Test
    void in_a_non_secure_cluster_an_encrypted_device_registers_in_the_clear() {
        site.parameter("enterprise.clusterSecurityMode", "NON_SECURE");
        site.configure("2001", DeviceSecurityMode.ENCRYPTED);

        TestPhone.registered(site.processing(), request(SecurityClass.NON_SECURE, Optional.empty(), 404));

        raised(AlarmCatalogue.DEVICE_REGISTERED);
    }

    @Test
    void an_authenticated_device_may_come_over_tls_that_encrypts() {
        site.configure("2001", DeviceSecurityMode.AUTHENTICATED);

        TestPhone.registered(site.processing(), request(SecurityClass.ENCRYPTED, Optional.of(ALICE), 404));

        assertThat(site.processing().device(ALICE).orElseThrow().security()).isEqualTo(SecurityClass.AUTHENTICATED);
    }

    @Test
    @Spec("PH-005")
    void the_state_of_each_device_can_be_seen_until_it_leaves() {
        var alice = site.phone("2001", SecurityClass.ENCRYPTED);
        site.phone("2002", SecurityClass.AUTHENTICATED);
        site.phone("2003", SecurityClass.NON_SECURE);

        assertThat(site.processing().devices())
                .extracting(RegisteredDevice::security)
                .containsExactly(SecurityClass.ENCRYPTED, SecurityClass.AUTHENTICATED, SecurityClass.NON_SECURE);

        alice.handle().gone("unregistered");
        assertThat(site.processing().devices()).hasSize(2);
        assertThat(site.alarms()).extracting(TestSite.Raised::alarm).contains(AlarmCatalogue.DEVICE_UNREGISTERED);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_fits_the_phones_display_in_both_languages(Refusal why) {
        for (var locale : new Locale[] {Locale.ENGLISH, Locale.JAPANESE}) {
            var text = RefusalTexts.text(why, locale);
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 31);
        }
        assertThat(RefusalTexts.text(why, Locale.JAPANESE)).isNotEqualTo(RefusalTexts.text(why, Locale.ENGLISH));
    }

    private void refused(RegistrationRequest request, String text) {
        assertThat(site.processing().register(request, new TestPhone()))
                .isEqualTo(new RegistrationOutcome.Refused(text));
        assertThat(site.processing().devices()).isEmpty();
    }

    private void raised(AlarmDefinition alarm) {
        assertThat(site.alarms()).singleElement().satisfies(raised -> {
            assertThat(raised.alarm()).isEqualTo(alarm);
            assertThat(raised.parameters()).containsEntry("device", ALICE.text());
        });
    }

    private static RegistrationRequest request(
            SecurityClass transport, Optional<DeviceName> certified, int deviceType) {
        return new RegistrationRequest(
                ALICE,
                deviceType,
                transport,
                certified,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_001),
                17,
                "");
    }
}
