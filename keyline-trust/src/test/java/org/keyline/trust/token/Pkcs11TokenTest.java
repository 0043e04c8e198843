package org.keyline.trust.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.workbench.SoftHsm;

/**
 * A real PKCS #11 module. It reads its configuration when it is loaded, which happens once in a process: so each story
 * here runs in a Java process of its own, where its environment is ours.
 */
class Pkcs11TokenTest {
    private static final Secret PASSWORD = Secret.of("Office-2026");

    @TempDir
    static Path home;

    private static SoftHsm hsm;

    @BeforeAll
    static void makeTwoTokens() throws Exception {
        hsm = SoftHsm.in(home);
        hsm.initialise("first", "Office-2026");
        hsm.initialise("second", "Office-2026");
    }

    @Test
    void a_token_in_a_module_signs_and_its_key_never_leaves_it() throws Exception {
        hsm.run(Story.class, "signs", hsm.module(), home);

        assertThat(hsm.pkcs11Tool("--list-objects", "--login", "--pin", "Office-2026", "--slot-index", "0"))
                .contains("Private Key Object; RSA", "sensitive, always sensitive, never extractable, local")
                .contains("Certificate Object", "CN=SAST-hsm");
    }

    @Test
    void a_wrong_password_is_told_apart_from_a_missing_token() throws Exception {
        hsm.run(Story.class, "refuses", hsm.module(), home);
    }

    @Test
    void the_password_of_a_token_is_changed_in_it() throws Exception {
        var another = SoftHsm.in(home.resolve("another"));
        another.initialise("only", "Office-2026");

        another.run(Story.class, "changes", another.module());

        assertThat(another.pkcs11Tool("--list-objects", "--login", "--pin", "Another-2027"))
                .contains("Private Key Object; RSA");
        assertThatThrownBy(() -> another.pkcs11Tool("--list-objects", "--login", "--pin", "Office-2026"))
                .hasMessageContaining("CKR_PIN_INCORRECT");
    }

    @Test
    @Spec({"CTL3-31", "CTL9-08"})
    void a_module_without_its_smart_card_service_is_told_from_a_module_that_is_none() throws Exception {
        hsm.run(Story.class, "sees no reader", SoftHsm.openSc());
    }

    @Test
    void the_slots_with_a_token_are_listed() throws Exception {
        hsm.run(Story.class, "lists", hsm.module(), home);
    }

    @Test
    @Spec({"CTL9-04", "CTL9-M105"})
    void a_token_that_locked_itself_is_reported_in_the_same_words() {
        var slot = new TokenPlace.Slot(Path.of("/usr/lib/libtoken.so"), 0);
        var said = Pkcs11Token.refusal(slot, new IOException("load failed", new IOException("CKR_PIN_LOCKED")));

        assertThat(said.reason()).isEqualTo(TokenException.Reason.LOCKED);
        assertThat(said).hasMessageContaining("is locked and unusable").hasMessageContaining("get another token");
    }

    @Test
    void a_place_is_written_and_read_alike() throws Exception {
        for (var text : new String[] {"pkcs11:/usr/lib/libtoken.so#3", "/media/token.p12"}) {
            assertThat(TokenPlace.parse(text)).hasToString(text);
        }
        assertThat(TokenPlace.parse("pkcs11:/usr/lib/libtoken.so")).hasToString("pkcs11:/usr/lib/libtoken.so#0");
        for (var text : new String[] {"pkcs11:/lib.so#x", "pkcs11:/lib.so#-1", "pkcs11:/lib.so#16"}) {
            assertThatThrownBy(() -> TokenPlace.parse(text)).isInstanceOf(TokenException.class);
        }
    }

    @Test
    void a_module_that_is_none_is_named() throws Exception {
        var file = Files.writeString(home.resolve("text.so"), "no library");
        for (var path : new String[] {file.toString(), "/nowhere/at-all.so", "/tmp/a b\n.so"}) {
            assertThatThrownBy(() -> new TokenPlace.Slot(Path.of(path), 0).open(PASSWORD))
                    .isInstanceOfSatisfying(
                            TokenException.class,
                            said -> assertThat(said.reason()).isEqualTo(TokenException.Reason.NO_MODULE));
        }
    }

    /** What happens in the other process; it fails with a stack trace and an exit code. */
    static final class Story {
        private Story() {}

