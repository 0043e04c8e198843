package org.keyline.lab.capf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.lab.trust.TestAuthority;
import org.keyline.lab.trust.TestFiles;
import org.keyline.spec.Spec;

class CapfClientTest {
    private static final String NAME = "SEP001122334455";
    private static final TestAuthority CAPF = TestAuthority.named("CAPF");
    private static final TestAuthority TOKEN = TestAuthority.named("token-1");

    private final Flash flash = new Flash();
    private SSLServerSocket listener;

    /** What the server does in one session. */
    private interface Script {
        void play(InputStream in, OutputStream out) throws Exception;
    }

    @BeforeEach
    void the_phone_trusts_the_server() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("capf", CAPF.keys().getPrivate(), new char[0], new Certificate[] {CAPF.certificate()});
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        flash.offerCtl(Optional.of(TestFiles.list().with(0, TOKEN).with(4, CAPF).signedBy(TOKEN)));
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
    }

    private CompletableFuture<Void> serve(Script script) {
        var done = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try (var socket = listener.accept()) {
                script.play(socket.getInputStream(), socket.getOutputStream());
                done.complete(null);
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private CapfOutcome run(CapfAuthentication how, CapfManners manners) {
        return new CapfClient(NAME, flash, manners).attempt((InetSocketAddress) listener.getLocalSocketAddress(), how);
    }

    private static void say(OutputStream out, CapfMessage message) throws Exception {
        out.write(message.encode());
    }

    private static CapfMessage ask(CapfCommand command) {
        return CapfMessage.of(command, 0x2a);
    }

    private static CapfMessage authenticate(InputStream in, OutputStream out) throws Exception {
        say(out, ask(CapfCommand.AUTH_REQ).with(CapfTag.VERSION, 3).with(CapfTag.AUTH_TYPE, 0));
        return CapfMessage.read(in);
    }

    private static void end(OutputStream out, int reason) throws Exception {
        say(out, ask(CapfCommand.END_SESSION).with(CapfTag.REASON, reason));
    }

    @Test
    void a_certificate_is_made_for_a_key_that_never_leaves_the_phone() throws Exception {
        var server = serve((in, out) -> {
            var answer = authenticate(in, out);
            assertThat(answer.element(CapfTag.PASSWORD)).contains(Octets.of("48151\0"));
            assertThat(answer.element(CapfTag.DEVICE_NAME)).contains(Octets.of(NAME + "\0"));
            say(
                    out,
                    ask(CapfCommand.KEYGEN_REQ)
                            .with(CapfTag.KEY_SIZE, Octets.ofHex("0400"))
                            .with(CapfTag.KEY_TYPE, 0));
            assertThat(CapfMessage.read(in).command()).isEqualTo(CapfCommand.REQUEST_IN_PROGRESS);
            assertThat(CapfMessage.read(in).command()).isEqualTo(CapfCommand.REQUEST_IN_PROGRESS);
            var key = publicKey(CapfMessage.read(in));
            var certificate = CAPF.issues(NAME, key);
            say(
                    out,
                    ask(CapfCommand.STORE_CERT_REQ)
                            .with(CapfTag.CERTIFICATE_TYPE, 1)
                            .with(CapfTag.CERTIFICATE, CertificateField.of(certificate, CertificateField.LSC)));
            assertThat(CapfMessage.read(in).number(CapfTag.REASON)).contains(1);
            end(out, 1);
        });

        var outcome = run(new CapfAuthentication.ByString("48151"), CapfManners.USUAL.reporting(2));

        server.get();
        assertThat(outcome.isSuccess()).isTrue();
        assertThat(flash.lsc().map(PhoneIdentity::certificate).flatMap(Certificates::commonName))
                .contains(NAME);
        assertThat(flash.status()).contains("LSC: success");
    }

    @Test
    void a_certificate_for_another_key_is_not_stored() throws Exception {
        var server = serve((in, out) -> {
            authenticate(in, out);
            say(out, ask(CapfCommand.KEYGEN_REQ).with(CapfTag.KEY_SIZE, Octets.ofHex("0400")));
            CapfMessage.read(in);
            CapfMessage.read(in);
            var foreign = CAPF.issues(NAME, TOKEN.keys().getPublic());
            say(
                    out,
                    ask(CapfCommand.STORE_CERT_REQ)
                            .with(CapfTag.CERTIFICATE, CertificateField.of(foreign, CertificateField.LSC)));
            assertThat(CapfMessage.read(in).number(CapfTag.REASON)).contains(7);
            end(out, 7);
        });

        assertThat(run(new CapfAuthentication.ByNullString(), CapfManners.USUAL).isSuccess())
                .isFalse();
        server.get();
        assertThat(flash.lsc()).isEmpty();
    }

    @Test
    void certificates_are_shown_and_deleted_on_request() throws Exception {
        var keys = TOKEN.keys();
        var lsc = new PhoneIdentity(keys.getPrivate(), CAPF.issues(NAME, keys.getPublic()));
        flash.storeLsc(lsc);
        var server = serve((in, out) -> {
            var proof = authenticate(in, out);
            assertThat(proof.element(CapfTag.SIGNED_DATA)).isPresent();
            assertThat(proof.element(CapfTag.SHA2_SIGNED_DATA)).isPresent();
            say(out, ask(CapfCommand.FETCH_CERT_REQ));
            var shown = CapfMessage.read(in).element(CapfTag.CERTIFICATE).orElseThrow();
            assertThat(CertificateField.certificate(shown)).isEqualTo(lsc.certificate());
            say(out, ask(CapfCommand.DELETE_CERT_REQ));
            assertThat(CapfMessage.read(in).number(CapfTag.REASON)).contains(1);
            say(out, ask(CapfCommand.FETCH_CERT_REQ));
            assertThat(CapfMessage.read(in).element(CapfTag.CERTIFICATE)).isEmpty();
            end(out, 1);
        });

        assertThat(run(new CapfAuthentication.ByLsc(), CapfManners.USUAL).isSuccess())
                .isTrue();
        server.get();
        assertThat(flash.lsc()).isEmpty();
    }

    @Test
    void an_unknown_device_is_told_so_and_keeps_what_it_has() throws Exception {
        var _ = serve((in, out) -> {
            authenticate(in, out);
            end(out, 9);
        });

        var outcome = new CapfClient(NAME, flash, CapfManners.USUAL)
                .run((InetSocketAddress) listener.getLocalSocketAddress(), new CapfAuthentication.ByNullString());

        assertThat(outcome).isInstanceOf(CapfOutcome.Ended.class);
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(flash.status()).contains("LSC: failed");
    }

    @Test
    void a_server_without_the_role_in_the_trust_list_learns_nothing() {
        flash.eraseTrustLists();
        flash.offerCtl(Optional.of(TestFiles.list().with(0, TOKEN).with(1, CAPF).signedBy(TOKEN)));
        var _ = serve((in, out) -> authenticate(in, out));

        assertThat(run(new CapfAuthentication.ByString("48151"), CapfManners.USUAL))
                .isInstanceOf(CapfOutcome.NotTrusted.class);
    }

    /** Counts sessions and hangs up after the first answer of each. */
    private AtomicInteger hangsUp() {
        var sessions = new AtomicInteger();
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try (var socket = listener.accept()) {
                    sessions.incrementAndGet();
                    authenticate(socket.getInputStream(), socket.getOutputStream());
                } catch (Exception _) {
                    return;
                }
            }
        });
        return sessions;
    }

    @Test
    @Spec({"CAPF-013", "CAPF-P18"})
    void a_lost_connection_is_tried_three_more_times_thirty_seconds_apart() {
        var sessions = hangsUp();
        var pauses = new ArrayList<Duration>();

        var outcome = new CapfClient(NAME, flash, CapfManners.USUAL, pauses::add)
                .run((InetSocketAddress) listener.getLocalSocketAddress(), new CapfAuthentication.ByNullString());

        assertThat(outcome).isInstanceOf(CapfOutcome.Lost.class);
        assertThat(sessions).hasValue(4);
        assertThat(pauses).isEqualTo(Collections.nCopies(3, Duration.ofSeconds(30)));
        assertThat(flash.status()).containsExactly("Trust List Updated", "LSC: pending", "LSC: connection failed");
    }

    @Test
    @Spec("CAPF-013")
    void a_connection_that_works_again_is_used_and_no_further_pause_is_made() throws Exception {
        var sessions = new AtomicInteger();
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try (var socket = listener.accept()) {
                    authenticate(socket.getInputStream(), socket.getOutputStream());
                    if (sessions.incrementAndGet() == 3) {
                        end(socket.getOutputStream(), 0);
                    }
                } catch (Exception _) {
                    return;
                }
            }
        });
        var pauses = new ArrayList<Duration>();

        var outcome = new CapfClient(NAME, flash, CapfManners.USUAL, pauses::add)
                .run((InetSocketAddress) listener.getLocalSocketAddress(), new CapfAuthentication.ByNullString());

        assertThat(outcome.isSuccess()).isTrue();
        assertThat(pauses).hasSize(2);
    }

    @Test
    @Spec({"CAPF-015", "CAPF-080"})
    void the_user_stops_a_session_at_any_time_and_sees_how_far_it_is() throws Exception {
        var server = serve((in, out) -> {
            authenticate(in, out);
            say(out, ask(CapfCommand.KEYGEN_REQ).with(CapfTag.KEY_SIZE, Octets.ofHex("0400")));
            CapfMessage.read(in);
            assertThat(in.readAllBytes()).as("until the phone hangs up").isNotNull();
        });
        var client = new CapfClient(NAME, flash, CapfManners.USUAL, pause -> {
            throw new AssertionError("a stopped phone tries again");
        });
        var outcome = CompletableFuture.supplyAsync(() -> client.run(
                (InetSocketAddress) listener.getLocalSocketAddress(), new CapfAuthentication.ByNullString()));
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!flash.status().contains("LSC: key generation")) {
            assertThat(System.nanoTime()).as("key generation shown").isLessThan(deadline);
            Thread.onSpinWait();
        }
        assertThat(flash.status()).contains("LSC: pending");

        client.stop();

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(CapfOutcome.Lost.class);
        server.handle((_, _) -> null).get(30, TimeUnit.SECONDS);
        assertThat(flash.lsc()).isEmpty();
    }

    private static PublicKey publicKey(CapfMessage answer) throws Exception {
        assertThat(answer.command()).isEqualTo(CapfCommand.KEYGEN_RES);
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(
                        answer.element(CapfTag.PUBLIC_KEY).orElseThrow().toArray()));
    }
}
