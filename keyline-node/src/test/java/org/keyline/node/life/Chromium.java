package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real browser in front of a node; it notes what its console complains about. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Chromium() {
        browser = launch(new LaunchOptions(), List.of());
    }

    /** The browser of a user whose home directory is {@code home}, with the store of certificates there. */
    Chromium(Path home, String... more) {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", home.toString());
        browser = launch(new LaunchOptions().setEnv(environment), List.of(more));
    }

    private Browser launch(LaunchOptions options, List<String> more) {
        var arguments = new ArrayList<>(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
        arguments.addAll(more);
        return playwright
                .chromium()
                .launch(options.setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(arguments));
    }

    /** A page of an administrator who signed in. */
    Page signIn(LiveNode node, String language) throws IOException {
        return signIn(node, node.password(), language);
    }

    /** The same on a node that was started before, and told the password then. */
    Page signIn(LiveNode node, String password, String language) {
        var page = open(node, language);
        page.navigate("/");
        page.locator("[name=account]").fill("admin");
        page.locator("[name=password]").fill(password);
        page.locator("button.primary").click();
        assertThat(page.locator("#live")).isVisible();
        return page;
    }

    /** An empty page of somebody who has not signed in. */
    Page open(LiveNode node, String language) {
        var at = node.at(8443);
        var page = browser.newPage(new Browser.NewPageOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setViewportSize(1280, 900)
                .setBaseURL("https://" + at.getHostString() + ":" + at.getPort()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** A session of a browser that has seen nothing yet. */
    BrowserContext newContext(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name + ".png")));
    }

    /** Fails when anything was blocked or broken in a page. */
    void isContent() {
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
