package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.StoredCtl;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.node.secure.Given;
import org.keyline.node.secure.Secure;
import org.keyline.spec.Spec;
import org.keyline.trust.trustlist.Role;

/** An administrator who is called away again and again, and one who is told no. */
@Timeout(400)
class SecureInterruptedTest {
    private static final String TOKENS = "the password of both tokens";
    private static final int MOST_RUNS = 60;

    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().whosePhonesComeBack().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @TempDir
    Path elsewhere;

    private Secure secure() {
        return new Secure(SITE.data(), Given.nothing("admin"), Locale.ENGLISH);
    }

    private static String said(Exception trouble) {
        return "trouble: " + trouble.getMessage();
    }

    private static String password() throws Exception {
        return SITE.renewsPassword();
    }

    private Securing administrator(String password, List<String> tokens) {
        var places = new ArrayDeque<>(tokens);
        return new Securing()
                .answers("Password of admin", password)
                .answers("File, or", () -> Objects.requireNonNullElse(places.poll(), Securing.CANCEL))
                .answers("[Do it now", "Do it now")
                .answers("File or directory", elsewhere.resolve("saved.klb").toString())
                .answers("Passphrase of the backup", "four words, for once")
                .answers("The passphrase of the backup once more", "four words, for once")
                .answers(".p12", TOKENS);
    }

    @Test
    @Spec("OV-16")
    void whoever_is_called_away_at_any_question_goes_on_where_the_system_stands() throws Exception {
        wrongPasswordsAndSingleTokens();
        SITE.boot("alice", "bob");
        var password = password();
        var one = elsewhere.resolve("one.p12").toString();
        var two = elsewhere.resolve("two.p12").toString();
        var signatures = new ArrayList<>();
        var isOver = false;
        for (int run = 1; run <= MOST_RUNS && !isOver; run++) {
            var missing = tokens() == 0 ? List.of(one, two) : List.of(two);
            var administrator = administrator(password, missing).leavingAt(run);
            administrator.answers("The tokens are off this machine", "Not now");
            administrator.answers("An encrypted call was made", "Not now");
            secure().guide(administrator, SecureInterruptedTest::said);
            isOver = administrator.told().contains("Still open: 2.");
            assertThat(administrator.told()).doesNotContain("trouble:");
            assertThat(tokens()).isLessThanOrEqualTo(2);
            if (CtlFileStore.in(SITE.data()).read() instanceof StoredCtl.Sound(var list)) {
                assertThat(list.with(Role.SAST)).hasSize(2);
                signatures.add(list.header().created());
            }
        }

        assertThat(isOver).isTrue();
        assertThat(signatures.stream().distinct()).as("signed once").hasSize(1);
        assertThat(SITE.configured("alice", "securityMode")).isEqualTo(DeviceSecurityMode.ENCRYPTED.name());
        Await.until(
                "both phones to be encrypted",
                () -> SITE.node().registrations().devices(),
                () -> SITE.node().registrations().devices().stream()
                                .filter(device -> device.security() == SecurityClass.ENCRYPTED)
                                .count()
                        == 2);
    }

    private int tokens() throws IOException {
        try (var files = Files.list(elsewhere)) {
            return (int) files.filter(file -> file.toString().endsWith(".p12")).count();
        }
    }

    /** Before anything is done: each is told, and nothing is changed. */
    private void wrongPasswordsAndSingleTokens() throws Exception {
        var wrong = administrator("not the password", List.of()).leavingAt(5);
        assertThat(secure().guide(wrong, SecureInterruptedTest::said)).isFalse();
        assertThat(wrong.told()).contains("Stopped. Nothing is half done.").doesNotContain("You are signed in");

        var single =
                administrator(password(), List.of(elsewhere.resolve("one.p12").toString()));
        assertThat(secure().guide(single, SecureInterruptedTest::said)).isFalse();
        assertThat(single.told()).contains("Token 2:", "Stopped.").doesNotContain("CTL File created");
        var lines = new ArrayList<String>();
        assertThat(secure().check(lines::add)).isFalse();
        assertThat(lines).anyMatch(line -> line.contains("Two security tokens are ready — 1 of 2 tokens are known."));
        assertThat(CtlFileStore.in(SITE.data()).read()).isInstanceOf(StoredCtl.None.class);
    }
}
