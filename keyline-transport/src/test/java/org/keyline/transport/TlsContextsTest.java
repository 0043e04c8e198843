package org.keyline.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.trust.lsc.DeviceIdentity;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.tls.PeerPolicy;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.tls.TlsSettings;

/** A TLS port that echoes messages of four bytes, to phones with good and bad certificates. */
class TlsContextsTest {
    private static final Pki PKI = new Pki();
    private static final EventLoops LOOPS = EventLoops.start(1);

    private final RecordedAlarms alarms = new RecordedAlarms();
    private final List<TlsPeer> seen = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final PeerPolicy policy =
            new PeerPolicy(PKI.accepted(), verdict -> refused.add(verdict.description()), Clock.systemUTC());
    private TcpServer server = listen(ConnectionLimits.SIGNALLING);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_phone_with_its_certificate_is_known_by_it() throws Exception {
        try (var phone = call(Pki.client(PKI.phone("SEP001122334455")))) {
            assertThat(echo(phone, "ping")).isEqualTo("ping");
        }
        var peer = seen.getFirst();
        assertThat(peer.certificate().flatMap(DeviceIdentity::deviceName)).contains("SEP001122334455");
        assertThat(peer.protocol()).isEqualTo("TLSv1.3");
        assertThat(peer.cipherSuite()).startsWith("TLS_AES_");
        assertThat(peer.resumed()).isFalse();
    }

    @Test
    void a_phone_of_tls_1_2_is_served_with_forward_secrecy() throws Exception {
        try (var phone = call(Pki.client(PKI.phone("SEP001122334455")), "TLSv1.2")) {
            assertThat(echo(phone, "ping")).isEqualTo("ping");
        }
        assertThat(seen.getFirst().cipherSuite()).startsWith("TLS_ECDHE_RSA_WITH_AES_");
    }

    @Test
    void bad_certificates_are_refused_and_the_good_phone_beside_them_stays() throws Exception {
        try (var good = call(Pki.client(PKI.phone("SEP001122334455")))) {
            assertThat(echo(good, "ping")).isEqualTo("ping");
            assertRefused(Pki.client(PKI.expired("SEP00000000000E")));
            assertRefused(Pki.client(PKI.foreign("SEP00000000000F")));
            assertRefused(Pki.client(PKI.selfMade("SEP00000000000A")));
            assertRefused(Pki.client(new KeyManager[0]));
            assertThat(echo(good, "pong")).isEqualTo("pong");
        }
        assertThat(refused)
                .satisfiesExactly(
                        text -> assertThat(text).contains("expired"),
                        text -> assertThat(text).contains("not an accepted issuer"),
                        text -> assertThat(text).contains("self-made"));
        Await.until("four failed handshakes", () -> server.counters().count(Offence.HANDSHAKE_FAILED) == 4);
        assertThat(alarms.raised()).anyMatch(alarm -> alarm.startsWith("TlsHandshakeFailed"));
    }

    @Test
    void what_is_no_tls_is_refused() throws Exception {
        try (var socket = new Socket()) {
            socket.connect(server.address());
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            assertThat(drained(socket)).isTrue();
        }
        assertThat(alarms.raised()).containsExactly("TlsHandshakeFailed The peer does not speak TLS");
    }

    @Test
    void a_handshake_that_does_not_come_on_is_ended() throws Exception {
        server.close();
        server = listen(ConnectionLimits.SIGNALLING.withHandshake(Duration.ofMillis(300)));
        try (var socket = new Socket()) {
            socket.connect(server.address());
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(new byte[] {0x16, 0x03, 0x01});
            assertThat(drained(socket)).isTrue();
        }
        assertThat(server.counters().count(Offence.HANDSHAKE_TIMEOUT)).isEqualTo(1);
    }

    @Test
    void a_renewed_certificate_is_shown_to_new_connections_and_old_ones_go_on() throws Exception {
        var phone = PKI.phone("SEP001122334455");
        try (var before = call(Pki.client(phone))) {
            assertThat(echo(before, "ping")).isEqualTo("ping");
            var next = PKI.anotherServer();
            server.renew(TlsSettings.signalling(TlsProfile.MODERN, next, policy));
            try (var after = call(Pki.client(phone))) {
                assertThat(echo(after, "ping")).isEqualTo("ping");
                assertThat(serverCertificate(after)).isEqualTo(next.certificate());
            }
            assertThat(echo(before, "pong")).isEqualTo("pong");
        }
    }

    @Test
    void a_policy_that_changed_holds_for_the_next_handshake() throws Exception {
        var phone = PKI.phone("SEP001122334455");
        try (var before = call(Pki.client(phone))) {
            assertThat(echo(before, "ping")).isEqualTo("ping");
        }
        policy.accept(new PhoneCertificates(List.of(), List.of()));
        assertRefused(Pki.client(phone));
    }

    @Test
    void a_session_is_resumed_without_a_second_look_at_the_certificate() throws Exception {
        var tls = Pki.client(PKI.phone("SEP001122334455"));
        for (var version : List.of("TLSv1.2", "TLSv1.3")) {
            long created;
            try (var first = call(tls, version)) {
                assertThat(echo(first, "ping")).isEqualTo("ping");
                created = first.getSession().getCreationTime();
            }
            try (var second = call(tls, version)) {
                assertThat(echo(second, "pong")).isEqualTo("pong");
                assertThat(second.getSession().getCreationTime()).as(version).isEqualTo(created);
            }
        }
        assertThat(seen).allMatch(peer -> peer.certificate().isPresent());
    }

    private static X509Certificate serverCertificate(SSLSocket phone) throws IOException {
        return (X509Certificate) phone.getSession().getPeerCertificates()[0];
    }

    private void assertRefused(SSLContext tls) {
        assertThatThrownBy(() -> {
                    try (var phone = call(tls)) {
                        echo(phone, "ping");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private TcpServer listen(ConnectionLimits limits) {
        try {
            return TcpServer.named("Echo over TLS", LOOPS, alarms)
                    .limits(limits)
                    .tls(TlsSettings.signalling(TlsProfile.MODERN, PKI.server, policy))
                    .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::protocol);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void protocol(ChannelPipeline pipeline, OffenceReport report) {
        pipeline.addLast(new FixedLengthFrameDecoder(4), new SimpleChannelInboundHandler<ByteBuf>() {
            @Override
            protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) {
                TlsPeer.of(ctx.pipeline()).ifPresent(seen::add);
                var _ = ctx.writeAndFlush(message.retain());
            }
        });
    }

    private SSLSocket call(SSLContext tls, String... versions) throws IOException {
        var address = server.address();
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(address.getAddress(), address.getPort());
        socket.setSoTimeout(30_000);
        if (versions.length > 0) {
            socket.setEnabledProtocols(versions);
        }
        return socket;
    }

    private static String echo(SSLSocket phone, String text) throws IOException {
        phone.getOutputStream().write(text.getBytes(US_ASCII));
        var answer = phone.getInputStream().readNBytes(4);
        if (answer.length < 4) {
            throw new IOException("The server closed the connection");
        }
        return new String(answer, US_ASCII);
    }

    private static boolean drained(Socket socket) throws IOException {
        socket.getInputStream().readAllBytes();
        return true;
    }
}
