package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.KeyMaterial;

/** Who may register how: real TLS, real certificates, real call processing. */
class SecureRegistrationTest {
    private static final String SECURE = "SEP0000000000E1";
    private static final String AUTHENTICATED = "SEP0000000000A1";
    private static final String PLAIN = "SEP0000000000F1";

    private final Phones phones = new Phones();
    private final WaitingPhones waiting = new WaitingPhones(Clock.systemUTC());
    private final SccpBench bench;

    SecureRegistrationTest() throws IOException {
        phones.add(SECURE, Phones.model7962(), DeviceSecurityMode.ENCRYPTED, List.of("2001"));
        phones.add(AUTHENTICATED, Phones.model7962(), DeviceSecurityMode.AUTHENTICATED, List.of("2002"));
        phones.add(PLAIN, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2003"));
        bench = SccpBench.real(phones, SccpBench.Setup.USUAL, waiting);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private RawPhone secure(KeyMaterial certificate) throws Exception {
        return RawPhone.secure(bench.service.secureAddress(), Pki.client(certificate));
    }

    private static void assertRegistered(Decoded answer) {
        assertThat(answer).isInstanceOf(ServerRegistration.RegisterAck.class);
    }

    private void assertRefused(RawPhone phone, Decoded answer, String alarm) throws IOException {
        assertThat(answer).isInstanceOf(ServerRegistration.RegisterReject.class);
        assertThat(phone.isClosedByServer()).isTrue();
        assertThat(bench.alarms.raised()).anyMatch(raised -> raised.startsWith(alarm));
    }

    @Test
    @Spec({"CTL3-54", "PH-032"})
    void secure_phones_register_over_tls_and_non_secure_ones_over_tcp_side_by_side() throws Exception {
        try (var encrypted = secure(SccpBench.PKI.phone(SECURE));
                var authenticated = secure(SccpBench.PKI.phone(AUTHENTICATED));
                var plain = bench.connect()) {
            assertRegistered(encrypted.register(SECURE, 404, 20, RawPhone.JAVA));
            assertRegistered(authenticated.register(AUTHENTICATED, 404, 20, RawPhone.JAVA));
            assertRegistered(plain.register(PLAIN, 404, 20, RawPhone.JAVA));
        }
    }

    @Test
    @Spec("AL-01")
    void a_phone_set_as_authenticated_that_comes_without_tls_is_refused_with_an_alarm() throws Exception {
        try (var phone = bench.connect()) {
            assertRefused(
                    phone, phone.register(AUTHENTICATED, 404, 20, RawPhone.JAVA), "AuthenticatedDeviceWithoutTls");
        }
    }

    @Test
    void so_is_a_phone_set_as_encrypted() throws Exception {
        try (var phone = bench.connect()) {
            assertRefused(phone, phone.register(SECURE, 404, 20, RawPhone.JAVA), "AuthenticatedDeviceWithoutTls");
        }
    }

    @Test
    @Spec("AL-02")
    void a_phone_that_is_not_set_as_authenticated_but_comes_over_tls_is_refused_with_an_alarm() throws Exception {
        try (var phone = secure(SccpBench.PKI.phone(PLAIN))) {
            assertRefused(phone, phone.register(PLAIN, 404, 20, RawPhone.JAVA), "UnauthenticatedDeviceOverTls");
        }
    }

    @Test
    @Spec("AL-03")
    void a_phone_with_the_certificate_of_another_is_refused_with_an_alarm() throws Exception {
        try (var phone = secure(SccpBench.PKI.phone(AUTHENTICATED))) {
            assertRefused(phone, phone.register(SECURE, 404, 20, RawPhone.JAVA), "CertificateNameMismatch");
        }
        assertThat(bench.alarms.raised()).anyMatch(alarm -> alarm.contains(SECURE) && alarm.contains(AUTHENTICATED));
    }

    @Test
    void certificates_that_are_expired_foreign_or_self_made_do_not_pass_the_handshake() throws Exception {
        try (var good = secure(SccpBench.PKI.phone(AUTHENTICATED))) {
            assertRegistered(good.register(AUTHENTICATED, 404, 20, RawPhone.JAVA));
            for (var bad : List.of(
                    SccpBench.PKI.expired(SECURE), SccpBench.PKI.foreign(SECURE), SccpBench.PKI.selfMade(SECURE))) {
                assertThatThrownBy(() -> {
                            try (var phone = secure(bad)) {
                                phone.register(SECURE, 404, 20, RawPhone.JAVA);
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
            good.send(new StationRequest.TimeDateReq());
            assertThat(good.hearAll()).isNotEmpty();
        }
        assertThat(bench.alarms.raised()).anyMatch(alarm -> alarm.startsWith("TlsHandshakeFailed"));
    }

    @Test
    void an_unknown_phone_waits_to_be_adopted() throws Exception {
        try (var phone = bench.connect()) {
            assertRefused(phone, phone.register("SEPFFFFFFFFFFFF", 436, 20, RawPhone.JAVA), "UnknownDevice");
        }
        assertThat(waiting.list())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.deviceType()).isEqualTo(436));
    }

    @Test
    @Spec("OV-61")
    void nothing_of_a_secure_phones_messages_can_be_read_on_the_wire() throws Exception {
        try (var wire = new Wire(bench.service.secureAddress());
                var phone = RawPhone.secure(wire.address(), Pki.client(SccpBench.PKI.phone(SECURE)))) {
            phone.registered(SECURE, 404, 20, RawPhone.JAVA);
            phone.send(new StationKey.EnblocCall("2002", 1));
            phone.hearAll();
            var overheard = new String(wire.overheard(), StandardCharsets.ISO_8859_1);
            assertThat(overheard).doesNotContain(SECURE).doesNotContain("2001").doesNotContain("2002");
        }
    }

    @Test
    @Spec("OV-60")
    void a_message_that_was_tampered_with_ends_the_connection_unread() throws Exception {
        try (var wire = new Wire(bench.service.secureAddress());
                var phone = RawPhone.secure(wire.address(), Pki.client(SccpBench.PKI.phone(SECURE)))) {
            phone.registered(SECURE, 404, 20, RawPhone.JAVA);
            var read = bench.stack.counters().received();
            wire.tamper();
            phone.send(new StationRequest.TimeDateReq());
            assertThat(phone.isClosedByServer()).isTrue();
            assertThat(bench.stack.counters().received()).isEqualTo(read);
        }
    }
}
