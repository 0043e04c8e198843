package org.keyline.trust.lsc;

import static org.keyline.trust.workbench.TestAuthority.NOW;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.CertificateException;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.sheet.Sheet;

/** What phones send about their keys and certificates is accepted or refused, whatever bytes it is. */
class PhoneKeyFuzzTest {
    private static final PhoneCertificates ACCEPTED = new PhoneCertificates(
            List.of(Sheet.signer().certificate()), List.of(Sheet.phone().certificate()));

    static List<byte[]> keys() {
        return List.of(
                Sheet.phone().certificate().getPublicKey().getEncoded(),
                KeyType.EC_P256.generate().getPublic().getEncoded(),
                new byte[0]);
    }

    static List<byte[]> certificates() {
        return List.of(Sheet.file("phone.cer"), new byte[0]);
    }

    @MethodSource("keys")
    @FuzzTest(maxDuration = "30s")
    void any_bytes_are_a_key_or_unacceptable(byte[] bytes) {
        for (var type : List.of(KeyType.RSA_1024, KeyType.EC_P256)) {
            try {
                PhonePublicKey.parse(bytes, type);
            } catch (UnacceptableKeyException described) {
                requireMessage(described);
            }
        }
    }

    @MethodSource("certificates")
    @FuzzTest(maxDuration = "30s")
    void any_certificate_gets_a_verdict_with_a_description(byte[] bytes) {
        try {
            var verdict = ACCEPTED.check(Certificates.parse(bytes), "SEP001122334455", NOW);
            if (verdict.description().isBlank()) {
                throw new AssertionError("A verdict needs a description");
            }
        } catch (CertificateException notACertificate) {
            requireMessage(notACertificate);
        }
    }

    private static void requireMessage(Exception described) {
        if (described.getMessage() == null) {
            throw new AssertionError("A refusal needs a description", described);
        }
    }
}
