package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.trust.tls.TlsProfile;

/**
 * Phones of the 79xx generation under the legacy profile: TLS 1.0 with AES128-SHA, or with NULL-SHA in Authenticated
 * mode. Runs in a Java process of its own, since what it switches on holds for the whole process.
 */
@EnabledIfSystemProperty(named = "keyline.legacyTls", matches = "true")
class LegacyPhoneTest {
    private static final String ENCRYPTED = "SEP0000000079E1";
    private static final String AUTHENTICATED = "SEP0000000079A1";
    private static final String AES128_SHA = "TLS_RSA_WITH_AES_128_CBC_SHA";
    private static final String NULL_SHA = "SSL_RSA_WITH_NULL_SHA";

    private final Phones phones = new Phones();
    private final SccpBench bench;

    LegacyPhoneTest() throws IOException {
        phones.add(ENCRYPTED, Phones.model7960(), DeviceSecurityMode.ENCRYPTED, List.of("2001"));
        phones.add(AUTHENTICATED, Phones.model7960(), DeviceSecurityMode.AUTHENTICATED, List.of("2002"));
        bench = SccpBench.real(
                phones, SccpBench.Setup.USUAL.with(TlsProfile.LEGACY_PHONE), new WaitingPhones(Clock.systemUTC()));
    }

    @BeforeAll
    static void admitOldTls() {
        LegacyAlgorithms.enable();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static KeyMaterial certificate(String name) throws Exception {
        KeyPair keys = KeyType.RSA_1024.generate();
        var issuer = new LscIssuer(SccpBench.PKI.capf, 5);
        return new KeyMaterial(keys.getPrivate(), issuer.issue(name, keys.getPublic(), KeyType.RSA_1024));
    }

    private static RawPhone phone(Wire wire, String name, String suite) throws Exception {
        return RawPhone.old(wire.address(), Pki.client(certificate(name)), suite);
    }

    private static String overheard(Wire wire) {
        return new String(wire.overheard(), StandardCharsets.ISO_8859_1);
    }

    @Test
    @Spec("PH-034")
    void an_encrypted_7960_registers_over_tls_1_0_with_aes128_sha_and_cannot_be_read() throws Exception {
        try (var wire = new Wire(bench.service.secureAddress());
                var phone = phone(wire, ENCRYPTED, AES128_SHA)) {
            phone.registered(ENCRYPTED, 7, 11, RawPhone.CLASSIC);
            phone.send(new StationKey.EnblocCall("0311112222", 1));
            phone.hearAll();
            assertThat(phone.cipherSuite()).isEqualTo(AES128_SHA);
            assertThat(overheard(wire)).doesNotContain("0311112222").doesNotContain("D.M.Y");
        }
    }

    @Test
    @Spec("PH-033")
    void an_authenticated_7960_registers_over_tls_with_null_sha_readable_but_unforgeable() throws Exception {
        try (var wire = new Wire(bench.service.secureAddress());
                var phone = phone(wire, AUTHENTICATED, NULL_SHA)) {
            phone.registered(AUTHENTICATED, 7, 11, RawPhone.CLASSIC);
            assertThat(phone.cipherSuite()).isEqualTo(NULL_SHA);
            assertThat(overheard(wire)).contains("D.M.Y");
            var read = bench.stack.counters().received();
            wire.tamper();
            phone.send(new StationKey.EnblocCall("2001", 1));
            assertThat(phone.isClosedByServer()).isTrue();
            assertThat(bench.stack.counters().received()).isEqualTo(read);
        }
    }

    @Test
    @Spec("AL-04")
    void a_phone_set_as_encrypted_that_comes_with_null_sha_is_refused_with_an_alarm() throws Exception {
        try (var wire = new Wire(bench.service.secureAddress());
                var phone = phone(wire, ENCRYPTED, NULL_SHA)) {
            assertThat(phone.register(ENCRYPTED, 7, 11, RawPhone.CLASSIC))
                    .isInstanceOf(ServerRegistration.RegisterReject.class);
            assertThat(phone.isClosedByServer()).isTrue();
        }
        assertThat(bench.alarms.raised())
                .anyMatch(alarm -> alarm.startsWith("IncompatibleTlsConnection") && alarm.contains("AUTHENTICATED"));
    }
}
