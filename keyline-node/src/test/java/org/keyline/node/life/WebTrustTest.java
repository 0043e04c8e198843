package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;

/** What a browser believes of the node's web, and when it warns. */
@Timeout(240)
class WebTrustTest {
    private static final String WEB = "8443";

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

    private static String address() {
        return node().address().getHostAddress();
    }

    private static Said run(String... command) throws Exception {
        return Said.by(new ProcessBuilder(command));
    }

    /** curl as a browser whose store holds {@code trusted}, going to the node under {@code name}. */
    private static Said visit(String name, Path trusted, String... more) throws Exception {
        var command = new ArrayList<>(List.of(
                "curl", "-sS", "--cacert", trusted.toString(), "--resolve", name + ":" + WEB + ":" + address()));
        command.addAll(List.of(more));
        command.add("https://" + name + ":" + WEB + "/signin");
        return run(command.toArray(String[]::new));
    }

    private static Path httpsCertificate() {
        return node().data().resolve("certificates").resolve("httpscert.cer");
    }

    private static Path pem(Path der) throws Exception {
        var file = directory.resolve(der.getFileName() + ".pem");
        assertThat(run("openssl", "x509", "-inform", "DER", "-in", der.toString(), "-out", file.toString())
                        .code())
                .isZero();
        return file;
    }

    @Test
    @Spec({"HT-03", "HT-06", "HT-17", "OV-13", "OV-45"})
    void a_fresh_node_has_a_certificate_of_its_own_in_a_file_and_shows_exactly_that() throws Exception {
        var text = run(
                "openssl", "x509", "-inform", "DER", "-in", httpsCertificate().toString(), "-noout", "-text");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("Version: 3", "TLS Web Server Authentication", "DNS:cm1", "IP Address:" + address());
        assertThat(run(
                                "openssl",
                                "verify",
                                "-CAfile",
                                pem(httpsCertificate()).toString(),
                                pem(httpsCertificate()).toString())
                        .out())
                .contains("OK");
        assertThat(shown()).isEqualTo(Files.readString(pem(httpsCertificate()), StandardCharsets.US_ASCII));
    }

    @Test
    @Spec("HT9-04")
    void its_subject_is_the_host_name_and_a_name_that_browsers_cannot_read_is_refused_before_it_is_made()
            throws Exception {
        var subject = run(
                "openssl", "x509", "-inform", "DER", "-in", httpsCertificate().toString(), "-noout", "-subject");
        assertThat(subject.out()).contains("CN = cm1");

        var data = directory.resolve("underscore");
        var refused = NodeJava.run("node", "--data=" + data, "--name=cm_1");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("“cm_1” cannot be the name of a node", "underscore", "--name NAME");
        assertThat(NodeJava.runIn("ja", "node", "--data=" + data, "--name=cm_1").err())
                .contains("「cm_1」はノードの名前にできません");
        assertThat(data).doesNotExist();
    }

    @Test
    @Spec({"OV-12", "OV-14"})
    void a_fresh_node_encrypts_signalling_and_enrols_without_anything_installed() throws Exception {
        for (var service : Map.of("2443", "ccmserver.cer", "3804", "CAPF.cer").entrySet()) {
            var file = node().data().resolve("certificates").resolve(service.getValue());
            assertThat(shown(service.getKey())).isEqualTo(Files.readString(pem(file), StandardCharsets.US_ASCII));
        }
    }

    /** What the former product's GUID did, the serial number does: no other certificate has it. */
    @Test
    @Spec("OV-46")
    void call_managers_certificate_names_this_server_and_its_file_is_only_read() throws Exception {
        var file = node().data().resolve("certificates").resolve("ccmserver.cer");
        var text = run(
                "openssl",
                "x509",
                "-inform",
                "DER",
                "-in",
                file.toString(),
                "-noout",
                "-subject",
                "-issuer",
                "-serial");
        assertThat(text.out())
                .containsPattern("subject=.*CN = cm1")
                .containsPattern("issuer=.*CN = cm1")
                .containsPattern("serial=[0-9A-F]{30,40}\\n");
        var pem = pem(file).toString();
        assertThat(run("openssl", "verify", "-CAfile", pem, pem).out()).contains("OK");
        assertThat(shown("2443")).isEqualTo(Files.readString(pem(file), StandardCharsets.US_ASCII));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--r--r--");
        var stranger = pem(node().data().resolve("certificates").resolve("CAPF.cer"));
        var refused = NodeJava.run("cert", "install", "--data=" + node().data(), "CallManager", stranger.toString());
        assertThat(refused.code()).as(refused.out()).isEqualTo(1);
        assertThat(pem(file)).hasContent(shown("2443"));
    }

