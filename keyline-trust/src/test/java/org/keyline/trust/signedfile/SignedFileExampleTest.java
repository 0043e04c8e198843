package org.keyline.trust.signedfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;

/** The worked examples of the signed-files sheet, sections 5 and 6. */
class SignedFileExampleTest {
    private static final Instant CREATED = Instant.ofEpochSecond(1_700_000_000);
    private static final String PLAIN = "<device><encrConfig>true</encrConfig></device>\n";

    @Test
    void the_signed_example_is_rebuilt_bit_for_bit() throws Exception {
        var file = new SignedFileWriter(Signer.of(Sheet.signer()), SignatureDigest.SHA1)
                .sign("SEP001122334455.cnf.xml.sgn", ascii("<device></device>\n"), CREATED);

        assertThat(file).isEqualTo(Sheet.file("config.sgn"));
    }

    @Test
    void the_signed_example_verifies_with_the_digest_of_the_sheet() throws Exception {
        var file = SignedFileReader.read(Sheet.file("config.sgn"));

        var sha1 = MessageDigest.getInstance("SHA-1")
                .digest(file.header().signedBytes(file.encoded().bytes()));
        assertThat(HexFormat.of().formatHex(sha1)).isEqualTo("04e01b8ddbb59a5704a9146b82a27ec285622347");
        assertThat(file.isSignedBy(Sheet.signer().certificate())).isTrue();
        assertThat(file.isEncrypted()).isFalse();
    }

    @Test
    void the_encrypted_example_decrypts_with_the_phones_key() throws Exception {
        var file = SignedFileReader.read(Sheet.file("config.enc.sgn"));

        assertThat(file.isSignedBy(Sheet.signer().certificate())).isTrue();
        assertThat(EncryptedFileReader.decrypt(file, Sheet.phone().key())).isEqualTo(ascii(PLAIN));
    }

    @Test
    void an_encrypted_file_with_the_example_key_differs_only_in_wrapped_key_and_signature() throws Exception {
        var key = new EncryptedFileWriter.ContentKey(
                HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"),
                HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));

        var file = new EncryptedFileWriter(Signer.of(Sheet.signer()), SignatureDigest.SHA1)
                .write(
                        "SEP001122334455.cnf.xml.enc.sgn",
                        ascii(PLAIN),
                        Sheet.phone().certificate().getPublicKey(),
                        CREATED,
                        key);

        assertThat(withoutRandomParts(file)).isEqualTo(withoutRandomParts(Sheet.file("config.enc.sgn")));
    }

    @Test
    void the_certificate_hash_is_that_of_the_sheet() {
        assertThat(Certificates.certificateHash(Sheet.phone().certificate()))
                .isEqualTo("1d123ff8d1163468f8925525e0af8ae2");
    }

    /** The signature at 0049 and the wrapped key at 0128 (its PKCS #1 padding is random). */
    private static String withoutRandomParts(byte[] file) {
        var hex = HexFormat.of();
        return hex.formatHex(file, 0, 0x49)
                + hex.formatHex(file, 0xc9, 0x128)
                + hex.formatHex(file, 0x1a8, file.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
