package org.keyline.trust.lsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.signing.SignatureDigest;

/** The signed data of the CAPF sheet, sections 5 and 8. */
class CapfSignatureTest {
    private static final String ELEMENT_6 = """
            1ebac0bb6790b2d2162c0790b9e7b3f6af89f5d52d7caff24db391e013abd632\
            d369d861621d09fe75b96ab14cfedc2b950b85fbb84e789034cf86c719e16552\
            d6912f66c124c71157a0b40bc552f1d528dff5ffbac520ba1348a114435d79bd\
            2134b3956f1987ed7ecd879ba1c15453ffa05efadd0b397a751f51788aaa059d""";
    private static final String ELEMENT_20 = """
            0003b54c3ac431e32911a5919846e56e72b0af316b68c04495735e6935bbcbb5\
            666c91220c84e73b66f79c1256cf249bc0595dfa69b9241e2937b988e77017b5\
            8a99c078e2c552941e5fb64de98ff01aa82ca9a50fd0589536a58e8f1689a039\
            44ddd52a836b56b389fc844b9243a70a48dae37bb1f011d406f7efd881e6d6d2""";

    private final byte[] data =
            CapfSignature.deviceData("SEP001122334455", Sheet.phone().certificate());

    @Test
    void elements_6_and_20_of_the_example_are_rebuilt() throws Exception {
        var key = Sheet.phone().key();

        assertThat(hex(CapfSignature.sign(key, SignatureDigest.SHA1, data))).isEqualTo(ELEMENT_6);
        assertThat(hex(CapfSignature.sign(key, SignatureDigest.SHA512, data))).isEqualTo(ELEMENT_20);
    }

    @Test
    void elements_6_and_20_of_the_example_verify() {
        var key = Sheet.phone().certificate().getPublicKey();

        assertThat(CapfSignature.verify(key, SignatureDigest.SHA1, data, parse(ELEMENT_6)))
                .isTrue();
        assertThat(CapfSignature.verify(key, SignatureDigest.SHA512, data, parse(ELEMENT_20)))
                .isTrue();
    }

    @Test
    void each_changed_byte_of_the_signature_or_the_data_is_noticed() {
        var key = Sheet.phone().certificate().getPublicKey();

        for (var i = 0; i < 128; i++) {
            var signature = parse(ELEMENT_6);
            signature[i] ^= 1;
            assertThat(CapfSignature.verify(key, SignatureDigest.SHA1, data, signature))
                    .isFalse();
        }
        data[0] ^= 1;
        assertThat(CapfSignature.verify(key, SignatureDigest.SHA1, data, parse(ELEMENT_6)))
                .isFalse();
        assertThat(CapfSignature.verify(key, SignatureDigest.SHA1, data, new byte[3]))
                .isFalse();
    }

    @Test
    void an_ordinary_rsa_signature_is_not_accepted() throws Exception {
        var ordinary = Signature.getInstance("SHA1withRSA");
        ordinary.initSign(Sheet.phone().key());
        ordinary.update(data);

        assertThat(CapfSignature.verify(
                        Sheet.phone().certificate().getPublicKey(), SignatureDigest.SHA1, data, ordinary.sign()))
                .isFalse();
    }

    @Test
    void the_session_data_is_little_endian() {
        var sessionData = CapfSignature.sessionData(0x2a, Sheet.phone().certificate());

        assertThat(hex(SignatureDigest.SHA1.of(sessionData))).isEqualTo("ac456e59b179e815c72f508b595f0d900d036ef7");
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "EC_P521", "RSA_1024"})
    void every_kind_of_key_can_sign_and_be_verified(KeyType type) throws Exception {
        var keys = type.generate();
        var other = type.generate();

        var signature = CapfSignature.sign(keys.getPrivate(), SignatureDigest.SHA512, data);

        assertThat(CapfSignature.verify(keys.getPublic(), SignatureDigest.SHA512, data, signature))
                .isTrue();
        assertThat(CapfSignature.verify(other.getPublic(), SignatureDigest.SHA512, data, signature))
                .isFalse();
        assertThat(CapfSignature.verify(keys.getPublic(), SignatureDigest.SHA1, data, signature))
                .isFalse();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] parse(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
