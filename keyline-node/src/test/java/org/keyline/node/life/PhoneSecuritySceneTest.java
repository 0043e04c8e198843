package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
import org.keyline.spec.Spec;

/** The security of phones in the browser: the phone's page, searches, and a phone that enrols meanwhile. */
@Timeout(180)
class PhoneSecuritySceneTest {
    private static final DateTimeFormatter ENTERED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);
    private static final String ALICE = "00DA7A0A11CE";
    private static final String PHONES = """
            keyline: 1
            lines:
              - {number: "2001", alertingName: Alice}
            phones:
              - name: SEP%s
                model: "7962"
                description: Alice
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                authenticationMode: BY_NULL_STRING
                lines:
                  - {line: "2001"}
              - {name: SEP00DA7A000002, model: "7962", description: Without certificate}
              - {name: SEP00DA7A000003, model: "7960", description: Lobby}
              - {name: SEP00DA7A000004, model: "7912", description: Kitchen}
              - {name: SEP00DA7A000005, model: "7910", description: Cellar}
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

    @Test
    @Spec({
        "CAPF-018",
        "CAPF-046",
        "CAPF-048",
        "CAPF-049",
        "CAPF-057",
        "CAPF-058",
        "CAPF-064",
        "CAPF-066",
        "CAPF-067",
        "CAPF-068"
    })
    void a_phone_without_certificate_is_offered_what_it_can_do() throws Exception {
        try (var page = browser().signIn(node(), "en-GB")) {
            page.getByRole(AriaRole.LINK, named("SEP00DA7A000002")).click();

            assertThat(page.getByLabel("Certificate Operation").locator("option"))
                    .hasText(new String[] {"No Pending Operation", "Install/Upgrade"});
            assertThat(page.getByLabel("Certificate Operation")).hasValue("NO_PENDING_OPERATION");
            assertThat(page.getByLabel("Authentication Mode").locator("option")).hasText(new String[] {
                "By Authentication String",
                "By Null String",
                "By Existing Certificate (Precedence to LSC)",
                "By Existing Certificate (Precedence to MIC)"
            });
            assertThat(page.getByLabel("Key Size (bits)").locator("option")).hasText(new String[] {"2048"});
            assertThat(page.getByLabel("Key Size (bits)")).hasValue("2048");
            assertThat(page.locator("#keySize-help")).containsText("30 minutes or more");
            assertThat(page.locator("#keySize-help")).containsText("60 seconds or more to connect");
            assertThat(page.locator("output#operationStatus")).hasText("none");
            assertThat(page.locator("#authenticationString-help"))
                    .hasText("4 to 10 digits to be entered at the phone; valid once.");
            Chromium.picture(page, "phone-en");

            page.getByLabel("Certificate Operation").selectOption("INSTALL_UPGRADE");
            page.getByLabel("Authentication Mode").selectOption("BY_AUTHENTICATION_STRING");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText("By Authentication String needs a string of 4 to 10 digits");
            assertThat(page.getByLabel("Certificate Operation")).hasValue("INSTALL_UPGRADE");
        }
    }

    @Test
    @Spec({"CAPF-065", "CAPF-068", "CAPF-P14"})
    void a_generated_string_is_saved_with_an_operation_that_is_pending() throws Exception {
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/phones/SEP00DA7A000003");
            page.getByLabel("Certificate Operation").selectOption("INSTALL_UPGRADE");
            page.getByLabel("Authentication Mode").selectOption("BY_AUTHENTICATION_STRING");
            page.getByRole(AriaRole.BUTTON, named("Generate String")).click();
            assertThat(page.getByLabel("Authentication String", exactly())).hasValue(Pattern.compile("[0-9]{4,10}"));
            assertThat(page.getByLabel("Certificate Operation")).hasValue("INSTALL_UPGRADE");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();

            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved.");
            assertThat(page.locator("output#operationStatus")).hasText("Install/Upgrade pending");
            assertThat(page.getByLabel("Operation Completes by")).hasValue(Pattern.compile("20[0-9]{2}-.*"));
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved.");
            page.getByRole(AriaRole.BUTTON, named("Reset Phone")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The phone is not registered");
            page.navigate("/security/find?find=lsc:Operation%20Pending");
            assertThat(page.locator("#found-SEP00DA7A000003")).containsText("Operation Pending");
        }
    }

    @Test
    @Spec({
        "CAPF-087",
        "CAPF-M01",
        "CAPF-M02",
        "CAPF-M03",
        "CAPF-M04",
        "CAPF-M05",
        "CAPF-M06",
        "CAPF-M07",
        "CAPF-M08",
        "CAPF-M09"
    })
    void what_is_entered_wrongly_is_answered_with_the_messages_administrators_know() throws Exception {
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/phones/SEP00DA7A000002");
            refuses(
                    page,
                    "Authentication String",
                    "12a4",
                    "Authentication String contains one or more invalid characters."
                            + "Valid characters for Authentication String are numbers.");
            refuses(
                    page,
                    "Authentication String",
                    "123",
                    "CAPF Authentication String length should be between 4 and 10.");
            page.getByLabel("Authentication String", exactly()).fill("");
            refuses(
                    page,
                    "Operation Completes by",
                    "tomorrow",
                    "Operation Completes By contains one or more invalid characters."
                            + "Valid characters for Operation Completes By are numbers.");
            Chromium.picture(page, "phone-refused-en");
            var year = "Invalid Year.Please enter a value equal to or greater than the current year.";
            var date = "Invalid Date.Please enter a value equal to or greater than the current date.";
            var time = "Invalid Time.Please enter a value equal to or greater than current time (hours).";
            refuses(page, "Operation Completes by", "2020-01-01 12:00", year);
            refuses(
                    page,
                    "Operation Completes by",
                    "2099-13-01 12:00",
                    "Invalid Month.Please adjust your entry to continue.");
            refuses(
                    page,
                    "Operation Completes by",
                    "2099-02-30 12:00",
                    "Invalid Date.Please adjust your entry to continue.");
            refuses(
                    page,
                    "Operation Completes by",
                    "2099-01-01 25:00",
                    "Invalid Time.Please adjust your entry to continue.");
            var now = LocalDateTime.now(ZoneId.systemDefault());
            var yesterday = now.minusDays(1);
            refuses(
                    page,
                    "Operation Completes by",
                    ENTERED.format(yesterday),
                    yesterday.getYear() == now.getYear() ? date : year);
            var before = now.minusMinutes(2);
            refuses(
                    page,
                    "Operation Completes by",
                    ENTERED.format(before),
                    before.getYear() < now.getYear() ? year : before.getDayOfYear() < now.getDayOfYear() ? date : time);
        }
    }

    private static void refuses(Page page, String label, String entered, String message) {
        page.getByLabel(label, exactly()).fill(entered);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText(message);
        assertThat(page.getByLabel(label, exactly())).hasValue(entered);
    }

    @Test
    @Spec({"PH-027", "PH-028", "PH-051", "PH-M01", "PH-052", "PH-P02"})
    void fields_and_options_follow_the_model() throws Exception {
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/phones/SEP00DA7A000003");
            assertThat(page.getByLabel("Device Security Mode").locator("option"))
                    .hasText(new String[] {"Use System Default", "Non-secure", "Authenticated", "Encrypted"});
            page.getByLabel("Device Security Mode").selectOption("ENCRYPTED");
            page.getByLabel("Built In Bridge").selectOption("ON");
            page.getByLabel("Web Access").selectOption("DISABLED");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("If you configure encryption for Cisco IP Phone models 7960 and 7940, those"
                            + " encrypted devices cannot accept a barge request when they are participating in an"
                            + " encrypted call.When the call is encrypted, the barge attempt fails."))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Reset the phone");
            Chromium.picture(page, "phone-barge-en");

            page.navigate("/phones/SEP00DA7A000004");
            assertThat(page.getByLabel("Device Security Mode")).hasCount(0);
            assertThat(page.getByLabel("Certificate Operation")).hasCount(0);
            assertThat(page.getByLabel("PC Port")).hasCount(0);
            page.getByLabel("Settings Access").selectOption("RESTRICTED");
            page.getByLabel("Gratuitous ARP").selectOption("false");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved.");
            assertThat(page.getByLabel("Gratuitous ARP")).hasValue("false");

            page.navigate("/phones/SEP00DA7A000005");
            assertThat(page.locator("main")).containsText("The 7910 has no security features to set up here.");
            page.navigate("/phones/SEP00DA7A0000FF");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no phone called SEP00DA7A0000FF.");
        }
    }

    @Test
    @Spec({"PH-035", "PH-036", "PH-037", "PH-P10", "PH-P11", "CAPF-072", "CAPF-057", "M-10"})
    void a_phone_that_enrolled_is_found_by_its_status_and_can_have_its_certificate_deleted() throws Exception {
        try (var page = browser().signIn(node(), "en-GB");
                var alice = alice()) {
            alice.boots();
            assertThat(page.locator("#phone-SEP" + ALICE + " .security")).containsText("Encrypted", SOON);

            page.getByRole(AriaRole.LINK, named("Security")).click();
            page.getByRole(AriaRole.LINK, named("Find phones")).click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.getByLabel("Look for")
                            .locator("option[value=mode], option[value^='mode:'], option[value^=lsc]"))
                    .hasText(new String[] {
                        "Device Security Mode: any",
                        "Device Security Mode: Authenticated",
                        "Device Security Mode: Encrypted",
                        "LSC Status: any",
                        "LSC Status: Operation Pending",
                        "LSC Status: Success",
                        "LSC Status: Upgrade Failed",
                        "LSC Status: Delete Failed",
                        "LSC Status: Troubleshoot Failed"
                    });
            page.getByLabel("Look for").selectOption("mode:ENCRYPTED");
            page.getByRole(AriaRole.BUTTON, named("Find")).click();
            assertThat(page.locator("#found-SEP" + ALICE)).containsText("Encrypted");
            assertThat(page.locator("#found-SEP00DA7A000002")).hasCount(0);
            page.getByLabel("Look for").selectOption("lsc:Success");
            page.getByRole(AriaRole.BUTTON, named("Find")).click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("#found-SEP" + ALICE)).containsText("Success");
            assertThat(page.locator("#found-SEP" + ALICE)).containsText("2001");
            Chromium.picture(page, "find-en");
            page.getByLabel("Look for").selectOption("lsc:Delete Failed");
            page.getByRole(AriaRole.BUTTON, named("Find")).click();
            assertThat(page.locator("main")).containsText("No phone is in this state.");

            page.navigate("/phones/SEP" + ALICE);
            assertThat(page.getByLabel("Certificate Operation").locator("option"))
                    .hasText(new String[] {"No Pending Operation", "Install/Upgrade", "Delete", "Troubleshoot"});
            assertThat(page.locator("output#operationStatus")).hasText("Install/Upgrade successful");
            assertThat(page.locator("main")).containsText("LSC");
            page.getByRole(AriaRole.BUTTON, named("Reset Phone")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The phone is being reset");
        }
    }

    @Test
    @Spec("PH-024")
    void only_a_phone_of_the_database_is_listed_and_can_be_given_a_mode() throws Exception {
        try (var page = browser().signIn(node(), "en-GB");
                var stranger = LabPhone.model("7962")
                        .mac("00DA7A0000FF")
                        .registersAt(node().at(2000))
                        .patience(Duration.ofSeconds(30))
                        .build()) {
            stranger.powersOn().isRejected("");
            page.navigate("/waiting");
            assertThat(page.locator("main")).containsText("SEP00DA7A0000FF", SOON);
            page.navigate("/security/find");
            assertThat(page.locator("#found-SEP00DA7A000002")).hasCount(1);
            assertThat(page.locator("#found-SEP00DA7A0000FF")).hasCount(0);
            page.navigate("/phones/SEP00DA7A0000FF");
            assertThat(page.getByLabel("Device Security Mode")).hasCount(0);
            page.navigate("/phones/SEP00DA7A000002");
            assertThat(page.getByLabel("Device Security Mode")).hasCount(1);
        }
    }

    private static LabPhone alice() {
        return LabPhone.model("7962")
                .of("Alice")
                .mac(ALICE)
                .tftp(node().at(LiveNode.TFTP))
                .patience(Duration.ofSeconds(30))
                .build();
    }

    @Test
    void the_security_pages_speak_japanese() throws Exception {
        try (var page = browser().signIn(node(), "ja-JP")) {
            for (var path : List.of("/phones/SEP00DA7A000002", "/phones/SEP00DA7A000005", "/security/find")) {
                page.navigate(path);
                Chromium.picture(page, path.substring(1).replace('/', '-') + "-ja");
                assertThat(page.locator("main")).containsText(Pattern.compile("[\\u3040-\\u9fff]{4}"));
                page.setViewportSize(390, 844);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("narrow, " + path + " does not scroll sideways")
                        .isTrue();
                page.setViewportSize(1280, 900);
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
