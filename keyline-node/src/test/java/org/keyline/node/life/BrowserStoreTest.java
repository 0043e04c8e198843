package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;

/** A visitor brings the node's certificate into the store of his browser, and what that is good for. */
@Timeout(300)
class BrowserStoreTest {
    private static final String NAME = "cm1";

    private static final String NOT_TRUSTED = "ERR_CERT_AUTHORITY_INVALID";

    @TempDir
    static Path directory;

    private static @Nullable LiveNode running;

    @BeforeAll
    static void start() throws IOException {
        running = LiveNode.start(directory.resolve("node"));
    }

    @AfterAll
    static void stop() {
        node().close();
    }

    private static LiveNode node() {
        return Objects.requireNonNull(running);
    }

    private static String byAddress(LiveNode node) {
        return "https://" + node.address().getHostAddress() + ":8443/signin";
    }

    private static final String BY_NAME = "https://" + NAME + ":8443/signin";

    /** The home of a user whose store of certificates is empty. */
    private static Path home(String name) throws Exception {
        var home = directory.resolve(name);
        Files.createDirectories(home.resolve(".pki/nssdb"));
        certutil(home, "-N", "--empty-password");
        return home;
    }

    private static void trusts(Path home, Path certificate) throws Exception {
        certutil(home, "-A", "-n", "keyline", "-t", "CP,,", "-i", certificate.toString());
    }

    private static String certutil(Path home, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("certutil", "-d", "sql:" + home.resolve(".pki/nssdb")));
        command.addAll(List.of(arguments));
        var said = Said.by(new ProcessBuilder(command));
        assertThat(said.code()).as(said.err()).isZero();
        return said.out();
    }

    private static Chromium browser(Path home) {
        return new Chromium(
                home,
                "--host-resolver-rules=MAP " + NAME + " " + node().address().getHostAddress());
    }

    private static void isWarned(Chromium browser, String url, String of) {
        try (var session = browser.newContext(new NewContextOptions());
                var page = session.newPage()) {
            assertThatThrownBy(() -> page.navigate(url))
                    .isInstanceOf(PlaywrightException.class)
                    .hasMessageContaining(of);
            assertThat(page.locator("[name=password]").count()).as("no access").isZero();
        }
    }

    private static void isWelcome(Chromium browser, String url) {
        try (var session = browser.newContext(new NewContextOptions());
                var page = session.newPage()) {
            page.navigate(url);
            assertThat(page.locator("[name=password]").count()).isEqualTo(1);
        }
    }

    /** The visitor goes on once, reads what he can do, and takes the certificate along. */
    private static Path taken(Chromium browser, String url, String language) throws Exception {
        try (var session = browser.newContext(
                        new NewContextOptions().setIgnoreHTTPSErrors(true).setLocale(language));
                var page = session.newPage()) {
            page.navigate(url);
            page.locator("#trust summary").click();
            Chromium.picture(page, "signin-trust-" + language);
            var saved = Files.createTempDirectory(directory, "download").resolve("httpscert.cer");
            var download = page.waitForDownload(
                    () -> page.locator("#trust a", new Page.LocatorOptions()).click());
            assertThat(download.suggestedFilename()).isEqualTo("httpscert.cer");
            download.saveAs(saved);
            return saved;
        }
    }

    @Test
    @Spec({"HT-11", "HT-14", "HT-20", "HT-21", "HT2-08", "HT2-10"})
    void the_warning_comes_in_every_session_until_the_offered_certificate_is_in_the_store() throws Exception {
        var home = home("visitor");
        Path certificate;
        try (var browser = browser(home)) {
            isWarned(browser, BY_NAME, NOT_TRUSTED);
            certificate = taken(browser, BY_NAME, "en-GB");
            assertThat(taken(browser, byAddress(node()), "ja-JP")).hasSameBinaryContentAs(certificate);
            isWarned(browser, BY_NAME, NOT_TRUSTED);
        }
        var own = node().data().resolve("certificates").resolve("httpscert.cer");
        assertThat(certificate).as("in DER").hasSameBinaryContentAs(own);

        trusts(home, certificate);

        assertThat(certutil(home, "-L", "-n", "keyline")).contains("Subject: \"", "CN=" + NAME, "\"" + NAME + "\"");
        for (var session = 0; session < 2; session++) {
            try (var browser = browser(home)) {
                isWelcome(browser, BY_NAME);
                isWelcome(browser, byAddress(node()));
                isWarned(browser, "https://localhost.localdomain:8443/signin", "ERR_");
            }
        }
        var done = NodeJava.run("cert", "regenerate", "--data=" + node().data(), "tomcat");
        assertThat(done.code()).as(done.err()).isZero();
        awaitsAnother(own, Files.readAllBytes(certificate), home);
    }

    /** Trust was for that one certificate. */
    private static void awaitsAnother(Path file, byte[] former, Path home) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (java.util.Arrays.equals(shown(), former)) {
            assertThat(System.nanoTime()).as("awaited the new certificate").isLessThan(deadline);
        }
        assertThat(shown()).isEqualTo(Files.readAllBytes(file));
        try (var browser = browser(home)) {
            isWarned(browser, BY_NAME, NOT_TRUSTED);
        }
    }

    private static byte[] shown() throws Exception {
        var file = Files.createTempFile(directory, "shown", ".cer");
        var said = Said.by(new ProcessBuilder(
                "sh",
                "-c",
                "openssl s_client -connect " + node().address().getHostAddress()
                        + ":8443 </dev/null 2>/dev/null | openssl x509 -outform DER -out " + file));
        assertThat(said.code()).as(said.err()).isZero();
        return Files.readAllBytes(file);
    }

    @Test
    @Spec("HT2-14")
    void of_a_signed_certificate_the_root_is_offered_as_httpscert_and_its_trust_is_enough() throws Exception {
        var home = home("colleague");
        try (var other = LiveNode.start(directory.resolve("signed"))) {
            var data = "--data=" + other.data();
            var csr = directory.resolve("web.csr");
            done(NodeJava.run("cert", "csr", data, "tomcat", csr.toString()));
            var chain = new Authorities(directory.resolve("authorities")).sign(csr);
            for (var authority : List.of(chain.root(), chain.intermediate())) {
                done(NodeJava.run("cert", "import", data, "CA-trust", authority.toString()));
            }
            done(NodeJava.run(
                    "cert", "install", data, "tomcat", chain.certificate().toString()));
            var root = directory.resolve("root.der");
            done(Said.by(new ProcessBuilder(
                    "openssl", "x509", "-in", chain.root().toString(), "-outform", "DER", "-out", root.toString())));

            Path offered;
            try (var browser = browser(home)) {
                isWarned(browser, byAddress(other), NOT_TRUSTED);
                offered = offeredRoot(browser, other, root);
            }
            certutil(home, "-A", "-n", "root", "-t", "C,,", "-i", offered.toString());
            try (var browser = browser(home)) {
                isWelcome(browser, byAddress(other));
            }
        }
    }

    /** The running node learns of the installed certificate in a moment. */
    private static Path offeredRoot(Chromium browser, LiveNode other, Path root) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        var offered = taken(browser, byAddress(other), "en-GB");
        while (!java.util.Arrays.equals(Files.readAllBytes(offered), Files.readAllBytes(root))) {
            assertThat(System.nanoTime()).as("awaited the root").isLessThan(deadline);
            offered = taken(browser, byAddress(other), "en-GB");
        }
        return offered;
    }

    private static void done(Said said) {
        assertThat(said.code()).as(said.err() + said.out()).isZero();
    }
}
