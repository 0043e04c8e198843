package org.keyline.trust.lsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keyline.trust.workbench.TestAuthority.NOW;
import static org.keyline.trust.workbench.TestAuthority.PHONE;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.workbench.OpenSsl;
import org.keyline.trust.workbench.TestAuthority;

class LscIssuerTest {
    private final KeyMaterial capf = TestAuthority.authority("C=JP,L=Tokyo,O=Lab,OU=CAPF,CN=CAPF-1");
    private final LscIssuer issuer = new LscIssuer(capf, 5, CertificateSignature.SHA256, TestAuthority.at(NOW));

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"RSA_512", "RSA_1024", "RSA_2048", "EC_P256", "EC_P521"})
    @Spec("CAPF-002")
    void openssl_verifies_an_lsc_and_sees_its_profile(KeyType type) throws Exception {
        var lsc = issuer.issue(PHONE, type.generate().getPublic(), type);
        Files.write(directory.resolve("lsc.cer"), lsc.getEncoded());
        Files.write(directory.resolve("lsc.pem"), PemKeyFile.text(lsc));
        Files.write(directory.resolve("capf.pem"), PemKeyFile.text(capf.certificate()));

        assertThat(OpenSsl.text(
                        "verify",
                        "-attime",
                        NOW.getEpochSecond(),
                        "-auth_level",
                        "0",
                        "-CAfile",
                        directory.resolve("capf.pem"),
                        directory.resolve("lsc.pem")))
                .contains("OK");
        assertThat(OpenSsl.text("x509", "-inform", "DER", "-in", directory.resolve("lsc.cer"), "-noout", "-text"))
                .contains("Version: 3", "sha256WithRSAEncryption", "Public-Key: (" + type.bits() + " bit)")
                .contains("Subject: CN = SEP001122334455, OU = CAPF, O = Lab, L = Tokyo, C = JP")
                .contains("Not Before: Feb 28 12:00:00 2026 GMT", "Not After : Mar  1 12:00:00 2031 GMT")
                .containsPattern("Basic Constraints: critical\\s+CA:FALSE")
                .containsPattern("Key Usage: critical\\s+Digital Signature, Key Encipherment\n")
                .contains("TLS Web Server Authentication, TLS Web Client Authentication");
    }

    @Test
    void the_issuer_has_the_same_bytes_as_capfs_subject() throws Exception {
        var lsc = issuer.issue(PHONE, KeyType.RSA_1024.generate().getPublic(), KeyType.RSA_1024);

        assertThat(lsc.getIssuerX500Principal().getEncoded())
                .isEqualTo(capf.certificate().getSubjectX500Principal().getEncoded());
    }

    @Test
    void a_key_of_another_size_or_kind_than_requested_is_refused() {
        var key = KeyType.RSA_1024.generate().getPublic();

        assertThatThrownBy(() -> issuer.issue(PHONE, key, KeyType.RSA_2048))
                .isInstanceOf(UnacceptableKeyException.class)
                .hasMessageContaining("told to make a key of type RSA_2048 and sent RSA_1024");
        assertThatThrownBy(() -> issuer.issue(PHONE, key, KeyType.EC_P256))
                .isInstanceOf(UnacceptableKeyException.class);
    }

    @Test
    void weak_rsa_keys_are_refused() throws Exception {
        var modulus = ((RSAPublicKey) KeyType.RSA_1024.generate().getPublic()).getModulus();

        assertThatThrownBy(() -> PhonePublicKey.parse(rsa(modulus, BigInteger.TWO.pow(16)), KeyType.RSA_1024))
                .hasMessageContaining("exponent");
        assertThatThrownBy(() -> PhonePublicKey.parse(rsa(modulus, BigInteger.ONE), KeyType.RSA_1024))
                .isInstanceOf(UnacceptableKeyException.class);
        assertThatThrownBy(() ->
                        PhonePublicKey.parse(rsa(modulus.clearBit(0), BigInteger.valueOf(65537)), KeyType.RSA_1024))
                .isInstanceOf(UnacceptableKeyException.class);
    }

    @Test
    void a_point_off_its_curve_is_refused() {
        var der = KeyType.EC_P256.generate().getPublic().getEncoded();
        der[der.length - 1] ^= 1;

        assertThatThrownBy(() -> PhonePublicKey.parse(der, KeyType.EC_P256))
                .isInstanceOf(UnacceptableKeyException.class);
    }

    @Test
    void a_public_key_cut_off_anywhere_or_followed_by_something_is_refused() throws Exception {
        var der = KeyType.RSA_1024.generate().getPublic().getEncoded();

        assertThat(PhonePublicKey.parse(der, KeyType.RSA_1024).getEncoded()).isEqualTo(der);
        for (var length = 0; length < der.length; length++) {
            var cut = Arrays.copyOf(der, length);
            assertThatThrownBy(() -> PhonePublicKey.parse(cut, KeyType.RSA_1024))
                    .isInstanceOf(UnacceptableKeyException.class);
        }
        assertThatThrownBy(() -> PhonePublicKey.parse(Arrays.copyOf(der, der.length + 1), KeyType.RSA_1024))
                .isInstanceOf(UnacceptableKeyException.class);
        assertThatThrownBy(() -> PhonePublicKey.parse(new byte[5000], KeyType.RSA_1024))
                .hasMessageContaining("longer than");
    }

    @Test
    void names_and_validities_out_of_range_are_refused() {
        assertThatThrownBy(
                        () -> issuer.issue("SEP;X", KeyType.RSA_512.generate().getPublic(), KeyType.RSA_512))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LscIssuer(capf, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LscIssuer(capf, 31)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] rsa(BigInteger modulus, BigInteger exponent) throws Exception {
        var valid = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus.setBit(0), BigInteger.valueOf(65537)));
        var info = SubjectPublicKeyInfo.getInstance(valid.getEncoded());
        return new SubjectPublicKeyInfo(
                        info.getAlgorithm(), new org.bouncycastle.asn1.pkcs.RSAPublicKey(modulus, exponent))
                .getEncoded();
    }
}
