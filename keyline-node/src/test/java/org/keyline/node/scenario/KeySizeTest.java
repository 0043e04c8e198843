package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.KeyType;

/** Phones that make keys of other kinds than most, enrol with them and register over TLS. */
class KeySizeTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001").model("6921").with("keySize: EC_P256"),
                    Desk.encrypted("bob", "2002").model("6921").with("keySize: EC_P384"),
                    Desk.encrypted("carol", "2003").model("6921").with("keySize: \"3072\""));

    @Test
    @Spec({"CAPF-002", "CAPF-066", "CAPF-020"})
    void phones_with_elliptic_curve_and_long_rsa_keys_enrol_register_over_tls_and_talk() {
        var phones = SITE.boot("alice", "bob", "carol");

        assertThat(phones.stream().map(KeySizeTest::keyOf).toList())
                .isEqualTo(List.of(KeyType.EC_P256, KeyType.EC_P384, KeyType.RSA_3072));
        phones.forEach(phone -> assertThat(phone.phone().cipherSuite()).contains("AES"));
        var alice = phones.getFirst();
        alice.dials("2002");
        phones.get(1).rings().answers();
        alice.hearsEncrypted(phones.get(1)).showsLock();
    }

    private static KeyType keyOf(LabPhone phone) {
        var lsc = phone.flash().lsc().orElseThrow().certificate();
        return KeyType.of(lsc.getPublicKey()).orElseThrow();
    }
}
