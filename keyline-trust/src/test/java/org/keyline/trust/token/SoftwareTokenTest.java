package org.keyline.trust.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.workbench.OpenSsl;

class SoftwareTokenTest {
    private static final Secret PASSWORD = Secret.of("Office-2026");
    private static final Secret WRONG = Secret.of("wrong, quite wrong");

    @TempDir
    Path directory;

    @TempDir
    Path state;

    @BeforeEach
    void rememberElsewhere() {
        System.setProperty("keyline.state", state.toString());
    }

    @AfterEach
    void rememberAsUsual() {
        System.clearProperty("keyline.state");
    }

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
        assertThatThrownBy(() -> SoftwareToken.open(file, Secret.of("office-2026")))
                .isInstanceOf(TokenException.class)
                .hasMessageStartingWith("The password does not open the token " + file);
    }

    @Test
    void openssl_opens_the_file_too_and_only_its_owner_can_read_it() throws Exception {
        var file = directory.resolve("one.p12");
        SoftwareToken.create(file, PASSWORD, "SAST-1", "Lab");

        assertThat(OpenSsl.text("pkcs12", "-in", file, "-passin", "pass:Office-2026", "-nokeys"))
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

        assertThat(token.toString()).contains("one.p12", "CN=SAST-1").doesNotContain("Office-2026");
        assertThat(token.name()).isEqualTo("one.p12");
    }

    @Test
    @Spec({"CTL9-04", "CTL9-05", "SEC-36"})
    void fifteen_wrong_passwords_are_borne_and_a_right_one_forgets_them() throws Exception {
        var file = token();

        for (var left = 14; left >= 0; left--) {
            assertThatThrownBy(() -> SoftwareToken.open(file, WRONG))
                    .isInstanceOfSatisfying(
                            TokenException.class,
                            said -> assertThat(said.reason()).isEqualTo(TokenException.Reason.WRONG_PASSWORD))
                    .hasMessageEndingWith("Wrong passwords it still bears: " + left);
        }
        assertThat(place(file).attemptsLeft()).contains(1);
        SoftwareToken.open(file, PASSWORD);

        assertThat(place(file).attemptsLeft()).contains(16);
        assertThatThrownBy(() -> SoftwareToken.open(file, WRONG)).hasMessageEndingWith("bears: 14");
    }

    @Test
    @Spec({"CTL9-04", "CTL9-M105", "SEC-34", "SEC-35"})
    void the_sixteenth_locks_for_good_even_when_an_older_copy_is_put_back() throws Exception {
        var file = token();
        var copy = Files.readAllBytes(file);

        for (var failures = 0; failures < 15; failures++) {
            assertThatThrownBy(() -> SoftwareToken.open(file, WRONG)).isInstanceOf(TokenException.class);
        }
        isLocked(file, WRONG);

        isLocked(file, PASSWORD);
        Files.write(file, copy);
        isLocked(file, PASSWORD);
        Files.delete(directory.resolve("one.p12.attempts"));
        isLocked(file, PASSWORD);
        var elsewhere = Files.write(directory.resolve("elsewhere.p12"), copy);
        isLocked(elsewhere, PASSWORD);
    }

    @Test
    void the_key_of_a_locked_token_is_gone_from_its_file() throws Exception {
        var file = token();
        for (var failures = 0; failures < 16; failures++) {
            assertThatThrownBy(() -> SoftwareToken.open(file, WRONG)).isInstanceOf(TokenException.class);
        }

        var listed = OpenSsl.text("pkcs12", "-in", file, "-passin", "pass:wrong, quite wrong", "-nodes");

        assertThat(listed).contains("CN = SAST-1").doesNotContain("PRIVATE KEY");
        assertThat(place(file).certificate()).isPresent();
    }

    @Test
    void an_attempt_that_was_cut_short_is_counted() throws Exception {
        var file = token();
        Files.writeString(directory.resolve("one.p12.attempts"), "15\n");

        assertThatThrownBy(() -> SoftwareToken.open(file, WRONG)).hasMessageContaining("locked and unusable");
    }

    @Test
    void a_damaged_count_leaves_one_attempt() throws Exception {
        var file = token();
        Files.writeString(directory.resolve("one.p12.attempts"), "-- not a number --");

        assertThat(place(file).attemptsLeft()).contains(1);
        SoftwareToken.open(file, PASSWORD);
        assertThat(place(file).attemptsLeft()).contains(16);
    }

    @Test
    @Spec("CTL9-02")
    void a_token_with_the_delivered_password_does_not_sign_until_it_is_changed() throws Exception {
        var file = directory.resolve("new.p12");
        SoftwareToken.create(file, TokenPassword.delivered(), "SAST-1", "Lab");

        var opened = SoftwareToken.open(file, Secret.of("Cisco123"));
        assertThat(opened.passwordMustChange()).isTrue();
        assertThatThrownBy(() -> opened.sign(SignatureDigest.SHA1, new byte[1]))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("Change it first: keyline token passwd " + file);
        assertThatThrownBy(() -> SoftwareToken.open(file, Secret.of("cisco123")))
                .isInstanceOf(TokenException.class);

        SoftwareToken.changePassword(file, TokenPassword.delivered(), PASSWORD);

        var changed = SoftwareToken.open(file, PASSWORD);
        assertThat(changed.passwordMustChange()).isFalse();
        assertThat(changed.certificate()).isEqualTo(opened.certificate());
        assertThat(changed.sign(SignatureDigest.SHA1, new byte[1])).hasSize(256);
        assertThatThrownBy(() -> SoftwareToken.open(file, TokenPassword.delivered()))
                .isInstanceOf(TokenException.class);
    }

    @Test
    @Spec("CTL9-03")
    void an_unfit_new_password_is_refused_with_the_rule_it_breaks() throws Exception {
        var file = token();

        for (var unfit : List.of("short", "x".repeat(65), "Cisco123", "zzzzzzzzzzzz", "Office-2026")) {
            assertThatThrownBy(() -> SoftwareToken.changePassword(file, PASSWORD, Secret.of(unfit)))
                    .isInstanceOfSatisfying(
                            TokenException.class,
                            said -> assertThat(said.reason()).isEqualTo(TokenException.Reason.UNFIT_PASSWORD))
                    .hasMessageContaining("is not fit for a token. It ")
                    .hasMessageNotContaining(unfit);
        }
        assertThatThrownBy(() -> SoftwareToken.changePassword(file, WRONG, Secret.of("Another-2026")))
                .hasMessageContaining("does not open");
        SoftwareToken.open(file, PASSWORD);
    }

    @Test
    @Spec("CTL9-01")
    void openssl_verifies_a_ctl_file_that_the_token_signed() throws Exception {
        SignedCtl.openSslVerifies(SoftwareToken.open(token(), PASSWORD), directory);
    }

    @Test
    void a_token_file_of_openssls_making_is_a_token_too() throws Exception {
        var key = directory.resolve("key.pem");
        var file = directory.resolve("foreign.p12");
        OpenSsl.text(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=foreign",
                "-keyout",
                key,
                "-out",
                directory.resolve("certificate.pem"));
        OpenSsl.text(
                "pkcs12",
                "-export",
                "-inkey",
                key,
                "-in",
                directory.resolve("certificate.pem"),
                "-passout",
                "pass:Office-2026",
                "-out",
                file);

        assertThatThrownBy(() -> SoftwareToken.open(file, WRONG)).hasMessageEndingWith("bears: 14");
        assertThat(DistinguishedNameText.subject(
                        SoftwareToken.open(file, PASSWORD).certificate()))
                .isEqualTo("CN=foreign");
    }

    private Path token() throws Exception {
        var file = directory.resolve("one.p12");
        SoftwareToken.create(file, PASSWORD, "SAST-1", "Lab");
        return file;
    }

    private static TokenPlace place(Path file) throws TokenException {
        return TokenPlace.parse(file.toString());
    }

    private static void isLocked(Path file, Secret password) {
        assertThatThrownBy(() -> SoftwareToken.open(file, password))
                .isInstanceOfSatisfying(
                        TokenException.class, said -> assertThat(said.reason()).isEqualTo(TokenException.Reason.LOCKED))
                .hasMessageContaining("is locked and unusable");
    }
}
