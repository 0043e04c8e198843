package org.keyline.trust.signedfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.workbench.OpenSsl;

class SignedFileTest {
    private static final Instant CREATED = Instant.ofEpochSecond(1_700_000_000);
    private static final KeyMaterial SIGNER = Sheet.signer();
    private static final KeyMaterial PHONE = Sheet.phone();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void openssl_verifies_what_we_sign(SignatureDigest digest) throws Exception {
        var file = SignedFileReader.read(new SignedFileWriter(Signer.of(SIGNER), digest)
                .sign("Desktops/320x196x4/List.xml.sgn", bytes("<list/>"), CREATED));

        assertThat(opensslVerifies(file)).contains("Verified OK");
        assertThat(file.header().fileName()).isEqualTo("Desktops/320x196x4/List.xml.sgn");
        assertThat(file.content()).isEqualTo(bytes("<list/>"));
    }

    @Test
    void openssl_takes_an_encrypted_file_apart() throws Exception {
        var file = SignedFileReader.read(encrypted(bytes("<device/>\n")));
        var info = file.header().encryption().orElseThrow();
        PemKeyFile.write(directory.resolve("phone.pem"), PHONE);
        Files.write(directory.resolve("wrapped"), info.wrappedKey().bytes());
        Files.write(directory.resolve("ciphertext"), file.content());

        var key = OpenSsl.run(
                        "pkeyutl",
                        "-decrypt",
                        "-inkey",
                        directory.resolve("phone.pem"),
                        "-in",
                        directory.resolve("wrapped"),
                        "-pkeyopt",
                        "rsa_padding_mode:pkcs1")
                .output();
        var plain = OpenSsl.run(
                        "enc",
                        "-d",
                        "-aes-128-cbc",
                        "-nopad",
                        "-K",
                        hex(key),
                        "-iv",
                        hex(info.iv().bytes()),
                        "-in",
                        directory.resolve("ciphertext"))
                .output();

        assertThat(key).hasSize(16);
        assertThat(plain).isEqualTo(bytes("<device/>\n\r\r\r\r\r\r"));
        Files.write(directory.resolve("plain"), Arrays.copyOf(plain, plain.length - info.padCount()));
        assertThat(OpenSsl.text("dgst", "-sha1", "-r", directory.resolve("plain")))
                .startsWith(hex(info.plainDigest().bytes()));
        assertThat(opensslVerifies(file)).contains("Verified OK");
    }

    @ParameterizedTest
    @CsvSource({"0, 16", "1, 15", "15, 1", "16, 16", "17, 15"})
    void the_padding_fills_the_last_block_and_is_never_empty(int length, int padCount) throws Exception {
        var plaintext = new byte[length];

        var file = SignedFileReader.read(encrypted(plaintext));

        assertThat(file.header().encryption().orElseThrow().padCount()).isEqualTo(padCount);
        assertThat(EncryptedFileReader.decrypt(file, PHONE.key())).isEqualTo(plaintext);
    }

    @Test
    void two_encryptions_of_one_file_share_nothing() throws Exception {
        var first = SignedFileReader.read(encrypted(bytes("secret")));
        var second = SignedFileReader.read(encrypted(bytes("secret")));

        assertThat(first.content()).isNotEqualTo(second.content());
        var firstInfo = first.header().encryption().orElseThrow();
        var secondInfo = second.header().encryption().orElseThrow();
        assertThat(firstInfo.iv()).isNotEqualTo(secondInfo.iv());
        assertThat(firstInfo.wrappedKey()).isNotEqualTo(secondInfo.wrappedKey());
    }

    @Test
    void a_changed_bit_anywhere_is_noticed() {
        for (var name : new String[] {"config.sgn", "config.enc.sgn"}) {
            var original = Sheet.file(name);
            for (var i = 0; i < original.length * 8; i++) {
                var changed = original.clone();
                changed[i / 8] ^= (byte) (1 << (i % 8));
                assertThat(isGood(changed)).as("bit " + i + " of " + name).isFalse();
            }
        }
    }

    @Test
    void a_file_cut_off_anywhere_is_noticed() {
        for (var name : new String[] {"config.sgn", "config.enc.sgn"}) {
            var original = Sheet.file(name);
            for (var length = 0; length < original.length; length++) {
                assertThat(isGood(Arrays.copyOf(original, length))).isFalse();
            }
        }
    }

    @Test
    void a_file_for_another_phone_does_not_open() throws Exception {
        var file = SignedFileReader.read(encrypted(bytes("secret")));

        assertThatThrownBy(() -> EncryptedFileReader.decrypt(file, SIGNER.key()))
                .isInstanceOf(MalformedFileException.class);
        var plain = SignedFileReader.read(Sheet.file("config.sgn"));
        assertThatThrownBy(() -> EncryptedFileReader.decrypt(plain, PHONE.key()))
                .hasMessageContaining("not encrypted");
    }

    @Test
    void a_phone_with_an_ec_key_cannot_have_encrypted_files() {
        var key = KeyType.EC_P256.generate().getPublic();

        assertThatThrownBy(() -> new EncryptedFileWriter(Signer.of(SIGNER), SignatureDigest.SHA1)
                        .write("x.enc.sgn", new byte[1], key, CREATED))
                .isInstanceOf(SigningException.class);
    }

    @Property(tries = 200)
    void what_is_signed_is_read_again(
            @ForAll @Size(max = 2000) byte[] content, @ForAll SignatureDigest digest, @ForAll int nameSeed)
            throws Exception {
        var name = "dir/" + Integer.toHexString(nameSeed) + ".sgn";

        var file = SignedFileReader.read(new SignedFileWriter(Signer.of(SIGNER), digest).sign(name, content, CREATED));

        assertThat(file.content()).isEqualTo(content);
        assertThat(file.header().fileName()).isEqualTo(name);
        assertThat(file.header().length() % 4).isZero();
        assertThat(file.isSignedBy(SIGNER.certificate())).isTrue();
    }

    @Property(tries = 100)
    void what_is_encrypted_is_decrypted_again(@ForAll @Size(max = 2000) byte[] content) throws Exception {
        assertThat(EncryptedFileReader.decrypt(SignedFileReader.read(encrypted(content)), PHONE.key()))
                .isEqualTo(content);
    }

    private static byte[] encrypted(byte[] plaintext) throws SigningException {
        return new EncryptedFileWriter(Signer.of(SIGNER), SignatureDigest.SHA1)
                .write(
                        "SEP001122334455.cnf.xml.enc.sgn",
                        plaintext,
                        PHONE.certificate().getPublicKey(),
                        CREATED);
    }

    private static boolean isGood(byte[] file) {
        try {
            return SignedFileReader.read(file).isSignedBy(SIGNER.certificate());
        } catch (MalformedFileException e) {
            assertThat(e).hasMessageNotContaining("null");
            return false;
        }
    }

    private String opensslVerifies(SignedFile file) throws Exception {
        Files.write(
                directory.resolve("tbs"),
                file.header().signedBytes(file.encoded().bytes()));
        Files.write(directory.resolve("s"), file.header().signature().bytes());
        Files.write(directory.resolve("signer.pem"), PemKeyFile.text(SIGNER.certificate()));
        Files.writeString(
                directory.resolve("pub"),
                OpenSsl.text("x509", "-in", directory.resolve("signer.pem"), "-noout", "-pubkey"));
        return OpenSsl.text(
                "dgst",
                "-" + file.header().digest().name().toLowerCase(java.util.Locale.ROOT),
                "-verify",
                directory.resolve("pub"),
                "-signature",
                directory.resolve("s"),
                directory.resolve("tbs"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
