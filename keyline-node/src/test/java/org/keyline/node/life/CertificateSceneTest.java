package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;

/** An administrator manages the certificates of a running node, in the browser and with commands. */
@Timeout(180)
class CertificateSceneTest {
    @TempDir
    static Path directory;

    private static @Nullable Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.fresh(directory);
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

    private static String data() {
        return "--data=" + node().data();
    }

    /** The certificate a browser gets now. */
    private static X509Certificate served() throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(node().address(), 8443)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static X509Certificate servedOtherThan(X509Certificate before) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var now = served();
        while (now.equals(before)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("awaited another certificate of the web within 30 s");
            }
            now = served();
        }
        return now;
    }

    @Test
    @Spec({"SEC-28", "HT2-05", "HT2-07"})
    void a_certificate_is_looked_at_downloaded_and_regenerated_without_a_restart() throws Exception {
        try (var page = browser().signIn(node(), "en-GB")) {
            page.getByRole(AriaRole.LINK, named("Security")).click();
            page.getByRole(AriaRole.LINK, named("Certificates")).click();
            assertThat(page.locator("#certificate-CallManager")).containsText("Phones over TLS, signed files");
            Chromium.picture(page, "certificates-en");
            page.getByRole(AriaRole.LINK, named("tomcat")).click();
            assertThat(page.locator("main")).containsText("Thumbprint Algorithm");
            assertThat(page.locator("main")).containsText("Public key");
            page.getByRole(AriaRole.LINK, named("Properties Only")).click();
            assertThat(page.locator("main")).not().containsText("Public key");
            page.getByRole(AriaRole.LINK, exactly("All")).click();
            Chromium.picture(page, "certificate-en");
            var saved = directory.resolve("tomcat.p7b");
            page.waitForDownload(() -> page.getByText("Download PKCS#7").click())
                    .saveAs(saved);
            assertThat(openssl("pkcs7", "-inform", "DER", "-in", saved.toString(), "-print_certs"))
                    .contains("CN = cm1");

            var before = served();
            page.getByText("Regenerate …").click();
            assertThat(page.locator("main")).containsText("each browser asks whether to trust it");
            Chromium.picture(page, "certificate-regenerate-en");
            page.getByRole(AriaRole.LINK, named("Cancel")).click();
            assertThat(page.locator("h1")).hasText("tomcat");
            page.getByText("Regenerate …").focus();
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.BUTTON, named("Regenerate")).focus();
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("New certificate: tomcat.");
            assertThat(page.locator("tbody tr")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("former-tomcat")))
                    .hasCount(1);
            assertThat(servedOtherThan(before)).isNotEqualTo(before);
        }
    }

    @Test
    @Spec("HT2-12")
    void a_request_is_signed_elsewhere_and_its_answer_installed() throws Exception {
        var ca = directory.resolve("ca");
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=Example Root",
                "-keyout",
                ca + ".key",
                "-out",
                ca + ".pem");
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/certificates/show/tomcat");
            page.getByRole(AriaRole.BUTTON, named("Make a request")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The request is ready.");
            Chromium.picture(page, "certificate-request-en");
            var csr = directory.resolve("tomcat.csr");
            page.waitForDownload(() -> page.getByText("Download the request").click())
                    .saveAs(csr);
            var answer = directory.resolve("answer.pem");
            openssl(
                    "x509",
                    "-req",
                    "-in",
                    csr.toString(),
                    "-CA",
                    ca + ".pem",
                    "-CAkey",
                    ca + ".key",
                    "-set_serial",
                    "7",
                    "-days",
                    "20",
                    "-out",
                    answer.toString());
            page.locator("input[type=file]").setInputFiles(answer);
            page.getByRole(AriaRole.BUTTON, named("Install")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("whose certificate is missing");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("CA-trust");

            page.locator("select[name=store]").selectOption("CA-trust");
            page.locator("input[type=file]").setInputFiles(Path.of(ca + ".pem"));
            page.getByRole(AriaRole.BUTTON, named("Import")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Imported: CA-trust/");
            Chromium.picture(page, "certificates-imported-en");
            var before = served();
            page.navigate("/certificates/show/tomcat");
            page.locator("input[type=file]").setInputFiles(answer);
            page.getByRole(AriaRole.BUTTON, named("Install")).click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Installed: tomcat.");
            assertThat(servedOtherThan(before).getIssuerX500Principal().getName())
                    .isEqualTo("CN=Example Root");
            assertThat(page.locator("#certificate-tomcat .tag.warn")).containsText("days left");
        }
    }

    @Test
    void a_bad_file_is_refused_with_a_sentence_and_nothing_is_stored() throws Exception {
        var garbage = Files.writeString(directory.resolve("garbage.pem"), "this is no certificate");
        var large = Files.write(directory.resolve("large.pem"), new byte[900_000]);
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/certificates");
            page.locator("select[name=store]").selectOption("SRST-trust");
            page.locator("input[type=file]").setInputFiles(garbage);
            page.getByRole(AriaRole.BUTTON, named("Import")).click();
            assertThat(page.getByRole(AriaRole.ALERT))
                    .hasText("garbage.pem holds no certificate that can be read."
                            + " A file in DER, PEM or PKCS#7 form is right.");
            Chromium.picture(page, "certificates-refused-en");
            page.locator("input[type=file]").setInputFiles(large);
            page.getByRole(AriaRole.BUTTON, named("Import")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("large.pem is larger than 64 KB");
            assertThat(page.locator("[id^=certificate-SRST]")).hasCount(0);
            page.navigate("/certificates/show/nothing");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no certificate called nothing here.");
        }
    }

    @Test
    void what_is_far_too_large_is_refused_before_it_is_looked_at() throws Exception {
        var huge = Files.write(directory.resolve("huge.pem"), new byte[3_000_000]);
        try (var page = browser().signIn(node(), "en-GB")) {
            page.navigate("/certificates");
            page.locator("input[type=file]").setInputFiles(huge);
            page.getByRole(AriaRole.BUTTON, named("Import")).click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What was sent is larger than 1 MB.");
        }
    }

    @Test
    @Spec("SEC-29")
    void a_certificate_that_soon_ends_raises_an_alarm() throws Exception {
        var soon = directory.resolve("soon.pem");
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "5",
                "-subj",
                "/CN=Soon over",
                "-keyout",
                directory.resolve("soon.key").toString(),
                "-out",
                soon.toString());

        var said = NodeJava.run("cert", "import", data(), "directory-trust", soon.toString());

        assertThat(said.code()).as(said.err()).isZero();
        node().awaitLog("(CN=Soon over) expires very soon");
    }

    @Test
    void the_pages_of_certificates_speak_japanese() throws Exception {
        try (var page = browser().signIn(node(), "ja-JP")) {
            for (var path : List.of("", "/show/CAPF", "/regenerate/CallManager")) {
                page.navigate("/certificates" + path);
                Chromium.picture(page, "certificates" + path.replace('/', '-') + "-ja");
                assertThat(page.locator("main")).containsText(Pattern.compile("[\\u3040-\\u9fff]"));
            }
            assertThat(page.locator("li").first()).containsText("CTL ファイルを更新");
            page.setViewportSize(390, 844);
            page.navigate("/certificates");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("a narrow page does not scroll sideways")
                    .isTrue();
            Chromium.picture(page, "certificates-narrow-ja");
        }
    }

    @Test
    @Spec({"SEC-31", "SEC-32", "SEC-33"})
    void the_words_of_operators_do_the_same_beside_a_running_node() throws Exception {
        assertThat(NodeJava.run("show", "cert", data()).out())
                .contains("CallManager ", "CAPF ", "TVS ", "tomcat ")
                .isEqualTo(NodeJava.run("cert", "list", data()).out());
        var before = served();

        var said = NodeJava.run("set", "cert", "regen", "tomcat", data());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("tomcat: CN=cm1", "To do now: New connections of browsers");
        var after = servedOtherThan(before);
        assertThat(NodeJava.run("show", "web-security", data()).out()).contains("Thumbprint", "CN=cm1");

        var set = NodeJava.run("set", "web-security", data(), "Telephony", "Example", "Chiyoda", "Tokyo", "JP");
        assertThat(set.code()).as(set.err()).isZero();
        assertThat(servedOtherThan(after).getSubjectX500Principal().getName()).contains("O=Example", "L=Chiyoda");

        var wrong = NodeJava.run("set", "cert", "regen", "ipsec", data());
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("There are: CallManager, CAPF, TVS, tomcat.");
        assertThat(NodeJava.run("set", "cert", "renew", "tomcat", data()).code())
                .isEqualTo(2);
    }

    @Test
    @Spec("HT2-01")
    void commands_take_certificates_out_and_bring_them_in() throws Exception {
        var out = directory.resolve("capf.cer");
        assertThat(NodeJava.run("cert", "export", data(), "--format=der", "CAPF", out.toString())
                        .code())
                .isZero();
        assertThat(openssl("x509", "-inform", "DER", "-in", out.toString(), "-noout", "-subject"))
                .contains("CAPF-");
        var imported = NodeJava.run("cert", "import", data(), "Unity-trust", out.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("To do now: Restart the Cisco CallManager service.");
        var name = imported.out().lines().findFirst().orElseThrow().split(": ", 2)[0];
        assertThat(NodeJava.run("cert", "show", data(), "--view=properties", name)
                        .out())
                .contains("Thumbprint")
                .doesNotContain("Public key");
        assertThat(NodeJava.run("cert", "remove", data(), name).code()).isZero();
        assertThat(NodeJava.run("cert", "list", data()).out()).doesNotContain(name);

        var csr = directory.resolve("ccm.csr");
        assertThat(NodeJava.run("cert", "csr", data(), "CallManager", csr.toString())
                        .code())
                .isZero();
        assertThat(openssl("req", "-in", csr.toString(), "-noout", "-verify")).contains("verify OK");
        var install = NodeJava.run("cert", "install", data(), "CallManager", out.toString());
        assertThat(install.code()).isEqualTo(1);
        assertThat(install.err()).contains("was made for another key");
        assertThat(NodeJava.run("cert", "import", data(), "no-trust", out.toString())
                        .err())
                .contains("is no trust store");
        assertThat(NodeJava.run("cert", "install", data(), "CallManager", "nowhere.pem")
                        .err())
                .contains("nowhere.pem");
    }

    private static String openssl(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var said = Said.by(new ProcessBuilder(command));
        assertThat(said.code()).as(said.err()).isZero();
        return said.out() + said.err();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Looks at certificates and trusts them all: the test itself says which one it must be. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
