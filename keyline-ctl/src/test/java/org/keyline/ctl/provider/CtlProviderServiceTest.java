package org.keyline.ctl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlProvider;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.PendingWork;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.provider.message.ProviderCodec;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.TrustListVariant;

class CtlProviderServiceTest {
    private static final List<SecurityToken> TOKENS = new ArrayList<>();

    @TempDir
    static Path home;

    @TempDir
    Path data;

    private TestServer server;

    @BeforeAll
    static void makeTokens() throws Exception {
        TOKENS.clear();
        for (var name : List.of("one", "two", "three", "four")) {
            TOKENS.add(
                    SoftwareToken.create(home.resolve(name + ".p12"), Secret.of("Office-2026"), "SAST-" + name, "Lab"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = TestServer.alone(data.resolve("one"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Spec({"CTL3-18", "CTL9-36", "CTL9-37", "CTL3-17", "CTL3-16"})
    void a_client_fetches_certificates_posts_the_file_and_sets_the_mode() throws Exception {
        try (var client = server.client()) {
            assertThat(client.servers())
                    .containsExactly(new ListedServer(
                            "ccm1", "127.0.0.1", server.address().getPort()));
            assertThat(client.callManagerCertificate()).isEqualTo(server.self().callManager());
            assertThat(client.capfCertificate()).isEqualTo(server.self().capf());
            assertThat(client.ctlFile()).isEmpty();
            assertThat(client.securityMode()).isEqualTo(ClusterSecurityMode.NON_SECURE);
            assertThat(client.paths().getFirst()).endsWith("/tftp/");
            assertThat(client.pendingWork()).isEqualTo(PendingWork.none());
            client.catchUp();

            var outcome = run(client, CtlChoice.MIXED_MODE, token(1), token(2));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            CtlOutcome.Done.class,
                            done -> assertThat(done.results())
                                    .singleElement()
                                    .satisfies(result ->
                                            assertThat(result.server()).isEqualTo("ccm1")));
            assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
            var file = Files.readAllBytes(server.store().file());
            assertThat(client.ctlFile()).contains(Octets.of(file));
            assertThat(client.ctlVersion().md5())
                    .isEqualTo(HexFormat.of()
                            .withUpperCase()
                            .formatHex(MessageDigest.getInstance("MD5").digest(file)));
            assertThat(run(client, CtlChoice.NON_SECURE_MODE, token(2))).isInstanceOf(CtlOutcome.Done.class);
            assertThat(client.securityMode()).isEqualTo(ClusterSecurityMode.NON_SECURE);
        }
    }

    @Test
    @Spec({"CTL9-11", "CTL9-M005", "CTL9-M009", "CTL9-12"})
    void only_an_administrator_with_the_right_password_is_served_and_guessing_is_slowed_down() throws Exception {
        try (var client = server.connect()) {
            refused(client::servers, CtlMessage.NOT_AUTHENTICATED);
            refused(client::ctlFile, CtlMessage.NOT_AUTHENTICATED);
            refused(() -> client.authenticate("operator", Secret.of("the right one")), CtlMessage.INVALID_GROUP);
            refused(() -> client.authenticate("admin", Secret.of("a wrong one")), CtlMessage.NOT_AUTHENTICATED);
            refused(() -> client.authenticate("nobody", Secret.of("the right one")), CtlMessage.NOT_AUTHENTICATED);
            refused(client::servers, CtlMessage.NOT_AUTHENTICATED);
            assertThatThrownBy(() -> client.authenticate("admin", Secret.of("the right one")))
                    .hasMessageContaining("Too many failures");
        }
        assertThat(CtlMessage.INVALID_GROUP.text()).isEqualTo("Invalid Group Name");
        assertThat(CtlMessage.NOT_AUTHENTICATED.text()).isEqualTo("User could not be authenticated");
    }

    @Test
    @Spec("CTL3-49")
    void one_client_configures_at_a_time_and_five_may_be_connected() throws Exception {
        var clients = new ArrayList<RemoteProvider>();
        try {
            for (var i = 0; i < CtlProviderService.MOST_CLIENTS; i++) {
                clients.add(server.client());
            }
            refused(server::connect, CtlMessage.BUSY);
            clients.getFirst().begin();
            var outcome = run(clients.getLast(), CtlChoice.MIXED_MODE, token(1), token(2));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            CtlOutcome.Refused.class,
                            busy -> assertThat(busy.message()).isEqualTo(CtlMessage.BUSY));
            assertThat(run(server.local(), CtlChoice.MIXED_MODE, token(1), token(2)))
                    .isInstanceOf(CtlOutcome.Refused.class);
            clients.getFirst().end();
            assertThat(run(clients.getLast(), CtlChoice.MIXED_MODE, token(1), token(2)))
                    .isInstanceOf(CtlOutcome.Done.class);
        } finally {
            clients.forEach(RemoteProvider::close);
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_lets_the_next_one_configure() throws Exception {
        var first = server.client();
        first.begin();
        first.close();

        CtlOutcome outcome;
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (var second = server.client()) {
            do {
                outcome = run(second, CtlChoice.MIXED_MODE, token(1), token(2));
            } while (!(outcome instanceof CtlOutcome.Done) && System.nanoTime() < deadline);
        }
        assertThat(outcome).isInstanceOf(CtlOutcome.Done.class);
    }

    @Test
    @Spec({"CTL9-27", "CTL3-36"})
    void the_server_itself_refuses_files_that_its_phones_would_refuse() throws Exception {
        var elsewhere = TestServer.alone(data.resolve("elsewhere"));
        try (elsewhere;
                var client = server.client();
                var other = elsewhere.client()) {
            refused(() -> client.setSecurityMode(ClusterSecurityMode.MIXED), CtlMessage.MODE_DOES_NOT_FIT);
            run(client, CtlChoice.MIXED_MODE, token(1), token(2));
            var first = client.ctlFile().orElseThrow();
            run(client, CtlChoice.UPDATE, token(1));
            run(other, CtlChoice.MIXED_MODE, token(3), token(2));
            var foreign = other.ctlFile().orElseThrow();

            refused(() -> client.postCtlFile(foreign, false, client.ctlVersion().md5()), CtlMessage.TOKEN_CANNOT_SIGN);
            refused(() -> client.postCtlFile(foreign, true, client.ctlVersion().md5()), CtlMessage.TOKEN_CANNOT_SIGN);
            refused(() -> client.postCtlFile(first, false, client.ctlVersion().md5()), CtlMessage.OLDER_FILE);
            refused(
                    () -> client.postCtlFile(
                            Octets.of(new byte[100]), false, client.ctlVersion().md5()),
                    CtlMessage.FILE_INVALID);
            var flipped = first.bytes();
            flipped[flipped.length - 1] ^= 1;
            refused(
                    () -> client.postCtlFile(
                            Octets.of(flipped), false, client.ctlVersion().md5()),
                    CtlMessage.SIGNATURE_INVALID);
            refused(
                    () -> client.postCtlFile(
                            Octets.of(new byte[100_000]),
                            false,
                            client.ctlVersion().md5()),
                    CtlMessage.CANNOT_CREATE_ENTRY);
            refused(() -> client.setSecurityMode(ClusterSecurityMode.NON_SECURE), CtlMessage.MODE_DOES_NOT_FIT);
            assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
            assertThat(server.store().read()).isInstanceOf(StoredCtl.Sound.class);
        }
    }

    @Test
    @Spec({"CTL3-43", "CTL3-47", "CTL9-30", "CTL9-M044"})
    void every_server_gets_the_file_and_the_one_that_does_not_is_named_with_its_reason() throws Exception {
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.1", "ccm1", cluster);
                var subscriber = TestServer.start(data.resolve("s"), "127.0.0.1", "ccm2", cluster);
                var first = publisher.client();
                var second = subscriber.client()) {
            var update = new CtlUpdate(first, List.of(second), TrustListVariant.OLD_PHONES, Clock.systemUTC());
            var servers = List.of(publisher.self(), subscriber.self());
            assertThat(first.servers()).hasSize(2);

            assertThat(update.run(new CtlRequest(CtlChoice.MIXED_MODE, token(1), List.of(token(2)), servers)))
                    .isInstanceOf(CtlOutcome.Done.class);
            assertThat(subscriber.store().read()).isEqualTo(publisher.store().read());

            Files.delete(subscriber.store().file());
            Files.createDirectories(subscriber.store().file().resolve("in the way"));
            var outcome = update.run(new CtlRequest(CtlChoice.UPDATE, token(1), List.of(), servers));

            assertThat(outcome).isInstanceOfSatisfying(CtlOutcome.Failed.class, failed -> {
                assertThat(failed.message()).isEqualTo(CtlMessage.NOT_WRITTEN);
                assertThat(failed.results().getFirst().trouble()).isEmpty();
                assertThat(failed.results().getLast().server()).isEqualTo("ccm2");
                assertThat(failed.results().getLast().path()).endsWith("/s/tftp/");
                assertThat(failed.results().getLast().trouble()).isPresent();
            });
        }
    }

    @Test
    @Spec({"CTL9-17", "CTL9-M017", "CTL3-34"})
    void another_version_is_told_and_not_served() throws Exception {
        try (var socket = raw()) {
            ProviderCodec.write(socket.getOutputStream(), new ProviderMessage.GetServerList());
            assertThat(answer(socket))
                    .isInstanceOfSatisfying(
                            ProviderMessage.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(CtlMessage.VERSION_MISMATCH));
            for (var version : List.of(0, 9)) {
                ProviderCodec.write(socket.getOutputStream(), new ProviderMessage.Hello(version));
                assertThat(answer(socket))
                        .as("a client that is older or newer")
                        .isInstanceOfSatisfying(
                                ProviderMessage.Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(CtlMessage.VERSION_MISMATCH));
            }
        }
        assertThat(CtlMessage.VERSION_MISMATCH.text())
                .isEqualTo("CTL Client version is not compatible with the CTL Provider");
    }

    @Test
    void nonsense_closes_that_client_and_raises_an_alarm_while_others_are_served() throws Exception {
        try (var client = server.client();
                var plain = new Socket(
                        server.address().getAddress(), server.address().getPort());
                var socket = raw()) {
            plain.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(server.alarms().poll(30, TimeUnit.SECONDS))
                    .as("an alarm for a client without TLS")
                    .contains("CTL Provider");
            socket.getOutputStream().write(new byte[] {0x7f, 0, 0, 0});
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(server.alarms().poll(30, TimeUnit.SECONDS))
                    .as("an alarm for a frame without sense")
                    .contains("A message has 1 to");
            assertThat(client.servers()).isNotEmpty();
        }
    }

    @Test
    void looking_at_the_certificate_of_a_server_alarms_nobody() throws Exception {
        var shown = RemoteProvider.certificateOf(server.address());
        try (var client = server.client();
                var plain = new Socket(
                        server.address().getAddress(), server.address().getPort())) {
            assertThat(client.callManagerCertificate()).isEqualTo(shown);
            plain.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(server.alarms().poll(30, TimeUnit.SECONDS))
                    .as("the first alarm is for the client without TLS")
                    .contains("Unsupported or unrecognized SSL message");
        }
    }

    @Test
    @Spec({"CTL9-M081", "CTL9-M082"})
    void a_client_accepts_only_the_certificate_that_was_confirmed() throws Exception {
        assertThat(RemoteProvider.certificateOf(server.address()))
                .isEqualTo(server.self().callManager());

        refused(
                () -> RemoteProvider.connect("ccm1", server.address(), token(1).certificate()),
                CtlMessage.TLS_HANDSHAKE);
        var address = server.address();
        server.close();
        refused(() -> RemoteProvider.certificateOf(address), CtlMessage.NOT_REACHED);
        assertThat(CtlMessage.TLS_HANDSHAKE.text()).isEqualTo("Error occurred during SSL Handshake.");
        assertThat(CtlMessage.NOT_REACHED.text()).isEqualTo("Could not connect to CTL provider Service.");
    }

    @Test
    @Spec("OV-20")
    void the_file_of_another_cluster_in_an_alternate_file_location_is_left_alone() throws Exception {
        var shared = Files.createDirectory(data.resolve("shared"));
        server.alsoStoresIn(shared);
        try (var other = TestServer.start(data.resolve("other"), "127.0.0.2", "other", new ArrayList<>());
                var client = server.client()) {
            other.alsoStoresIn(shared);
            var theirClient = other.local();
            assertThat(new CtlUpdate(theirClient, List.of(), TrustListVariant.OLD_PHONES, Clock.systemUTC())
                            .run(new CtlRequest(
                                    CtlChoice.MIXED_MODE, token(1), List.of(token(2)), List.of(other.self()))))
                    .isInstanceOf(CtlOutcome.Done.class);
            var theirs = Files.readAllBytes(shared.resolve("CTLFile.tlv"));

            var outcome = run(client, CtlChoice.MIXED_MODE, token(3), token(4));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            CtlOutcome.Failed.class,
                            failed -> assertThat(failed.results()
                                            .getLast()
                                            .trouble()
                                            .orElseThrow()
                                            .text(Locale.ENGLISH))
                                    .contains(
                                            "the CTL File of another cluster", shared + "/", "directories of its own"));
            assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
            server.local().deleteCtlFile();
            assertThat(server.store().file()).doesNotExist();
            assertThat(Files.readAllBytes(shared.resolve("CTLFile.tlv"))).isEqualTo(theirs);
            other.local().deleteCtlFile();
            assertThat(shared).isEmptyDirectory();
        }
    }

    @Test
    @Spec({"CTL3-09", "CTL3-41", "CTL3-42", "CTL3-44", "CTL9-30"})
    void the_file_goes_to_every_alternate_file_location_and_a_failed_one_is_named() throws Exception {
        var mounted = Files.createDirectory(data.resolve("L"));
        var gone = data.resolve("M");
        server.alsoStoresIn(mounted);
        server.alsoStoresIn(gone);
        try (var client = server.client()) {
            assertThat(client.paths()).hasSize(3).endsWith(mounted + "/", gone + "/");

            var outcome = run(client, CtlChoice.MIXED_MODE, token(1), token(2));

            assertThat(outcome).isInstanceOfSatisfying(CtlOutcome.Failed.class, failed -> {
                assertThat(failed.message()).isEqualTo(CtlMessage.NOT_WRITTEN);
                assertThat(failed.results())
                        .extracting(result -> result.trouble().isPresent())
                        .containsExactly(false, false, true);
                assertThat(failed.results().getLast().path()).isEqualTo(gone + "/");
                assertThat(failed.results().getLast().trouble().orElseThrow().text(Locale.ENGLISH))
                        .contains("Alternate File Location", gone.toString(), "mounted and writable");
            });
            assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
            assertThat(Files.readAllBytes(mounted.resolve("CTLFile.tlv")))
                    .isEqualTo(Files.readAllBytes(server.store().file()));

            Files.createDirectory(gone);
            assertThat(run(client, CtlChoice.UPDATE, token(1))).isInstanceOf(CtlOutcome.Done.class);
            assertThat(Files.readAllBytes(gone.resolve("CTLFile.tlv")))
                    .isEqualTo(Files.readAllBytes(server.store().file()));
        }
    }

    @Test
    @Spec("CTL9-M042")
    void a_posted_file_that_is_none_is_told_so_and_changes_nothing() throws Exception {
        try (var client = server.client()) {
            run(client, CtlChoice.MIXED_MODE, token(1), token(2));
            var before = client.ctlFile();
            var base = client.ctlVersion().md5();
            for (var length : new int[] {0, 1, 500}) {
                assertThatThrownBy(() -> client.postCtlFile(Octets.of(new byte[length]), true, base))
                        .isInstanceOfSatisfying(
                                ProviderException.class,
                                refused -> assertThat(refused.reason().text()).isEqualTo("CTL File is not valid."));
            }
            assertThat(client.ctlFile()).isEqualTo(before);
        }
    }

    @Test
    @Spec({"CTL9-38", "CTL9-M076"})
    void a_trace_that_cannot_be_written_is_a_critical_error_of_the_start() throws Exception {
        server.service().stop();
        Files.deleteIfExists(data.resolve("one/ctl-changes"));
        Files.createDirectory(data.resolve("one/ctl-changes"));

        assertThatThrownBy(server.service()::start)
                .hasMessageContaining("Error Initializing SDI Control.")
                .hasMessageContaining("ctl-changes");
        Files.delete(data.resolve("one/ctl-changes"));
        server.service().start();
    }

    @Test
    void a_stopped_service_starts_again() throws Exception {
        assertThat(server.service().name()).isEqualTo("Cisco CTL Provider");
        server.service().stop();
        assertThatThrownBy(server.service()::address).isInstanceOf(IllegalStateException.class);
        server.service().start();
        try (var client = server.client()) {
            assertThat(client.server()).isEqualTo("ccm1");
        }
    }

    @Test
    void a_taken_port_is_told_with_what_mends_it() throws Exception {
        var taken = server.address();
        try (var other = TestServer.at(data.resolve("other"), taken)) {
            assertThatThrownBy(other.service()::start)
                    .isInstanceOf(PortUnavailable.class)
                    .hasMessageContaining("another program has this port");
        }
    }

    private SSLSocket raw() throws Exception {
        var pinned = new ProviderTls.Pinned(Optional.of(server.self().callManager()));
        var socket = (SSLSocket) ProviderTls.client(pinned)
                .getSocketFactory()
                .createSocket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static ProviderMessage answer(SSLSocket socket) throws Exception {
        return ProviderCodec.read(new DataInputStream(socket.getInputStream())).orElseThrow();
    }

    private static void refused(ThrowingCallable what, CtlMessage why) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }

    private CtlOutcome run(CtlProvider provider, CtlChoice choice, SecurityToken signer, SecurityToken... added) {
        return new CtlUpdate(provider, TrustListVariant.OLD_PHONES, Clock.systemUTC())
                .run(new CtlRequest(choice, signer, List.of(added), List.of(server.self())));
    }

    private static SecurityToken token(int number) {
        return TOKENS.get(number - 1);
    }
}
