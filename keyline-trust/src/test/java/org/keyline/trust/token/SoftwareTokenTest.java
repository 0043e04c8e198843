package org.keyline.trust.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.workbench.OpenSsl;

class SoftwareTokenTest {
    private static final Secret PASSWORD = Secret.of("Cisco123");

    @TempDir
    Path directory;

    @Test
    @Spec("CTL9-01")
    void the_password_gives_access_to_the_signing_key() throws Exception {
        var file = directory.resolve("one.p12");
        var created = SoftwareToken.create(file, PASSWORD, "SAST-1", "Lab");

        var opened = SoftwareToken.open(file, PASSWORD);

        assertThat(opened.certificate()).isEqualTo(created.certificate());
        assertThat(DistinguishedNameText.subject(opened.certificate())).isEqualTo("CN=SAST-1;OU=Security Token;O=Lab");
        var signature = opened.sign(SignatureDigest.SHA1, new byte[] {1, 2, 3});
        assertThat(Signer.verify(created.certificate(), SignatureDigest.SHA1, new byte[] {1, 2, 3}, signature))
                .isTrue();
        assertThatThrownBy(() -> SoftwareToken.open(file, Secret.of("cisco123")))
                .isInstanceOf(TokenException.class)
                .hasMessage("The password does not open the token " + file);
    }

    @Test
    void openssl_opens_the_file_too_and_only_its_owner_can_read_it() throws Exception {
        var file = directory.resolve("one.p12");
        SoftwareToken.create(file, PASSWORD, "SAST-1", "Lab");

        assertThat(OpenSsl.text("pkcs12", "-in", file, "-passin", "pass:Cisco123", "-nokeys"))
                .contains("CN = SAST-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_token_is_never_overwritten() throws Exception {
        var file = directory.resolve("one.p12");
        SoftwareToken.create(file, PASSWORD, "SAST-1", "Lab");

        assertThatThrownBy(() -> SoftwareToken.create(file, PASSWORD, "SAST-2", "Lab"))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_file_that_is_no_token_is_named() throws Exception {
        var file = directory.resolve("one.p12");
        SoftwareToken.create(file, PASSWORD, "SAST-1", "Lab");
        var whole = Files.readAllBytes(file);

        for (var length : new int[] {0, 1, 100, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SoftwareToken.open(file, PASSWORD))
                    .isInstanceOf(TokenException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(() -> SoftwareToken.open(file, PASSWORD)).hasMessageContaining("longer than");
    }

    @Test
    void nothing_secret_is_printed() throws Exception {
        var token = SoftwareToken.create(directory.resolve("one.p12"), PASSWORD, "SAST-1", "Lab");

        assertThat(token.toString()).contains("one.p12", "CN=SAST-1").doesNotContain("Cisco123");
        assertThat(token.name()).isEqualTo("one.p12");
    }
}
