package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.spec.Spec;

/** What administrators began and what they know, after a node was killed and started again. */
@Timeout(300)
class RestartSceneTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);
    private static final String ALICE = "00DA7A0A11CE";
    private static final int OTHERS = 6_000;
    private static final String PHONES = """
            keyline: 1
            lines:
              - {number: "2001"}
            phones:
              - name: SEP%s
                model: "7962"
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                lines: [{line: "2001"}]
            """.formatted(ALICE);

    @TempDir
    private Path directory = Path.of("");

    private static String everyone() {
        return PHONES
                + IntStream.range(0, OTHERS)
                        .mapToObj(
                                "  - {name: SEP00DA7B%06X, model: \"7960\", securityMode: AUTHENTICATED}\n"::formatted)
                        .collect(Collectors.joining());
    }

    @Test
    @Spec({"CAPF-069", "PH-018", "PH-030"})
    void a_bulk_operation_goes_on_and_the_posture_is_known() throws Exception {
        try (var scene = Scene.mixed(directory, everyone())) {
            var first = scene.node();
            try (var page = scene.browser().signIn(first, "en-GB")) {
                try (var alice = LabPhone.model("7962")
                        .of("Alice")
                        .mac(ALICE)
                        .tftp(first.at(LiveNode.TFTP))
                        .patience(Duration.ofSeconds(60))
                        .build()) {
                    alice.boots();
                    page.navigate("/security/posture?show=ENCRYPTED");
                    assertThat(page.locator("#posture-SEP" + ALICE)).containsText("TLSv1.", SOON);
                }
                awaitKept(first);
                begin(page);
            }
            first.kill();
            try (var second = LiveNode.start(first.data(), first.address());
                    var page = scene.browser().signIn(second, first.password(), "en-GB")) {
                page.navigate("/security/report");
                assertThat(page.locator("#bulk")).containsText("paused");
                Chromium.picture(page, "bulk-after-restart-en");
                page.getByRole(AriaRole.BUTTON, named("Resume")).click();
                page.navigate("/security/report");
                assertThat(page.locator("#bulk")).containsText("finished", SOON);
                assertThat(page.locator("#bulk")).containsText("6,001 of 6,001 phones: 6,001 set");
                page.navigate("/security/find?find=model:7960");
                assertThat(page.locator("tbody tr").first()).containsText("Non-secure");

                page.navigate("/security/posture");
                var row = page.locator("#posture-SEP" + ALICE);
                var list = Files.readAllBytes(second.data().resolve("tftp").resolve("CTLFile.tlv"));
                row.locator("summary").first().click();
                assertThat(row).containsText("MD5 " + ObservedDevices.md5(list));
            }
            scene.browser().isContent();
        }
    }

    /** The administrator's choice: every phone becomes non-secure. */
    private static void begin(Page page) {
        page.navigate("/security/find?find=mode");
        page.getByLabel("All 6,001 phones found").check();
        page.getByLabel("Device Security Mode").selectOption("NON_SECURE");
        page.getByRole(AriaRole.BUTTON, named("Set Device Security Mode")).click();
        assertThat(page.locator("h1")).hasText("Device Security Mode: Non-secure for 6,001 phones?");
        page.getByRole(AriaRole.BUTTON, named("Start")).click();
        assertThat(page.locator("#bulk")).containsText("running");
    }

    private static void awaitKept(LiveNode node) throws Exception {
        var file = node.data().resolve("sightings");
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.readString(file).contains("SEP" + ALICE + " TLS")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("awaited that the sighting is kept");
            }
            Thread.onSpinWait();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
