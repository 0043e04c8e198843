package org.keyline.trust.srst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.srst.Fetched.Failed;
import org.keyline.trust.srst.Fetched.Shown;
import org.keyline.trust.srst.Fetched.Trouble;
import org.keyline.trust.srst.GatewayCertificate.Doubt;
import org.keyline.trust.workbench.OpenSsl;

@Timeout(120)
class CertificateProviderTest {
    private static final Clock CLOCK = Clock.fixed(Gateway.NOW, ZoneOffset.UTC);
    private static final CertificateProvider PROVIDER = new CertificateProvider(false, CLOCK);
    private static final CertificateProvider LEGACY = new CertificateProvider(true, CLOCK);

    @Test
    @Spec({"SRST-02", "SRST-03"})
    void the_certificate_a_gateway_signed_itself_is_taken_and_nothing_is_said_to_it() throws Exception {
        var identity = Gateway.selfSigned("127.0.0.1", KeyType.RSA_2048, Gateway.NOW);
        try (var gateway = Gateway.showing(identity)) {
            var shown = shown(PROVIDER, gateway);

            assertThat(shown.certificate()).isEqualTo(identity.certificate());
            assertThat(shown.isSelfSigned()).isTrue();
            assertThat(shown.doubts()).isEmpty();
            assertThat(gateway.heard().get(30, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    @Spec({"SRST-02", "SRST-11"})
    void the_certificate_an_authority_issued_is_taken_and_its_issuer_left() throws Exception {
        var root = Gateway.selfSigned("root", KeyType.RSA_2048, Gateway.NOW);
        var identity = Gateway.issued("branch", root);
        try (var gateway = Gateway.showing(identity)) {
            var shown = shown(PROVIDER, gateway);

            assertThat(shown.certificate()).isEqualTo(identity.certificate());
            assertThat(shown.isSelfSigned()).isFalse();
            assertThat(shown.doubts()).containsExactly(Doubt.OTHER_NAME);
        }
    }

    @Test
    @Spec("SRST-11")
    void a_chain_with_two_issuers_is_refused_with_the_root_or_without_it() throws Exception {
        var root = Gateway.selfSigned("root", KeyType.RSA_2048, Gateway.NOW);
        var middle = Gateway.issued("middle", root);
        var deep = Gateway.issued("branch", middle);
        var rootLeftOut = new KeyMaterial(deep.key(), deep.certificate(), List.of(middle.certificate()));
        for (var identity : List.of(deep, rootLeftOut)) {
            try (var gateway = Gateway.showing(identity)) {
                assertThat(failed(PROVIDER, gateway.port()).trouble()).isEqualTo(Trouble.CHAIN_TOO_DEEP);
            }
        }
    }

    @Test
    void a_certificate_out_of_its_time_is_refused_and_one_that_ends_soon_doubted() throws Exception {
        var day = Duration.ofDays(1);
        var fiveYears = Duration.ofDays(1826);
        try (var past = gateway(KeyType.EC_P256, fiveYears.plus(day));
                var soon = gateway(KeyType.EC_P256, fiveYears.minus(day.multipliedBy(20)));
                var future = gateway(KeyType.EC_P256, day.multipliedBy(-3))) {
            assertThat(failed(PROVIDER, past.port()).trouble()).isEqualTo(Trouble.EXPIRED);
            assertThat(failed(PROVIDER, future.port()).trouble()).isEqualTo(Trouble.NOT_YET_VALID);
            assertThat(shown(PROVIDER, soon).doubts()).containsExactly(Doubt.ENDS_SOON);
        }
    }

    private static Gateway gateway(KeyType key, Duration ago) throws Exception {
        return Gateway.showing(Gateway.selfSigned("127.0.0.1", key, Gateway.NOW.minus(ago)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_512", "RSA_1024"})
    void a_short_key_is_refused_unless_old_phones_are_admitted_and_is_doubted_then(KeyType key) throws Exception {
        try (var gateway = gateway(key, Duration.ZERO)) {
            var refused = failed(PROVIDER, gateway.port());
            assertThat(refused.trouble()).as(refused.toString()).isEqualTo(Trouble.KEY_TOO_SHORT);
            assertThat(refused.text(Locale.ENGLISH)).contains(key.bits() + " bits");
            assertThat(shown(LEGACY, gateway).doubts()).containsExactly(Doubt.SHORT_KEY);
        }
    }

    @Test
    void a_closed_port_an_unknown_name_and_a_service_without_tls_are_told_apart() throws Exception {
        int closed;
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = free.getLocalPort();
        }
        assertThat(failed(PROVIDER, closed).trouble()).isEqualTo(Trouble.REFUSED);
        assertThat(PROVIDER.fetch("gateway.invalid", 2445))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.trouble()).isEqualTo(Trouble.UNKNOWN_HOST));
        try (var plain = answering("220 mail.example.com ready\r\n")) {
            assertThat(failed(PROVIDER, plain.getLocalPort()).trouble()).isEqualTo(Trouble.NO_TLS);
        }
        try (var rude = answering("")) {
            assertThat(failed(PROVIDER, rude.getLocalPort()).trouble()).isEqualTo(Trouble.HANDSHAKE_FAILED);
        }
    }

    /** Says its text to the first who connects, and hangs up. */
    private static ServerSocket answering(String text) throws IOException {
        var listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            try (var connection = listener.accept()) {
                var _ = connection.getInputStream().read();
                connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return listener;
    }

    @Test
    void a_gateway_that_stays_silent_or_answers_a_byte_at_a_time_is_given_up() throws Exception {
        var hasty = new CertificateProvider(false, CLOCK, Duration.ofSeconds(30), Duration.ofMillis(300));
        try (var listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ended = new CompletableFuture<IOException>();
            Thread.ofVirtual().start(() -> {
                try (var silent = listener.accept()) {
                    dribble(listener.accept());
                    silent.shutdownOutput();
                } catch (IOException gone) {
                    ended.complete(gone);
                }
            });
            assertThat(failed(hasty, listener.getLocalPort()).trouble()).isEqualTo(Trouble.SILENT);
            assertThat(failed(hasty, listener.getLocalPort()).trouble()).isEqualTo(Trouble.SILENT);
            assertThat(ended.get(30, TimeUnit.SECONDS)).hasMessageMatching("Broken pipe|Connection reset.*");
        }
    }

    /** A record that never ends: its header, then a byte for as long as somebody listens. */
    private static void dribble(Socket connection) throws IOException {
        try (connection) {
            connection.getOutputStream().write(new byte[] {0x16, 3, 3, 0x3f, 0, 2});
            connection.setSoTimeout(20);
            while (true) {
                connection.getOutputStream().write(0);
                try {
                    var _ = connection.getInputStream().read();
                } catch (java.net.SocketTimeoutException nothingHeard) {
                    connection.getOutputStream().flush();
                }
            }
        }
    }

    @Test
    void what_is_shown_of_a_certificate_is_what_openssl_says_of_it(@TempDir Path directory) throws Exception {
        var pem = directory.resolve("gateway.pem");
        OpenSsl.text(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                3650,
                "-subj",
                "/O=Example/CN=127.0.0.1",
                "-set_serial",
                "0x0A1B2C3D",
                "-keyout",
                pem,
                "-out",
                pem);
        var server = new ProcessBuilder("openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", pem.toString())
                .redirectErrorStream(true)
                .start();
        try {
            int port = port(server);
            var shown = new CertificateProvider(false, Clock.systemUTC()).fetch("127.0.0.1", port);

            var said = OpenSsl.text("x509", "-in", pem, "-noout", "-serial", "-fingerprint", "-sha256");
            assertThat(shown).isInstanceOfSatisfying(Shown.class, found -> {
                var certificate = found.certificate();
                assertThat(said).contains(certificate.sha256()).contains("serial=" + certificate.serial());
                assertThat(sha1(pem)).contains(certificate.sha1());
                assertThat(certificate.subject()).contains("127.0.0.1").contains("Example");
                assertThat(certificate.hasFingerprint(certificate.sha256().toLowerCase(Locale.ROOT)))
                        .isTrue();
                assertThat(certificate.hasFingerprint(certificate.sha1())).isFalse();
                assertThat(GatewayCertificate.stored(certificate.base64()).certificate())
                        .isEqualTo(certificate.certificate());
            });
        } finally {
            server.destroyForcibly();
        }
    }

    private static String sha1(Path pem) {
        try {
            return OpenSsl.text("x509", "-in", pem, "-noout", "-fingerprint", "-sha1");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(Process server) throws IOException {
        var out = server.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ACCEPT ")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            }
        }
        throw new IOException("openssl s_server did not start");
    }

    @Test
    void every_trouble_and_every_doubt_has_its_text_in_both_languages() {
        for (var locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            var texts = new ArrayList<String>();
            Arrays.stream(Trouble.values())
                    .map(trouble -> new Failed(trouble, "branch (2445)", "4711").text(locale))
                    .forEach(texts::add);
            Arrays.stream(Doubt.values())
                    .map(doubt -> Fetched.text(doubt, locale))
                    .forEach(texts::add);
            assertThat(texts).doesNotHaveDuplicates().noneMatch(text -> text.contains("{"));
        }
    }

    private static GatewayCertificate shown(CertificateProvider provider, Gateway gateway) {
        return switch (provider.fetch("127.0.0.1", gateway.port())) {
            case Shown(var certificate) -> certificate;
            case Failed failed -> throw new AssertionError(failed.text(Locale.ENGLISH));
        };
    }

    private static Failed failed(CertificateProvider provider, int port) {
        return switch (provider.fetch("127.0.0.1", port)) {
            case Failed failed -> failed;
            case Shown(var certificate) -> throw new AssertionError("shown: " + certificate.subject());
        };
    }
}