        /** Which story, the module, a directory. */
        public static void main(String[] arguments) throws Exception {
            var module = Path.of(arguments[1]);
            switch (arguments[0]) {
                case "signs" -> signs(module, Path.of(arguments[2]));
                case "refuses" -> refuses(module);
                case "lists" -> lists(module);
                case "changes" -> changes(module);
                case "sees no reader" -> seesNoReader(module);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }

        private static void signs(Path module, Path directory) throws Exception {
            var slot = new TokenPlace.Slot(module, 0);
            var made = slot.create(PASSWORD, "SAST-hsm", "Lab");
            var opened = slot.open(PASSWORD);
            assertThat(opened.certificate()).isEqualTo(made.certificate());
            var signature = opened.sign(SignatureDigest.SHA512, new byte[] {1, 2, 3});
            assertThat(Signer.verify(made.certificate(), SignatureDigest.SHA512, new byte[] {1, 2, 3}, signature))
                    .isTrue();
            SignedCtl.openSslVerifies(opened, directory);
            assertThatThrownBy(() -> slot.create(PASSWORD, "SAST-again", "Lab"))
                    .hasMessageContaining("has a key for trust lists already");
        }

        private static void refuses(Path module) throws Exception {
            var empty = new TokenPlace.Slot(module, 1);
            assertThatThrownBy(() -> empty.open(PASSWORD)).hasMessageContaining("holds no RSA key");
            assertThatThrownBy(() -> empty.open(Secret.of("wrong-password")))
                    .isInstanceOfSatisfying(
                            TokenException.class,
                            said -> assertThat(said.reason()).isEqualTo(TokenException.Reason.WRONG_PASSWORD))
                    .hasMessageNotContaining("wrong-password");
            var absent = new TokenPlace.Slot(module, 9);
            assertThatThrownBy(() -> absent.open(PASSWORD)).hasMessageContaining("no slot at place 9");
        }

        private static void lists(Path module) throws Exception {
            assertThat(TokenPlace.slots(module))
                    .containsExactly(new TokenPlace.Slot(module, 0), new TokenPlace.Slot(module, 1));
        }

        private static void changes(Path module) throws Exception {
            var slot = new TokenPlace.Slot(module, 0);
            var made = slot.create(PASSWORD, "SAST-hsm", "Lab");
            var wrong = Secret.of("wrong-password");
            assertThatThrownBy(() -> slot.changePassword(wrong, Secret.of("Another-2027")))
                    .as("while somebody is logged in")
                    .isInstanceOfSatisfying(TokenException.class, Story::isWrongPassword);
            for (var unfit : new String[] {"abc", "x".repeat(256), "Pässword-2027", "Office-2026", "tab\tulator"}) {
                assertThatThrownBy(() -> slot.changePassword(PASSWORD, Secret.of(unfit)))
                        .isInstanceOfSatisfying(
                                TokenException.class,
                                said -> assertThat(said.reason()).isEqualTo(TokenException.Reason.UNFIT_PASSWORD))
                        .hasMessageNotContaining(unfit);
            }

            slot.changePassword(PASSWORD, Secret.of("Another-2027"));

            made.sign(SignatureDigest.SHA512, new byte[] {1});
            assertThat(slot.open(Secret.of("Another-2027")).certificate()).isEqualTo(made.certificate());
            assertThatThrownBy(() -> slot.open(PASSWORD))
                    .isInstanceOfSatisfying(TokenException.class, Story::isWrongPassword);
            assertThatThrownBy(() -> slot.changePassword(PASSWORD, Secret.of("Third-2028")))
                    .as("while nobody is logged in")
                    .isInstanceOfSatisfying(TokenException.class, Story::isWrongPassword);
        }

        private static void isWrongPassword(TokenException said) {
            assertThat(said.reason()).isEqualTo(TokenException.Reason.WRONG_PASSWORD);
            assertThat(said).hasMessageNotContaining("wrong-password");
        }

        private static void seesNoReader(Path module) {
            assertThatThrownBy(() -> TokenPlace.slots(module))
                    .isInstanceOfSatisfying(TokenException.class, Story::isNoReader);
            assertThatThrownBy(() -> new TokenPlace.Slot(module, 0).open(PASSWORD))
                    .isInstanceOfSatisfying(TokenException.class, Story::isNoReader);
        }

        private static void isNoReader(TokenException said) {
            assertThat(said.reason()).isEqualTo(TokenException.Reason.NO_READER);
            assertThat(said).hasMessageContaining("sees no token reader");
        }
    }
}
