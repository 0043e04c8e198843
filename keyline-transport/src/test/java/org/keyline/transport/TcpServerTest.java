package org.keyline.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A port that echoes messages of four bytes; {@code flood} is answered by a megabyte, {@code boom} by our own error.
 */
class TcpServerTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final EventLoops LOOPS = EventLoops.start(1);

    private final RecordedAlarms alarms = new RecordedAlarms();

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @Test
    void a_peer_that_speaks_is_served() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING);
                var peer = call(server)) {
            say(peer, "ping");
            assertThat(hear(peer, 4)).isEqualTo("ping");
            assertThat(server.counters().open()).isEqualTo(1);
        }
    }

    @Test
    void a_message_sent_byte_by_byte_is_one_message() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING);
                var peer = call(server)) {
            for (var letter : List.of("p", "i", "n", "g")) {
                say(peer, letter);
            }
            assertThat(hear(peer, 4)).isEqualTo("ping");
        }
    }

    @Test
    void a_silent_peer_is_closed_and_the_one_beside_it_stays() throws Exception {
        var limits = ConnectionLimits.SIGNALLING.withFirstMessage(Duration.ofMillis(300));
        try (var server = listen(limits);
                var talker = call(server);
                var silent = call(server)) {
            say(talker, "ping");
            assertThat(hear(talker, 4)).isEqualTo("ping");
            assertThat(isClosed(silent)).isTrue();
            say(talker, "pong");
            assertThat(hear(talker, 4)).isEqualTo("pong");
            assertThat(server.counters().count(Offence.SILENT)).isEqualTo(1);
            assertThat(alarms.raised()).anyMatch(alarm -> alarm.startsWith("ProtocolViolation No complete"));
        }
    }

    @Test
    void a_peer_that_never_finishes_its_first_message_is_closed() throws Exception {
        var limits = ConnectionLimits.SIGNALLING.withFirstMessage(Duration.ofMillis(300));
        try (var server = listen(limits);
                var loris = call(server)) {
            say(loris, "pin");
            assertThat(isClosed(loris)).isTrue();
            assertThat(server.counters().count(Offence.SILENT)).isEqualTo(1);
        }
    }

    @Test
    void a_peer_that_does_not_read_is_closed() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING.withUnsent(16_384, Duration.ZERO));
                var deaf = call(server)) {
            for (var i = 0; i < 30 && server.counters().count(Offence.NOT_READING) == 0; i++) {
                say(deaf, "fill");
            }
            Await.until("the deaf peer to be noticed", () -> server.counters().count(Offence.NOT_READING) == 1);
            Await.until("the deaf peer to be closed", () -> server.counters().open() == 0);
        } catch (IOException e) {
            // The peer may find its connection gone while it still writes; that is what it should find.
            assertThat(alarms.raised()).anyMatch(alarm -> alarm.startsWith("ProtocolViolation More than"));
        }
    }

    @Test
    void an_address_gets_no_more_connections_than_it_may_have() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING.withPerAddress(2));
                var first = call(server);
                var second = call(server);
                var third = call(server)) {
            assertThat(isClosed(third)).isTrue();
            assertThat(server.counters().count(Offence.TOO_MANY_FROM_ADDRESS)).isEqualTo(1);
            first.shutdownOutput();
            Await.until(
                    "the first connection to be gone", () -> server.counters().open() == 1);
            try (var fourth = call(server)) {
                say(fourth, "ping");
                assertThat(hear(fourth, 4)).isEqualTo("ping");
            }
            assertThat(second.isClosed()).isFalse();
        }
    }

    @Test
    void a_full_port_turns_newcomers_away() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING.withTotal(3))) {
            var peers = new ArrayList<Socket>();
            for (var i = 0; i < 10; i++) {
                peers.add(call(server));
            }
            Await.until("seven to be turned away", () -> server.counters().count(Offence.TOO_MANY_CONNECTIONS) == 7);
            assertThat(server.counters().open()).isEqualTo(3);
            for (var peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    void an_error_of_ours_ends_that_connection_only() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING);
                var unlucky = call(server);
                var other = call(server)) {
            say(unlucky, "boom");
            assertThat(isClosed(unlucky)).isTrue();
            say(other, "ping");
            assertThat(hear(other, 4)).isEqualTo("ping");
        }
    }

    @Test
    void a_taken_port_is_named_in_the_error() throws Exception {
        try (var server = listen(ConnectionLimits.SIGNALLING)) {
            assertThatThrownBy(
                            () -> port(ConnectionLimits.SIGNALLING).listen(server.address(), TcpServerTest::protocol))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Echo cannot listen on")
                    .hasMessageContaining(Integer.toString(server.address().getPort()));
        }
    }

    private TcpServer listen(ConnectionLimits limits) throws IOException {
        return port(limits).listen(ANY_PORT, TcpServerTest::protocol);
    }

    private TcpServer.Builder port(ConnectionLimits limits) {
        return TcpServer.named("Echo", LOOPS, alarms).limits(limits);
    }

    private static void protocol(ChannelPipeline pipeline, OffenceReport report) {
        pipeline.addLast(new FixedLengthFrameDecoder(4), new Echo());
    }

    private static Socket call(TcpServer server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(30_000);
        socket.connect(server.address());
        return socket;
    }

    private static void say(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(US_ASCII));
        peer.getOutputStream().flush();
    }

    private static String hear(Socket peer, int length) throws IOException {
        return new String(peer.getInputStream().readNBytes(length), US_ASCII);
    }

    private static boolean isClosed(Socket peer) throws IOException {
        return peer.getInputStream().read() < 0;
    }

    private static final class Echo extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) {
            FirstMessageDeadline.met(ctx.channel());
            var text = message.toString(US_ASCII);
            if (text.equals("boom")) {
                throw new IllegalStateException("an error of ours, on purpose");
            }
            var answer = text.equals("fill") ? Unpooled.wrappedBuffer(new byte[1_000_000]) : message.retain();
            var _ = ctx.writeAndFlush(answer);
        }
    }
}
