package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.Registration;
import org.keyline.node.Patience;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.spec.Spec;

/** An administrator at the pages of services: looks, stops, starts, activates, sets parameters, resets devices. */
@Timeout(300)
class ServicesSceneTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);
    private static final String ALICE = "00DA7A0A11CE";
    private static final String PHONES = """
            keyline: 1
            lines:
              - {number: "2001"}
            phones:
              - name: SEP%s
                model: "7962"
                lines: [{line: "2001"}]
            """.formatted(ALICE);

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
        scene().browser().isContent();
    }

    private static Scene scene() {
        return Objects.requireNonNull(scene);
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(scene().node().address(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static Page english() throws IOException {
        return scene().browser().signIn(scene().node(), "en-GB");
    }

    private static LabPhone alice() {
        return LabPhone.model("7962")
                .of("Alice")
                .mac(ALICE)
                .tftp(scene().node().at(LiveNode.TFTP))
                .patience(Duration.ofSeconds(60))
                .build();
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Presses an order in the row of a service. */
    private static void order(Page page, String service, String order) {
        page.locator("#service-" + service)
                .getByText(order + " …", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    @Test
    @Spec("CTL3-21")
    void the_control_center_shows_what_runs_and_stops_and_starts_it_for_who_confirms() throws Exception {
        try (var page = english();
                var alice = alice()) {
            alice.boots();
            page.navigate("/services");
            assertThat(page.locator("#current-server")).hasText("cm1");
            for (var service : new String[] {"callmanager", "tftp", "capf", "tvs", "ctl-provider", "web"}) {
                assertThat(page.locator("#service-" + service)).containsText("Running");
                assertThat(page.locator("#service-" + service)).containsText("Activated");
            }
            Chromium.picture(page, "services-en");

            order(page, "callmanager", "Stop");
            assertThat(page.locator("h1")).hasText("Stop Cisco CallManager?");
            assertThat(page.locator("#consequence")).containsText("All phones of this node lose their registration");
            Chromium.picture(page, "services-stop-en");
            click(page, AriaRole.LINK, "Cancel");
            assertThat(isOpen(2000)).isTrue();
            order(page, "callmanager", "Stop");
            click(page, AriaRole.BUTTON, "Stop");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Cisco CallManager is stopped.");
            assertThat(page.locator("#service-callmanager")).containsText("Stopped");
            assertThat(page.locator("#service-callmanager")).containsText("Activated");
            assertThat(isOpen(2000)).isFalse();
            alice.awaits("to lose its server", _ -> alice.phone().registration() != Registration.REGISTERED);

            order(page, "callmanager", "Start");
            click(page, AriaRole.BUTTON, "Start");
            assertThat(page.locator("#service-callmanager")).containsText("Running");
            alice.awaits("to be back", _ -> alice.phone().registration() == Registration.REGISTERED);

            order(page, "web", "Restart");
            assertThat(page.locator("#consequence")).containsText("These pages are away for some seconds.");
            click(page, AriaRole.BUTTON, "Restart");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Cisco Tomcat is restarted.");
            scene().node().awaitLog("Service stopped service=\"Cisco Tomcat\"");
        }
    }

    @Test
    @Spec({"CTL3-20", "CAPF-033", "CAPF-043", "OPS-13", "OPS-14"})
    void capf_is_deactivated_and_activated_by_its_box_and_only_then_shows_its_parameters() throws Exception {
        try (var page = english();
                var other = english()) {
            page.navigate("/services/parameters/capf");
            assertThat(page.locator("#certificateIssuer")).isVisible();
            other.navigate("/services/activation");
            page.navigate("/services/activation");
            assertThat(page.locator("#current-server")).hasText("cm1");
            page.getByLabel("Cisco Certificate Authority Proxy Function").uncheck();
            click(page, AriaRole.BUTTON, "Update");
            assertThat(page.locator("#consequences")).containsText("No phone gets or loses a certificate any more");
            Chromium.picture(page, "activation-confirm-en");
            click(page, AriaRole.BUTTON, "Deactivate");
            assertThat(page.locator("#activation-capf")).containsText("Deactivated");
            assertThat(isOpen(3804)).isFalse();

            other.getByLabel("Cisco Trust Verification Service").uncheck();
            click(other, AriaRole.BUTTON, "Update");
            click(other, AriaRole.BUTTON, "Deactivate");
            assertThat(other.locator("#activation-capf")).containsText("Deactivated");
            assertThat(other.locator("#activation-tvs")).containsText("Deactivated");

            page.navigate("/services/parameters/capf");
            assertThat(page.locator("#not-activated")).containsText("are shown once the service has been activated");
            assertThat(page.locator("#certificateIssuer")).hasCount(0);

            page.navigate("/services/activation");
            page.getByLabel("Cisco Certificate Authority Proxy Function").check();
            page.getByLabel("Cisco Trust Verification Service").check();
            click(page, AriaRole.BUTTON, "Update");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("update it with the CTL client");
            assertThat(page.locator("#activation-capf")).containsText("Activated");
            assertThat(isOpen(3804)).isTrue();
            assertThat(isOpen(2445)).isTrue();
            page.navigate("/services/parameters/capf");
            assertThat(page.locator("#certificateIssuer")).isVisible();
            page.locator("#traceLevel").selectOption("DETAILED");
            click(page, AriaRole.BUTTON, "Save");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
            var trace = scene().node().data().resolve("trace").resolve("capf").resolve("capf-trace.log");
            var patience = new Patience(Duration.ofSeconds(60), Duration.ofMillis(20));
            assertThat(patience.await(() -> Files.exists(trace))).as("a trace").isTrue();
        }
    }

    @Test
    @Spec({"CAPF-042", "CTL3-24"})
    void a_changed_parameter_says_what_must_be_restarted_and_a_wrong_one_what_is_wrong() throws Exception {
        try (var page = english();
                var other = english()) {
            page.navigate("/services/parameters/ctl-provider");
            assertThat(page.locator("form#parameters"))
                    .containsText("After a change: Restart the Cisco CTL Provider service");
            page.locator("#portNumber").fill("80");
            click(page, AriaRole.BUTTON, "Save");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Invalid Range for port numbers");
            page.locator("#portNumber").fill("2600");
            click(page, AriaRole.BUTTON, "Save");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Restart the Cisco CTL Provider service");
            assertThat(isOpen(2444)).isTrue();

            page.navigate("/services");
            order(page, "ctl-provider", "Restart");
            click(page, AriaRole.BUTTON, "Restart");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Cisco CTL Provider is restarted.");
            assertThat(isOpen(2600)).isTrue();
            assertThat(isOpen(2444)).isFalse();

            page.navigate("/services/parameters/capf");
            other.navigate("/services/parameters/capf");
            for (var field :
                    new String[] {"durationOfCertificateValidityYears", "maxKeyGenerationAttempts", "keySize"}) {
                assertThat(page.locator("#" + field)).isVisible();
                assertThat(page.locator("#" + field + "-help")).not().isEmpty();
            }
            page.locator("#maxKeyGenerationMinutes").fill("45");
            click(page, AriaRole.BUTTON, "Save");
            other.locator("#maxKeyGenerationMinutes").fill("50");
            other.locator("#certificateAuthorityPassword").fill("not to be seen again");
            click(other, AriaRole.BUTTON, "Save");
            assertThat(other.getByRole(AriaRole.ALERT)).containsText("45");
            assertThat(other.content()).doesNotContain("not to be seen again");
            Chromium.picture(other, "parameters-capf-en");
        }
    }

    @Test
    @Spec("OV-40")
    void all_devices_of_a_server_are_reset_at_once() throws Exception {
        try (var page = english();
                var alice = alice()) {
            alice.boots();
            page.navigate("/services/devices");
            assertThat(page.locator("#registered")).containsText("Registered with cm1: one device.", SOON);
            Chromium.picture(page, "reset-devices-en");
            var before = registrations(alice);
            click(page, AriaRole.BUTTON, "Reset Devices");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("One device is being reset");
            alice.awaits("to have registered again", _ -> registrations(alice) > before);
        }
    }

    private static long registrations(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message() instanceof ServerRegistration.RegisterAck)
                .count();
    }

    @Test
    void the_pages_are_japanese_for_japanese_readers_and_nonsense_is_answered() throws Exception {
        try (var page = scene().browser().signIn(scene().node(), "ja-JP")) {
            page.navigate("/services");
            assertThat(page.locator("h1")).hasText("コントロール センター - 機能サービス");
            Chromium.picture(page, "services-ja");
            page.navigate("/services/order/stop/callmanager");
            assertThat(page.locator("h1")).hasText("Cisco CallManager を停止しますか?");
            page.navigate("/services/activation");
            assertThat(page.locator("h1")).hasText("サービスのアクティブ化");
            Chromium.picture(page, "activation-ja");
            page.navigate("/services/parameters/capf");
            Chromium.picture(page, "parameters-capf-ja");
            page.navigate("/services/devices");
            Chromium.picture(page, "reset-devices-ja");
        }
        try (var page = english()) {
            for (var nonsense : new String[] {
                "/services/order/explode/capf", "/services/order/stop/httpd", "/services/parameters/web",
            }) {
                var answer = Objects.requireNonNull(page.navigate(nonsense));
                assertThat(answer.status()).as(nonsense).isEqualTo(404);
            }
            assertThat(page.locator("main")).containsText("Cisco Tomcat has no service parameters.");
            page.navigate("/services/order/stop/web");
            click(page, AriaRole.BUTTON, "Stop");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("keyline service stop web");
            assertThat(isOpen(8443)).isTrue();
        }
    }
}
