package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;

/** An administrator saves a node from its page, takes the file away and deletes it; a failed backup is seen. */
@Timeout(300)
class BackupSceneTest {
    private static final String PASSPHRASE = "staple battery horse correct";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @TempDir
    static Path directory;

    private static @Nullable Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.mixed(directory, "keyline: 1\nphones:\n  - {name: SEP00DA7A000005, model: \"7912\"}\n");
    }

    @AfterAll
    static void stop() {
        scene().close();
    }

    @AfterEach
    void nothingWasBlocked() {
        scene().browser().isContent();
    }

    private static Scene scene() {
        return Objects.requireNonNull(scene);
    }

    private static void fill(Page page, String passphrase, String again, String button) {
        page.locator("[name=passphrase]").fill(passphrase);
        page.locator("[name=again]").fill(again);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static Path passphrase() throws IOException {
        var file = directory.resolve("passphrase");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, PASSPHRASE);
        }
        return file;
    }

    @Test
    @Spec("BR-01")
    void a_backup_is_made_downloaded_and_deleted_and_the_page_says_how_old_the_last_one_is() throws Exception {
        try (var page = scene().browser().signIn(scene().node(), "en-GB")) {
            page.navigate("/backup");
            fill(page, PASSPHRASE, "staple battery horse other", "Make a backup");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The two passphrases differ");
            fill(page, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "Make a backup");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("too weak");

            fill(page, PASSPHRASE, PASSPHRASE, "Make a backup");
            assertThat(page.locator("#backups")).containsText("keyline-backup-cm1-", SOON);
            assertThat(page.locator("#backup-status")).containsText("(0 h ago)");
            Chromium.picture(page, "backup-en");
            var saved = directory.resolve("saved.klb");
            page.waitForDownload(() -> page.getByText("Download").first().click())
                    .saveAs(saved);
            var verified = NodeJava.run("backup", "verify", saved.toString(), "--passphrase-file=" + passphrase());
            assertThat(verified.code()).as(verified.err()).isZero();

            page.getByText("Delete").first().click();
            assertThat(page.locator("main")).containsText("Delete this backup?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is deleted");
            assertThat(page.locator("#backups")).hasCount(0);
        }
        assertThat(scene().node().log()).doesNotContain(PASSPHRASE);
    }

    @Test
    @Spec({"BR-03", "BR-15"})
    void a_restored_node_says_on_the_page_of_trust_lists_that_its_ctl_file_must_be_updated_until_it_is()
            throws Exception {
        var data = directory.resolve("restored");
        var tokens = Files.createDirectory(directory.resolve("tokens"));
        var file = directory.resolve("restored.klb").toString();
        String password;
        try (var node = LiveNode.start(data)) {
            password = node.password();
            MixedMode.of(node, tokens);
            done("backup", "create", "--data=" + data, "--to=" + file, "--passphrase-file=" + passphrase());
        }
        var token = "--token=" + tokens.resolve("one.p12");
        done("backup", "restore", file, "--data=" + data, "--data-only", token, "--passphrase-file=" + passphrase());

        try (var node = LiveNode.start(data);
                var page = scene().browser().signIn(node, password, "en-GB")) {
            page.navigate("/security/trust-lists");
            assertThat(page.locator("#cluster-security-mode")).containsText("1 — mixed mode");
            assertThat(page.locator("#restored"))
                    .containsText("Update the CTL file now with the CTL client (Update CTL File), signed with a token");
            assertThat(page.locator("#restored")).containsText("Do not choose a security mode");
            Chromium.picture(page, "trust-lists-restored-en");

            done("ctl", "update", "--data=" + data, token, "--password-file=" + tokens.resolve("password"));

            page.navigate("/security/trust-lists");
            assertThat(page.locator("#restored")).hasCount(0);
            assertThat(page.locator("#pending")).containsText("Cisco CallManager, Cisco Tftp");
        }
    }

    private static void done(String... arguments) throws Exception {
        var said = NodeJava.run(arguments);
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void a_backup_that_failed_is_told_by_the_page_and_an_alarm() throws Exception {
        var nowhere = directory.resolve("not there").resolve("x.klb");
        var said = NodeJava.run(
                "backup",
                "create",
                "--data=" + scene().node().data(),
                "--to=" + nowhere,
                "--passphrase-file=" + passphrase());
        assertThat(said.code()).isEqualTo(1);

        scene().node().awaitLog("BackupFailed");
        try (var page = scene().browser().signIn(scene().node(), "ja-JP")) {
            page.navigate("/backup");
            assertThat(page.locator("#backup-status .problem")).containsText("のバックアップは失敗しました");
            Chromium.picture(page, "backup-ja");
        }
    }
}
