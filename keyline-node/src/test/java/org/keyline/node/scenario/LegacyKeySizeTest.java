package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.KeyType;

/** What only a server for old phones admits: short keys, and the curve P-521. */
class LegacyKeySizeTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .legacyTls()
            .with(
                    Desk.encrypted("alice", "2001").model("6921").with("keySize: EC_P521"),
                    Desk.encrypted("bob", "2002").with("keySize: \"1024\""));

    @Test
    @Spec({"CAPF-002", "CAPF-066", "CAPF-P15"})
    void they_enrol_and_register_over_tls_where_the_administrator_admits_old_phones() {
        var phones = SITE.boot("alice", "bob");

        assertThat(phones.stream().map(LegacyKeySizeTest::keyOf).toList())
                .isEqualTo(List.of(KeyType.EC_P521, KeyType.RSA_1024));
        phones.forEach(phone -> assertThat(phone.phone().cipherSuite()).contains("AES"));
    }

    private static KeyType keyOf(LabPhone phone) {
        var lsc = phone.flash().lsc().orElseThrow().certificate();
        return KeyType.of(lsc.getPublicKey()).orElseThrow();
    }
}
