package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.CtlFile;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustListReader;
import org.keyline.trust.trustlist.TrustListVariant;

/** An administrator looks at the trust lists of a node, takes a copy, brings in a new one, and has it take effect. */
@Timeout(300)
class TrustListsSceneTest {
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

    private static Path file() {
        return scene().node().data().resolve("tftp").resolve("CTLFile.tlv");
    }

    @Test
    @Spec({"SEC-30", "CTL9-54", "CTL9-51", "CTL9-52"})
    void the_ctl_file_is_downloaded_and_an_updated_one_uploaded() throws Exception {
        try (var page = scene().browser().signIn(scene().node(), "en-GB")) {
            page.navigate("/security/trust-lists");
            assertThat(page.locator("#cluster-security-mode")).containsText("1 — mixed mode");
            assertThat(page.locator("#cluster-security-mode input, #cluster-security-mode select"))
                    .hasCount(0);
            assertThat(page.locator("#ctl-records")).containsText("CCM+TFTP");
            var saved = directory.resolve("saved.tlv");
            page.waitForDownload(() -> page.getByText("Download CTLFile.tlv").click())
                    .saveAs(saved);
            assertThat(Files.readAllBytes(saved)).isEqualTo(Files.readAllBytes(file()));
            var itl = directory.resolve("saved-itl.tlv");
            page.waitForDownload(() -> page.getByText("Download ITLFile.tlv").click())
                    .saveAs(itl);
            assertThat(TrustListReader.read(Files.readAllBytes(itl)).header().fileName())
                    .isEqualTo("ITLFile.tlv");

            var updated = signed("one.p12", 60);
            upload(page, "updated.tlv", updated, "Upload");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The CTL file is stored.");
            assertThat(Files.readAllBytes(file())).isEqualTo(updated);
            assertThat(page.locator("#pending")).containsText("Cisco CallManager, Cisco Tftp");
            assertThat(page.locator("#erase li")).containsText(new String[] {
                "7940, 7960: Settings, Security Configuration, CTL file; unlock with **#",
                "takes more than the CTL file",
                "have no CTL file"
            });
            Chromium.picture(page, "trust-lists-en");

            page.getByText("Restart and reset …").click();
            assertThat(page.locator("main")).containsText("Calls of these devices end");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cancel"))
                    .click();
            assertThat(page.locator("#pending")).containsText("Cisco CallManager, Cisco Tftp");
            page.getByText("Restart and reset …").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Restart and reset"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The services restart");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!page.locator("#pending").textContent().contains("works by what is configured now")) {
                assertThat(System.nanoTime())
                        .as("awaited the restart within 60 s")
                        .isLessThan(deadline);
                page.navigate("/security/trust-lists");
            }
        }
    }

    @Test
    @Spec("SEC-30")
    void a_file_that_phones_would_refuse_is_refused_with_the_reason_in_both_languages() throws Exception {
        var before = Files.readAllBytes(file());
        try (var page = scene().browser().signIn(scene().node(), "ja-JP")) {
            page.navigate("/security/trust-lists");
            upload(page, "none.tlv", new byte[] {1, 2, 3}, "アップロード");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("CTL ファイルが正しくありません。", SOON);
            assertThat(page.locator("#erase")).containsText("7940、7960: [設定] > [セキュリティ設定]");
            Chromium.picture(page, "trust-lists-ja");
        }
        try (var page = scene().browser().signIn(scene().node(), "en-GB")) {
            page.navigate("/security/trust-lists");
            upload(page, "older.tlv", signed("one.p12", -60), "Upload");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("is not newer than the one on this server", SOON);
            var stranger = directory.resolve("stranger.p12");
            if (!Files.exists(stranger)) {
                SoftwareToken.create(stranger, Secret.of("only for this run"), "SAST-stranger", "Lab");
            }
            upload(page, "stranger.tlv", signed("stranger.p12", 120), "Upload");
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText("The Security Token cannot be used to sign the CTL File.", SOON);
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    @Spec("CTL9-53")
    void the_ctl_file_is_deleted_only_by_who_names_it() throws Exception {
        var before = Files.readAllBytes(file());
        var data = "--data=" + scene().node().data();

        var asked = NodeJava.run("ctl", "delete", data);
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err()).contains("The cluster is in MIXED mode", "--confirm CTLFile.tlv");
        assertThat(file()).exists();

        var done = NodeJava.run("ctl", "delete", data, "--confirm=CTLFile.tlv");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("Deleted: " + file());
        assertThat(file()).doesNotExist();
        Files.write(file(), before);
    }

    private static void upload(Page page, String name, byte[] content, String button) throws IOException {
        page.setInputFiles("input[name=file]", Files.write(directory.resolve(name), content));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** The present list, signed anew by this token, so many seconds after the present one. */
    private static byte[] signed(String token, int later) throws Exception {
        var present = TrustListReader.read(Files.readAllBytes(file()));
        var signer = SoftwareToken.open(directory.resolve(token), Secret.of("only for this run"));
        var tokens = new ArrayList<X509Certificate>();
        for (var record : present.with(Role.SAST).toList()) {
            tokens.add(record.x509().orElseThrow());
        }
        if (!tokens.contains(signer.certificate())) {
            tokens.add(signer.certificate());
        }
        var servers = present.records().stream()
                .filter(record -> !record.role().equals(Role.SAST))
                .toList();
        var created = present.header().created().plusSeconds(later);
        return CtlFile.build(tokens, servers, signer, TrustListVariant.OLD_PHONES, created)
                .bytes();
    }
}
