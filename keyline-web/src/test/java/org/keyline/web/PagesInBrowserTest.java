package org.keyline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;
import org.keyline.web.page.Pages;

/** The pages in a real browser; each leaves a picture in {@code target/pages}. */
class PagesInBrowserTest {
    private static final Path PICTURES = Path.of("target", "pages");

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    static Path directory;

    private final WaitingPhones waiting = new WaitingPhones(Clock.systemUTC());
    private final StagedSystem system = new StagedSystem();
    private final List<String> complaints = new ArrayList<>();
    private Configuration configuration;
    private WebServer server;
    private Page page;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @BeforeEach
    void start() throws Exception {
        configuration = Configuration.open(Files.createTempDirectory(directory, "configuration"), Clock.systemUTC());
        var inventory = CertificateInventory.open(
                directory,
                new NodeIdentity("localhost", List.of(InetAddress.getLoopbackAddress()), "Keyline"),
                Clock.systemUTC());
        var key = inventory.own().of(CertificatePurpose.HTTPS);
        var pages = new Pages(
                system,
                waiting,
                (_, _, _, _, _) -> List.of(),
                (_, password) -> password.length > 4,
                inventory,
                StagedSystem.administered(configuration),
                Clock.systemUTC());
        server = new WebServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), key, pages);
        server.start();
        page = browser.newPage(new Browser.NewPageOptions()
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(1280, 720)
                .setLocale("en-GB")
                .setBaseURL("https://localhost:" + server.port()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        page.close();
        server.stop();
        configuration.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    @Test
    void the_phones_page_shows_a_registration_the_moment_it_happens() {
        signIn();
        assertThat(page.locator("#phone-SEP665544332211")).containsText("Not registered");

        system.bobRegisters();

        assertThat(page.locator("#phone-SEP665544332211 .security")).containsText("Encrypted");
        assertThat(page.getByText("2 of 2 registered")).isVisible();
        picture("phones-en");
    }

    @Test
    void the_search_box_finds_a_phone() {
        signIn();

        page.getByRole(AriaRole.SEARCHBOX).fill("bob");

        assertThat(page.locator("#phone-SEP665544332211")).isVisible();
        assertThat(page.locator("#phone-SEP001122334455")).isHidden();
    }

    @Test
    void a_call_opens_as_a_ladder_with_each_message_decoded() {
        signIn();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Calls"))
                .click();
        picture("calls-en");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ladder"))
                .click();

        page.locator(".rung summary").first().click();

        assertThat(page.locator(".rung .fields").first()).containsText("lineInstance");
        picture("ladder-en");
        page.navigate("/calls/records");
        picture("calls-records-en");
        page.navigate("/calls/quality");
        picture("calls-quality-en");
        page.navigate("/media");
        picture("media-en");
        page.navigate("/calls/traces");
        picture("calls-traces-en");
    }

    @Test
    void one_click_with_a_number_adopts_a_waiting_phone() {
        signIn();
        waiting.knocked("SEPAABBCCDDEEFF", "192.0.2.9", "TFTP", 404);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Waiting"))
                .click();
        picture("waiting-en");

        page.locator("#waiting-SEPAABBCCDDEEFF input[name=number]").fill("2003");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Adopt"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("SEPAABBCCDDEEFF is now 2003");
    }

    @Test
    void every_page_speaks_japanese() {
        page.navigate("/signin");
        page.getByText("日本語").click();
        assertThat(page.locator("h1")).hasText("サインイン");
        picture("signin-ja");
        page.locator("[name=account]").fill("admin");
        page.locator("[name=password]").fill("open sesame");
        page.locator("button.primary").click();

        for (var path : List.of(
                "phones",
                "calls",
                "waiting",
                "calls/7",
                "calls/records",
                "calls/quality",
                "calls/traces",
                "media",
                "media/objects/locations",
                "media/objects/audioSources/new",
                "media/objects/devicePools",
                "dialplan",
                "dialplan/objects/huntPilots",
                "dialplan/objects/huntPilots/new",
                "users/objects/users",
                "users/objects/users/new",
                "users/objects/deviceProfiles/new",
                "users/objects/phoneServices/new")) {
            page.navigate("/" + path);
            assertThat(page.locator("h1")).containsText(Pattern.compile("[\\u3040-\\u9fff]"));
            picture(path.replace('/', '-') + "-ja");
        }
    }

    @Test
    void a_translation_pattern_is_added_changed_and_deleted() {
        signIn();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dial plan"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Translation patterns"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add"))
                .click();
        page.locator("#pattern").fill("9.[");
        save();
        assertThat(page.getByText("“9.[” is not a pattern")).isVisible();
        picture("dialplan-pattern-wrong-en");
        complaints.removeIf(complaint -> complaint.contains("422")); // the browser's own word for a refused form

        page.locator("#pattern").fill("9.!#");
        page.locator("#calledDiscard").selectOption("PRE_DOT_TRAILING_HASH");
        save();
        assertThat(page.getByText("“9.!#” was added.")).isVisible();
        picture("dialplan-patterns-en");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("9.!#"))
                .click();
        page.locator("#calledPrefix").fill("00");
        save();
        assertThat(page.getByText("“9.!#” was saved.")).isVisible();
        var stored = configuration.store().find(Kinds.TRANSLATION_PATTERN, "9.!#");
        assertThat(stored.map(pattern -> pattern.text("calledPrefix"))).hasValue("00");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("9.!#"))
                .click();
        page.locator("#delete summary").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(page.getByText("“9.!#” was deleted.")).isVisible();
    }

    @Test
    void a_route_list_is_edited_row_by_row() {
        signIn();
        page.navigate("/dialplan/objects/routeGroups/new");
        page.locator("#name").fill("Local");
        page.locator("[name='devices.0.device']").fill("GW1");
        page.locator("[name='devices.2.device']").fill("GW2");
        save();
        assertThat(page.getByText("“Local” was added.")).isVisible();

        page.navigate("/dialplan/objects/routeLists/new");
        page.locator("#name").fill("City");
        page.locator("[name='members.0.routeGroup']").selectOption("Local");
        page.locator("[name='members.0.calledMask']").fill("abc");
        save();
        assertThat(page.getByText("“abc” is not a mask")).isVisible();
        complaints.removeIf(complaint -> complaint.contains("422")); // the browser's own word for a refused form
        page.locator("[name='members.0.calledMask']").fill("0049XXXX");
        save();
        assertThat(page.getByText("“City” was added.")).isVisible();
        assertThat(configuration
                        .store()
                        .find(Kinds.ROUTE_LIST, "City")
                        .orElseThrow()
                        .rows("members"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsEntry("routeGroup", Value.of("Local"))
                        .containsEntry("calledMask", Value.of("0049XXXX"))
                        .containsEntry("position", Value.of(1)));

        page.navigate("/dialplan/objects/routeGroups/edit?key=Local");
        assertThat(page.locator("[name='devices.1.device']")).hasValue("GW2");
        picture("route-group-en");
        page.locator("[name='devices.0.device']").fill("");
        save();
        assertThat(page.getByText("“Local” was saved.")).isVisible();
        assertThat(configuration
                        .store()
                        .find(Kinds.ROUTE_GROUP, "Local")
                        .orElseThrow()
                        .rows("devices"))
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsEntry("device", Value.of("GW2")));
        page.navigate("/dialplan/objects/routeLists/edit?key=City");
        picture("route-list-en");
    }

    @Test
    void a_route_filter_is_made_of_conditions() {
        signIn();
        page.navigate("/dialplan");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Ways out"))
                .getByText("Route filters")
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add"))
                .click();
        page.locator("#name").fill("New York");
        page.locator("[name='conditions.0.tag']").selectOption("AREA-CODE");
        page.locator("[name='conditions.0.operator']").selectOption("==");
        page.locator("[name='conditions.0.value']").fill("12");
        save();
        assertThat(page.getByText("No number of the numbering plan satisfies clause 1"))
                .isVisible();
        complaints.removeIf(complaint -> complaint.contains("422")); // the browser's own word for a refused form
        page.locator("[name='conditions.0.value']").fill("212");
        save();
        assertThat(page.getByText("“New York” was added.")).isVisible();

        page.navigate("/dialplan/objects/routePatterns/new");
        page.locator("#pattern").fill("9.@");
        page.locator("#device").fill("GW1");
        page.locator("#routeFilter").selectOption("New York");
        page.locator("#calledDiscard").selectOption("PreDot 10-10-Dialing Trailing-#");
        save();
        assertThat(page.getByText("“9.@” was added.")).isVisible();

        page.navigate("/dialplan/objects/routeFilters/edit?key=New%20York");
        picture("route-filter-en");
        page.locator("#delete summary").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(page.getByText("9.@")).isVisible();
        complaints.removeIf(complaint -> complaint.contains("422"));
        page.navigate("/dialplan");
        picture("dialplan-tabs-en");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("日本語"))
                .click();
        page.navigate("/dialplan/objects/routeFilters");
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("外線")))
                .isVisible();
        picture("dialplan-tabs-ja");
    }

    @Test
    void a_user_gets_a_pin_that_is_kept_as_a_hash_and_never_shown() {
        signIn();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Users"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add"))
                .click();
        page.locator("#id").fill("asmith");
        page.locator("#lastName").fill("Smith");
        page.locator("#pin").fill("12");
        save();
        assertThat(page.getByText("“***” has the wrong length")).isVisible();
        picture("users-wrong-en");
        complaints.removeIf(complaint -> complaint.contains("422")); // the browser's own word for a refused form

        page.locator("#pin").fill("12345");
        save();
        assertThat(page.getByText("“asmith” was added.")).isVisible();
        picture("users-en");
        var hash = pinHash();
        assertThat(PasswordHash.matches(Secret.of("12345"), hash)).isTrue();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("asmith"))
                .click();
        assertThat(page.locator("#pin")).hasValue("");
        assertThat(page.content()).doesNotContain("pbkdf2");
        page.locator("#firstName").fill("Al");
        save();
        assertThat(page.getByText("“asmith” was saved.")).isVisible();
        assertThat(pinHash()).isEqualTo(hash);
    }

    private String pinHash() {
        return configuration
                .store()
                .find(Kinds.USER, "asmith")
                .map(user -> user.text("pin"))
                .orElse("");
    }

    @Test
    void a_line_keeps_its_forwards_when_another_field_of_it_is_changed() {
        var busy = new Value.Row(Map.of("when", Value.of("BUSY"), "to", Value.of("2009")));
        configuration
                .store()
                .create(
                        Kinds.LINE,
                        Map.of("number", Value.of("2777"), "forwards", new Value.Rows(List.of(busy))),
                        Author.administrator("admin"))
                .orThrow();
        signIn();
        page.navigate("/dialplan/objects/lines/edit?key=2777");
        assertThat(page.locator("[name='forwards.0.to']")).hasValue("2009");

        page.locator("#alertingName").fill("Reception");
        save();

        assertThat(page.getByText("“2777” was saved.")).isVisible();
        var stored = configuration.store().find(Kinds.LINE, "2777").orElseThrow();
        assertThat(stored.text("alertingName")).isEqualTo("Reception");
        assertThat(stored.rows("forwards")).containsExactly(busy);

        page.navigate("/dialplan/objects/lines/edit?key=2777");
        page.locator("[name='forwards.1.when']").selectOption("BUSY_EXTERNAL");
        page.locator("[name='forwards.1.to']").fill("2010");
        save();
        assertThat(page.getByText("“2777” was saved.")).isVisible();
        assertThat(configuration.store().find(Kinds.LINE, "2777").orElseThrow().rows("forwards"))
                .hasSize(2)
                .contains(busy);

        page.navigate("/dialplan/objects/lines?find=2777");
        assertThat(page.locator("tbody")).containsText("Busy 2009; Busy, external callers 2010");
    }

    @Test
    void who_changes_rows_that_another_changed_meanwhile_is_told_so() {
        var busy = new Value.Row(Map.of("when", Value.of("BUSY"), "to", Value.of("2009")));
        configuration
                .store()
                .create(Kinds.LINE, Map.of("number", Value.of("2777")), Author.administrator("admin"))
                .orThrow();
        signIn();
        page.navigate("/dialplan/objects/lines/edit?key=2777");
        configuration
                .store()
                .change(
                        Kinds.LINE,
                        "2777",
                        Map.of("forwards", new Value.Rows(List.of(busy))),
                        Author.administrator("other"))
                .orThrow();
        page.locator("[name='forwards.0.when']").selectOption("ALL");
        page.locator("[name='forwards.0.to']").fill("2010");
        save();

        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("meanwhile");
        complaints.removeIf(complaint -> complaint.contains("422")); // the browser's own word for a refused form
        assertThat(configuration.store().find(Kinds.LINE, "2777").orElseThrow().rows("forwards"))
                .containsExactly(busy);
    }

    @Test
    void the_analyser_shows_the_way_of_a_number() {
        signIn();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dial plan"))
                .click();
        page.getByLabel("Digits").fill("2001");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Analyse"))
                .click();

        assertThat(page.locator("#verdict")).containsText("2001 leads to a line");
        assertThat(page.getByText("2XXX")).isVisible();
        picture("dialplan-en");
    }

    private void save() {
        page.locator("#object button.primary").click();
    }

    private void signIn() {
        page.navigate("/");
        picture("signin-en");
        page.getByLabel("Account").fill("admin");
        page.getByLabel("Password").fill("open sesame");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByText("Live")).isVisible();
    }

    private void picture(String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
