package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.spec.Spec;

/** How secure every phone is, as the posture page and the CAPF report show it while real phones enrol and register. */
@Timeout(180)
class PostureSceneTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);
    private static final String ALICE = "00DA7A0A11CE";
    private static final String BOB = "00DA7A000B0B";
    private static final String PHONES = """
            keyline: 1
            lines:
              - {number: "2001"}
              - {number: "2002"}
            phones:
              - name: SEP%s
                model: "7962"
                description: Alice
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                lines: [{line: "2001"}]
              - name: SEP%s
                model: "7962"
                description: Bob
                securityMode: ENCRYPTED
                lines: [{line: "2002"}]
              - {name: SEP00DA7A000003, model: "7960", securityMode: AUTHENTICATED, description: "=1+1"}
              - {name: SEP00DA7A000004, model: "7960", securityMode: AUTHENTICATED, description: Lobby}
              - {name: SEP00DA7A000005, model: "7912", description: Kitchen}
            """.formatted(ALICE, BOB);

    @TempDir
    static Path directory;

    private static @Nullable Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.mixed(directory, PHONES);
    }

    @AfterAll
    static void stop() {
        scene().close();
    }

    @AfterEach
    void nothingWasBlocked() {
        browser().isContent();
    }

    private static Scene scene() {
        return Objects.requireNonNull(scene);
    }

    private static LiveNode node() {
        return scene().node();
    }

    private static Chromium browser() {
        return scene().browser();
    }

    private static LabPhone phone(String person, String mac) {
        return LabPhone.model("7962")
                .of(person)
                .mac(mac)
                .tftp(node().at(LiveNode.TFTP))
                .patience(Duration.ofSeconds(30))
                .build();
    }

    @Test
    void each_difference_has_its_reason_and_one_click_mends_it() throws Exception {
        try (var page = browser().signIn(node(), "en-GB");
                var alice = phone("Alice", ALICE);
                var bob = phone("Bob", BOB)) {
            alice.boots();
            page.getByRole(AriaRole.LINK, named("Security")).click();
            var row = page.locator("#posture-SEP" + ALICE);
            assertThat(row.locator(".security")).containsText("Encrypted", SOON);
            assertThat(row).containsText("As asked for.");
            assertThat(row).containsText("TLSv1.");
            assertThat(row).containsText("TLS_");
            assertThat(row).containsText("LSC");
            var list = Files.readAllBytes(node().data().resolve("tftp").resolve("CTLFile.tlv"));
            row.locator("summary").first().click();
            assertThat(row).containsText("MD5 " + ObservedDevices.md5(list));
            assertThat(row).containsText("SHA-256 " + ObservedDevices.sha256(list));
            assertThat(page.locator("#expired-mics")).hasText("Expired Manufacturer Certificates: Off");
            Chromium.picture(page, "posture-en");

            var other = page.locator("#posture-SEP" + BOB);
            assertThat(other).containsText("No certificate of this phone is known");
            other.getByRole(AriaRole.BUTTON).focus();
            page.waitForResponse(
                    "**/security/posture/table**", () -> page.evaluate("htmx.trigger(document.body, 'phones')"));
            assertThat(other.getByRole(AriaRole.BUTTON)).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("when the phone starts next");
            assertThat(other).containsText("CAPF waits for the phone");
            bob.boots();
            assertThat(other.locator(".security")).containsText("Encrypted", SOON);
            assertThat(other).containsText("As asked for.");
            assertThat(page.locator("#total-ENCRYPTED strong")).hasText("2");

            signAnew();
            page.navigate("/security/posture?show=OLD_LIST");
            assertThat(row).containsText("It was given a trust list that was replaced since.");
            Chromium.picture(page, "posture-old-list-en");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is being reset");
            page.navigate("/security/posture?show=EXPIRED");
            assertThat(page.locator(".empty")).hasText("No phone is in this state.");
        }
    }

    private static void signAnew() throws Exception {
        var said = NodeJava.run(
                "ctl",
                "update",
                "--data=" + node().data(),
                "--token=" + directory.resolve("one.p12"),
                "--password-file=" + directory.resolve("password"));
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    @Spec({"CAPF-069", "CAPF-070", "CAPF-071"})
    void the_report_leaves_as_a_file_and_an_operation_reaches_all_phones_in_it() throws Exception {
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/security/report");
            page.getByLabel("Look for").selectOption("mode:AUTHENTICATED");
            page.getByRole(AriaRole.BUTTON, named("Find")).click();
            assertThat(page.locator("tbody tr")).hasCount(2);

            order(page, "DELETE", "BY_NULL_STRING");
            assertThat(page.locator("h1")).hasText("Delete for 2 phones?");
            page.getByRole(AriaRole.BUTTON, named("Start")).click();
            assertThat(page.locator("#bulk")).containsText("finished", SOON);
            assertThat(page.locator("#bulk")).containsText("2 of 2 phones: 0 set, 2 not possible");
            page.locator("#bulk summary").click();
            assertThat(page.locator("#bulk")).containsText("This phone has no certificate that is known");

            page.navigate("/security/report?find=mode:AUTHENTICATED");
            page.getByLabel("Operation Completes by").fill("soon");
            order(page, "INSTALL_UPGRADE", "BY_AUTHENTICATION_STRING");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Valid characters for Operation Completes By");
            order(page, "INSTALL_UPGRADE", "BY_AUTHENTICATION_STRING");
            assertThat(page.locator("main")).containsText("gives every phone a string of its own");
            Chromium.picture(page, "bulk-confirm-en");
            page.getByRole(AriaRole.BUTTON, named("Start")).click();
            assertThat(page.locator("#bulk")).containsText("2 of 2 phones: 2 set, 0 not possible", SOON);
            page.navigate("/security/report?find=mode:AUTHENTICATED");
            assertThat(page.locator("#report-SEP00DA7A000004")).containsText("Install/Upgrade pending");
            assertThat(page.locator("#report-SEP00DA7A000004")).containsText(Pattern.compile("[0-9]{4,10}"));
            assertThat(page.locator("#report-SEP00DA7A000004")).containsText("By Authentication String");
            Chromium.picture(page, "report-en");
            var file = directory.resolve("report.csv");
            page.waitForDownload(() -> page.getByText("View the Report in File").click())
                    .saveAs(file);
            assertThat(Files.readString(file))
                    .contains("SEP00DA7A000003,7960,'=1+1,Install/Upgrade pending,")
                    .doesNotContain("Kitchen");
            assertThat(node().log())
                    .doesNotContain(
                            page.locator("#report-SEP00DA7A000004 td").nth(3).innerText());
        }
    }

    private static void order(Page page, String operation, String mode) {
        page.getByLabel("Certificate Operation").selectOption(operation);
        page.getByLabel("Authentication Mode").selectOption(mode);
        page.getByRole(AriaRole.BUTTON, named("Continue with")).click();
    }

    @Test
    void the_pages_speak_japanese() throws Exception {
        try (var page = browser().signIn(node(), "ja-JP")) {
            for (var path : new String[] {"/security/posture", "/security/report"}) {
                page.navigate(path);
                Chromium.picture(page, path.substring(1).replace('/', '-') + "-ja");
                assertThat(page.locator("h1")).containsText(Pattern.compile("[\\u3040-\\u9fff]"));
                page.setViewportSize(390, 844);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("narrow, " + path + " does not scroll sideways")
                        .isTrue();
                page.setViewportSize(1280, 900);
            }
            assertThat(page.locator("h1")).hasText("CAPF レポート");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