    /** The certificate a visitor of the web is shown, as PEM. */
    private static String shown() throws Exception {
        return shown(WEB);
    }

    private static String shown(String port) throws Exception {
        var said = run(
                "sh",
                "-c",
                "openssl s_client -connect " + address() + ":" + port
                        + " </dev/null 2>/dev/null | openssl x509 -outform PEM");
        return said.out();
    }

    @Test
    @Spec({"HT-01", "HT-08", "HT-12"})
    void with_the_certificate_in_the_store_no_alert_comes_but_for_another_name() throws Exception {
        var trusted = pem(httpsCertificate());

        var byName = visit("cm1", trusted);
        assertThat(byName.code()).as(byName.err()).isZero();
        assertThat(byName.out()).contains("name=\"password\"");
        var byAddress =
                run("curl", "-sS", "--cacert", trusted.toString(), "https://" + address() + ":" + WEB + "/signin");
        assertThat(byAddress.code()).as(byAddress.err()).isZero();

        var otherName = visit("pbx.example", trusted);
        assertThat(otherName.code()).isEqualTo(60);
        assertThat(otherName.err()).contains("pbx.example").contains("subject name");
        assertThat(otherName.out()).isEmpty();
        var unknown = run("curl", "-sS", "https://" + address() + ":" + WEB + "/signin");
        assertThat(unknown.code()).isEqualTo(60);
        var inTheClear = run("curl", "-sS", "--max-time", "20", "http://" + address() + ":" + WEB + "/signin");
        assertThat(inTheClear.out()).doesNotContain("name=\"password\"");
    }

    @Test
    @Spec({"HT-10", "HT-13", "HT2-09"})
    void a_browser_that_does_not_know_it_is_warned_and_may_go_on_for_one_session_only() {
        var url = "https://" + address() + ":" + WEB + "/signin";
        try (var chromium = new Chromium()) {
            try (var stranger = chromium.newContext(new NewContextOptions());
                    var page = stranger.newPage()) {
                assertThatThrownBy(() -> page.navigate(url))
                        .isInstanceOf(PlaywrightException.class)
                        .hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
                assertThat(page.locator("[name=password]").count()).isZero();
            }
            try (var session = chromium.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true));
                    var page = session.newPage()) {
                page.navigate(url);
                assertThat(page.locator("[name=password]").count()).isEqualTo(1);
            }
            try (var next = chromium.newContext(new NewContextOptions());
                    var page = next.newPage()) {
                assertThatThrownBy(() -> page.navigate(url)).hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
            }
        }
    }

    @Test
    @Spec("HT-23")
    void an_authority_with_an_intermediate_replaces_it_and_its_root_in_the_store_is_enough() throws Exception {
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

            Said seen;
            long deadline = System.nanoTime() + 60_000_000_000L;
            do {
                seen = run(
                        "curl",
                        "-sS",
                        "--cacert",
                        chain.root().toString(),
                        "https://" + other.address().getHostAddress() + ":" + WEB + "/signin");
            } while (seen.code() != 0 && System.nanoTime() < deadline);

            assertThat(seen.code()).as(seen.err()).isZero();
            var file = other.data().resolve("certificates").resolve("httpscert.cer");
            var text =
                    run("openssl", "x509", "-inform", "DER", "-in", file.toString(), "-noout", "-issuer", "-subject");
            assertThat(text.out()).contains("CN = Example Intermediate").contains("CN = cm1");
            var root = directory.resolve("root.cer");
            var list = NodeJava.run("cert", "list", data).out();
            var name = list.lines()
                    .filter(line -> line.contains("CA-trust/") && line.contains("Example Root"))
                    .map(line -> line.strip().split("\\s+", 2)[0])
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(list));
            done(NodeJava.run("cert", "export", data, name, "--format=der", root.toString()));
            assertThat(run("openssl", "x509", "-inform", "DER", "-in", root.toString(), "-noout", "-subject")
                            .out())
                    .contains("CN = Example Root");
        }
    }

    private static void done(Said said) {
        assertThat(said.code()).as(said.err() + said.out()).isZero();
    }
}
