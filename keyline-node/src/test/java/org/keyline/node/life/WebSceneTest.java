package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.lab.trust.Flash;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;

/** What an administrator sees in a real browser while real phones register at a real node and talk. */
@Timeout(240)
class WebSceneTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);
    private static final String ALICE = "00DA7A0A11CE";
    private static final String BOB = "00DA7A000B0B";
    private static final String CAROL = "00DA7A0CA201";
    private static final String PHONES = """
            keyline: 1
            lines:
              - {number: "2001", alertingName: Alice}
              - {number: "2002", alertingName: Bob}
            phones:
              - name: SEP%s
                model: "7962"
                description: Alice
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                authenticationMode: BY_NULL_STRING
                lines:
                  - {line: "2001", display: Alice}
              - name: SEP%s
                model: "7962"
                description: Bob
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                authenticationMode: BY_NULL_STRING
                lines:
                  - {line: "2002", display: Bob}
            """.formatted(ALICE, BOB);

    /** What the phones keep from test to test: their trust lists and certificates. */
    private static final Map<String, Flash> FLASHES = new ConcurrentHashMap<>();

    @TempDir
    static Path directory;

    private static @Nullable Scene scene;

    private final List<LabPhone> phones = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.mixed(directory, PHONES);
    }

    @AfterAll
    static void stop() {
        scene().close();
    }

    @AfterEach
    void switchOff() {
        phones.forEach(LabPhone::close);
    }

    private static Scene scene() {
        return Objects.requireNonNull(scene);
    }

    private static LiveNode node() {
        return scene().node();
    }

    private LabPhone phone(String person, String mac) {
        var phone = LabPhone.model("7962")
                .of(person)
                .mac(mac)
                .tftp(node().at(LiveNode.TFTP))
                .flash(FLASHES.computeIfAbsent(mac, _ -> new Flash()))
                .patience(Duration.ofSeconds(30))
                .build();
        phones.add(phone);
        return phone;
    }

    private static Page signIn(String language) throws Exception {
        return scene().browser().signIn(node(), language);
    }

    private static void enter(Page page, String password) {
        page.locator("[name=account]").fill("admin");
        page.locator("[name=password]").fill(password);
        page.locator("button.primary").click();
    }

    @Test
    void an_encrypted_call_is_seen_as_it_happens_and_read_as_a_ladder_without_its_keys() throws Exception {
        try (var page = signIn("en-GB")) {
            var alice = phone("Alice", ALICE);
            var bob = phone("Bob", BOB);
            assertThat(page.locator("#phone-SEP" + ALICE)).containsText("Not registered");
            alice.boots();
            bob.boots();
            assertThat(page.locator("#phone-SEP" + ALICE)).containsText("Registered", SOON);
            assertThat(page.locator("#phone-SEP" + ALICE + " .security")).containsText("Encrypted");
            assertThat(page.locator("#phone-SEP" + BOB + " .security")).containsText("Encrypted", SOON);

            picture(page, "phones-en");
            page.getByRole(AriaRole.LINK, named("Calls")).click();
            alice.dials("2002");
            bob.rings();
            var call = page.locator("tbody tr").first();
            assertThat(call).containsText("Ringing", SOON);
            bob.answers();
            assertThat(call).containsText("Connected", SOON);
            assertThat(call.locator(".security")).containsText("Encrypted", SOON);
            picture(page, "calls-en");
            alice.hearsEncrypted(bob);
            alice.hangsUp().isIdle();
            assertThat(call).containsText("Ended", SOON);

            call.getByRole(AriaRole.LINK).click();
            picture(page, "ladder-en");
            var transmission = page.locator(".rung")
                    .filter(new Locator.FilterOptions().setHasText("StartMediaTransmission"))
                    .first();
            transmission.locator("summary").click();
            assertThat(transmission.locator(".fields")).containsText("remote");
            var secrets = keys(alice, bob);
            assertThat(secrets).hasSizeGreaterThanOrEqualTo(8);
            assertThat(page.content()).doesNotContainIgnoringCase(secrets.toArray(String[]::new));
            assertThat(node().log()).doesNotContainIgnoringCase(secrets.toArray(String[]::new));
            page.locator(".heading a").click();
            assertThat(page.content())
                    .contains("StartMediaTransmission")
                    .doesNotContainIgnoringCase(secrets.toArray(String[]::new));
        }
    }

    private static List<String> keys(LabPhone... talkers) {
        var texts = new ArrayList<String>();
        for (var phone : talkers) {
            for (var said : phone.messages()) {
                switch (said.message()) {
                    case OpenReceiveChannel open -> write(open.key(), texts);
                    case StartMediaTransmission start -> write(start.key(), texts);
                    default -> {}
                }
            }
        }
        return texts;
    }

    private static void write(SrtpKeyBlock block, List<String> texts) {
        if (block.isEncrypted()) {
            for (var secret : List.of(block.key(), block.salt())) {
                texts.add(HexFormat.of().formatHex(secret));
                texts.add(HexFormat.ofDelimiter(" ").formatHex(secret));
                texts.add(Base64.getEncoder().encodeToString(secret));
            }
        }
    }

    @Test
    void an_unknown_phone_that_knocks_is_adopted_with_one_click_and_makes_a_call() throws Exception {
        try (var page = signIn("en-GB")) {
            page.getByRole(AriaRole.LINK, named("Waiting")).click();
            var carol = phone("Carol", CAROL).powersOn();
            var row = page.locator("#waiting-SEP" + CAROL);
            assertThat(row).containsText(node().address().getHostAddress().substring(0, 3), SOON);

            picture(page, "waiting-en");
            row.locator("input[name=number]").fill("2003");
            row.getByRole(AriaRole.BUTTON).click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("SEP" + CAROL + " is now 2003");
            carol.losesPower().boots();
            var alice = phone("Alice", ALICE).boots();
            carol.dials("2001");
            alice.rings().answers();
            carol.isConnected().hears(alice);
            carol.hangsUp().isIdle();
            page.getByRole(AriaRole.LINK, named("Phones")).click();
            assertThat(page.locator("#phone-SEP" + CAROL)).containsText("Registered", SOON);
            assertThat(page.locator("#phone-SEP" + CAROL + " .security")).containsText("Not secure");
        }
    }

    @Test
    void every_page_speaks_japanese() throws Exception {
        try (var page = signIn("ja-JP")) {
            for (var path : List.of("/phones", "/calls", "/waiting", "/no-such-page")) {
                page.navigate(path);
                picture(page, path.substring(1) + "-ja");
                assertThat(page.locator("h1")).containsText(Pattern.compile("[\\u3040-\\u9fff]"));
            }
            page.setViewportSize(390, 844);
            page.navigate("/phones");
            assertThat(page.locator("#phone-SEP" + ALICE)).containsText("登録");
            picture(page, "phones-narrow-ja");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("a narrow page does not scroll sideways")
                    .isTrue();
        }
    }

    @Test
    void wrong_passwords_are_refused_and_then_made_to_wait() throws Exception {
        try (var page = scene().browser().open(node(), "en-GB")) {
            page.navigate("/phones");
            for (int i = 0; i < 5; i++) {
                enter(page, "guess " + i);
                assertThat(page.locator("main")).containsText("The account or the password is wrong.");
            }
            enter(page, node().password());
            assertThat(page.locator("main")).containsText("Too many wrong passwords");
            assertThat(page.locator("nav")).hasCount(0);
            assertThat(node().log()).doesNotContain("guess");

            page.waitForCondition(() -> {
                enter(page, password());
                return page.url().endsWith("/phones");
            });
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", name + ".png")));
    }

    private static String password() {
        try {
            return node().password();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
