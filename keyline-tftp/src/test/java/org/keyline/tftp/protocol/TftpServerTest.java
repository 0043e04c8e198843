package org.keyline.tftp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.tftp.ServedFile;
import org.keyline.transport.EventLoops;

class TftpServerTest {
    private static final TransferLimits LIMITS =
            new TransferLimits(2_000, 1_500, Duration.ofMillis(200), 3, Duration.ofSeconds(30));

    @TempDir
    private Path folder;

    private final EventLoops loops = EventLoops.start(2);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final TftpServer server = new TftpServer(
            loops, (name, _) -> Optional.ofNullable(files.get(name)).map(ServedFile::of), LIMITS);
    private InetSocketAddress address = new InetSocketAddress(0);

    @BeforeEach
    void start() throws Exception {
        address = server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        server.stop();
        loops.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 100_000})
    void the_tftp_command_fetches_files_of_every_length(int length) throws Exception {
        files.put("RINGLIST.XML", random(length));

        run(
                "tftp",
                "-m",
                "binary",
                "127.0.0.1",
                port(),
                "-c",
                "get",
                "RINGLIST.XML",
                folder.resolve("got").toString());

        assertThat(folder.resolve("got")).hasBinaryContent(files.get("RINGLIST.XML"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "1468", "65464"})
    void curl_fetches_the_same_with_any_block_size(String blockSize) throws Exception {
        files.put("SEP001122334455.cnf.xml", random(70_000));

        curl("--tftp-blksize", blockSize, "tftp://127.0.0.1:" + port() + "/SEP001122334455.cnf.xml");

        assertThat(folder.resolve("got")).hasBinaryContent(files.get("SEP001122334455.cnf.xml"));
    }

    @Test
    void more_than_65535_blocks_arrive_whole() throws Exception {
        files.put("cnu42.sbn", random(66_000 * 16 + 5));

        curl("--tftp-blksize", "16", "tftp://127.0.0.1:" + port() + "/cnu42.sbn");

        assertThat(folder.resolve("got")).hasBinaryContent(files.get("cnu42.sbn"));
    }

    @Test
    void a_window_is_sent_before_the_acknowledgement() throws Exception {
        files.put("f", random(100));
        try (var peer = new Peer()) {
            peer.sends("\0\1f\0octet\0windowsize\0004\0blksize\00016\0");
            assertThat(peer.hears()).startsWith("\0\6").contains("windowsize\0004\0");

            peer.acknowledges(0);

            for (var block = 1; block <= 4; block++) {
                assertThat(peer.hears()).startsWith("\0\3\0" + (char) block).hasSize(20);
            }
        }
    }

    @Test
    void each_transfer_has_a_port_of_its_own_and_a_repeated_request_starts_no_second() throws Exception {
        files.put("f", random(2000));
        try (var peer = new Peer();
                var other = new Peer()) {
            peer.sends("\0\1f\0octet\0");
            peer.hears();
            var port = peer.server;
            peer.sendsToListener("\0\1f\0octet\0");
            other.sends("\0\1f\0octet\0");
            other.hears();

            assertThat(other.server).isNotEqualTo(port);
            peer.acknowledges(1);
            assertThat(peer.hearsBlock(2)).isTrue();
            assertThat(server.transfers()).isEqualTo(2);
        }
    }

    @Test
    void a_superfluous_nul_changes_nothing() throws Exception {
        files.put("f", "short".getBytes(StandardCharsets.UTF_8));
        try (var peer = new Peer()) {
            peer.sends("\0\1f\0octet\0\0");

            assertThat(peer.hears()).isEqualTo("\0\3\0\1short");
        }
    }

    @Test
    void a_lost_block_is_sent_again_and_a_silent_peer_costs_nothing_in_the_end() throws Exception {
        files.put("f", "short".getBytes(StandardCharsets.UTF_8));
        try (var peer = new Peer()) {
            peer.sends("\0\1f\0octet\0");

            for (var sending = 0; sending <= LIMITS.tries(); sending++) {
                assertThat(peer.hears()).isEqualTo("\0\3\0\1short");
            }
        }
        awaitNoTransfers();
    }

    @Test
    void a_missing_file_is_answered_at_once() throws Exception {
        try (var peer = new Peer()) {
            peer.sends("\0\1warm-up\0octet\0");
            peer.hears();
            var begin = System.nanoTime();
            peer.sends("\0\1CTLSEP001122334455.tlv\0octet\0");

            assertThat(peer.hears()).startsWith("\0\5\0\1");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/../x",
                "a/../../x",
                "..\\x",
                "//x",
                "C:\\x",
                "x/",
                "./../x",
                "x/./y",
                "",
                "x\u0001",
                "%2e%2e/x"
            })
    void a_name_that_leaves_the_root_is_not_found(String name) throws Exception {
        try (var peer = new Peer()) {
            peer.sends("\0\1" + name + "\0octet\0");

            assertThat(peer.hears()).startsWith("\0\5\0\1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/f", "./f", "f"})
    void a_leading_slash_or_dot_does_not_matter(String name) throws Exception {
        files.put("f", new byte[] {'x'});
        try (var peer = new Peer()) {
            peer.sends("\0\1" + name + "\0octet\0");

            assertThat(peer.hears()).isEqualTo("\0\3\0\1x");
        }
    }

    @Test
    void writing_is_refused() throws Exception {
        try (var peer = new Peer()) {
            peer.sends("\0\2SEP001122334455.cnf.xml\0octet\0");

            assertThat(peer.hears()).startsWith("\0\5\0\2");
        }
    }

    @Test
    void nonsense_gets_the_protocols_own_errors() throws Exception {
        files.put("f", random(2000));
        try (var peer = new Peer()) {
            peer.sends("\0\1f\0mail\0");
            assertThat(peer.hears()).startsWith("\0\5\0\4");
            peer.sendsToListener("\0\1f\0netascii\0");
            assertThat(peer.hears()).startsWith("\0\5\0\4");
            peer.sendsToListener("\0\1f\0octet\0blksize\0007\0");
            assertThat(peer.hears()).startsWith("\0\5\0\10");
            peer.sendsToListener("\0\1f");
            assertThat(peer.hears()).startsWith("\0\5\0\4");
            peer.sendsToListener("\7\7");
            assertThat(peer.hears()).startsWith("\0\5\0\4");
            peer.sendsToListener("\0\4\0\1");
            assertThat(peer.hears()).startsWith("\0\5\0\5");
        }
        awaitNoTransfers();
    }

    @Test
    void an_error_is_never_answered() throws Exception {
        try (var peer = new Peer()) {
            peer.sends("\0\5\0\1oops\0");
            peer.sends("\0\4\0\1");

            assertThat(peer.hears()).as("the answer to the ACK comes first").startsWith("\0\5\0\5");
        }
    }

    @Test
    void a_strangers_packet_disturbs_no_transfer() throws Exception {
        files.put("f", random(2000));
        try (var peer = new Peer();
                var stranger = new Peer()) {
            peer.sends("\0\1f\0octet\0");
            peer.hears();
            stranger.server = peer.server;

            stranger.acknowledges(1);

            assertThat(stranger.hears()).startsWith("\0\5\0\5");
            peer.acknowledges(1);
            assertThat(peer.hearsBlock(2)).isTrue();
        }
    }

    @Test
    void thousands_of_half_open_transfers_are_bounded_and_leave_room_again() throws Exception {
        files.put("big", random(5_000_000));
        var peers = new ArrayList<Peer>();
        try {
            var before = usedMemory();
            for (var count = 0; count < 1_500; count++) {
                var peer = new Peer();
                peers.add(peer);
                peer.sends("\0\1big\0octet\0timeout\000255\0");
                assertThat(peer.hears()).startsWith("\0\6");
            }
            assertThat(server.transfers()).isEqualTo(1_500);
            assertThat(usedMemory() - before)
                    .as("memory of 1,500 transfers of 5 MB")
                    .isLessThan(60_000_000);

            try (var late = new Peer()) {
                late.sends("\0\1big\0octet\0");
                assertThat(late.hears()).startsWith("\0\5\0\0");
            }
            for (var peer : peers) {
                peer.sends("\0\5\0\0end\0");
            }
            awaitNoTransfers();
        } finally {
            peers.forEach(Peer::close);
        }
    }

    @Test
    void a_failing_file_source_is_an_error_and_not_silence() throws Exception {
        var broken = new TftpServer(
                loops,
                (_, _) -> {
                    throw new IllegalStateException("on purpose");
                },
                LIMITS);
        address = broken.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (var peer = new Peer()) {
            peer.sends("\0\1f\0octet\0");

            assertThat(peer.hears()).startsWith("\0\5\0\0");
        } finally {
            broken.stop();
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void awaitNoTransfers() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.transfers() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.transfers()).as("transfers still open after 10 s").isZero();
    }

    private String port() {
        return Integer.toString(address.getPort());
    }

    private void curl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                "curl", "-sS", "--max-time", "60", "-o", folder.resolve("got").toString()));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("%s ends", command[0])
                .isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(Files.exists(folder.resolve("got"))).as(output).isTrue();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** A peer that sends any bytes. Text stands for bytes, one character each. */
    private final class Peer implements AutoCloseable {
        private final DatagramSocket socket;
        private SocketAddress server = address;

        Peer() throws IOException {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.setSoTimeout(20_000);
        }

        void sends(String bytes) throws IOException {
            sendTo(server, bytes);
        }

        void sendsToListener(String bytes) throws IOException {
            sendTo(address, bytes);
        }

        void acknowledges(int block) throws IOException {
            sends("\0\4" + (char) (block >> 8) + (char) (block & 0xff));
        }

        String hears() throws IOException {
            var packet = new DatagramPacket(new byte[70_000], 70_000);
            socket.receive(packet);
            if (packet.getPort() != address.getPort()) {
                server = packet.getSocketAddress();
            }
            return new String(Arrays.copyOf(packet.getData(), packet.getLength()), StandardCharsets.ISO_8859_1);
        }

        boolean hearsBlock(int block) throws IOException {
            for (var tries = 0; tries < 5; tries++) {
                if (hears().startsWith("\0\3" + (char) (block >> 8) + (char) (block & 0xff))) {
                    return true;
                }
            }
            return false;
        }

        private void sendTo(SocketAddress to, String bytes) throws IOException {
            var content = bytes.getBytes(StandardCharsets.ISO_8859_1);
            socket.send(new DatagramPacket(content, content.length, to));
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
