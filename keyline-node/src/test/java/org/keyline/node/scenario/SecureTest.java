package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.node.backup.BackupFile;
import org.keyline.node.backup.Progress;
import org.keyline.node.secure.Given;
import org.keyline.node.secure.Secure;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;

/** One command leads from a fresh node with plain phones to encrypted calls. */
@Timeout(400)
class SecureTest {
    private static final String TOKENS = "the password of both tokens";

    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().whosePhonesComeBack().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @TempDir
    Path elsewhere;

    private @Nullable String password;

    private String password() throws Exception {
        if (password == null) {
            password = SITE.renewsPassword();
        }
        return Objects.requireNonNull(password);
    }

    private Secure secure() {
        return new Secure(SITE.data(), Given.nothing("admin"), Locale.ENGLISH);
    }

    private static String said(Exception trouble) {
        return "trouble: " + trouble.getMessage();
    }

    private List<String> check() throws IOException {
        var lines = new ArrayList<String>();
        secure().check(lines::add);
        return lines;
    }

    /** Knows everything and does everything that is asked. */
    private Securing administrator(LabPhone alice, LabPhone bob) throws Exception {
        var places =
                new ArrayDeque<>(List.of(token("one").toString(), token("two").toString()));
        var password = password();
        var administrator = new Securing();
        return administrator
                .answers("Password of admin", password)
                .answers("File, or", () -> Objects.requireNonNullElse(places.poll(), Securing.CANCEL))
                .answers(".p12", TOKENS)
                .answers("File or directory", elsewhere.resolve("saved.klb").toString())
                .answers("Passphrase of the backup", "four words, for once")
                .answers("The passphrase of the backup once more", "four words, for once")
                .answers("press Enter", () -> doesIt(administrator, alice, bob));
    }

    private Path token(String name) {
        return elsewhere.resolve(name + ".p12");
    }

    /** What the administrator does elsewhere when the guide waits. */
    private String doesIt(Securing administrator, LabPhone alice, LabPhone bob) {
        switch (administrator.step()) {
            case "An encrypted call was made" -> {
                alice.dials("2002");
                bob.rings().answers();
                alice.hearsEncrypted(bob).showsLock();
                bob.hearsEncrypted(alice).showsLock();
            }
            case "The tokens are off this machine" -> carryAway();
            default -> throw new AssertionError("nothing to do at " + administrator.told());
        }
        return "";
    }

    private void carryAway() {
        try {
            Files.createDirectories(elsewhere.resolve("safe"));
            for (var name : List.of("one", "two")) {
                if (Files.exists(token(name))) {
                    Files.move(token(name), elsewhere.resolve("safe").resolve(name + ".p12"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Spec({"OV-07", "OV-36", "CAPF-089"})
    void from_a_fresh_directory_to_an_encrypted_call_and_again_without_anything_left_to_do() throws Exception {
        var phones = SITE.boot("alice", "bob");
        var alice = phones.getFirst();
        var bob = phones.getLast();
        assertThat(check()).anyMatch(line -> line.startsWith("[to do] The trust list is signed"));

        var administrator = administrator(alice, bob);
        var isDone = secure().guide(administrator, SecureTest::said);

        assertThat(isDone).as(administrator.told()).isTrue();
        assertThat(administrator.told())
                .contains("CTL File created successfully.", "All done:")
                .doesNotContain(password(), TOKENS, "trouble:");
        assertThat(SITE.node().configuration().snapshots().current().clusterSecurityMode())
                .isEqualTo(ClusterSecurityMode.MIXED);
        assertThat(SITE.node().registrations().devices())
                .hasSize(2)
                .allSatisfy(device -> assertThat(device.security()).isEqualTo(SecurityClass.ENCRYPTED));
        alice.hasLsc();
        bob.hasLsc();
        assertThat(administrator.told())
                .contains("Do it while few people are on the phone: it makes work for the server.");
        try (var backup = BackupFile.open(elsewhere.resolve("saved.klb"), Secret.of("four words, for once"))) {
            backup.verify(Progress.UNSEEN);
        }
        alice.hangsUp().isIdle();
        bob.isIdle();

        var again = new Securing().answers("Password of admin", password());
        assertThat(secure().guide(again, SecureTest::said)).as(again.told()).isTrue();
        assertThat(again.told()).contains("All done:").doesNotContain("CTL File created");
        assertThat(again.questions()).as(again.told()).isEqualTo(3);
    }
}
