package org.keyline.lab.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TftpClientTest {
    private final SmallServer server = new SmallServer();
    private final InetSocketAddress address = (InetSocketAddress) server.listener.getLocalSocketAddress();

    @AfterEach
    void stop() {
        server.listener.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "511, 0, 0",
        "512, 0, 0",
        "513, 0, 0",
        "1024, 0, 0",
        "1468, 1468, 0",
        "10000, 1468, 4",
        "9000, 512, 8"
    })
    void a_file_arrives_whole_whatever_its_length_and_the_options(int length, int block, int window) {
        var content = random(length);
        server.files = Map.of("Ringlist.xml", content);

        assertThat(client(TftpOptions.NONE.blocks(block).window(window)).fetch("Ringlist.xml"))
                .isEqualTo(new FileAnswer.Found(content));
    }

    @Test
    void lost_packets_are_sent_again() {
        var content = random(5000);
        server.files = Map.of("a", content);
        server.loses = 5;

        assertThat(client(TftpOptions.USUAL).fetch("a")).isEqualTo(new FileAnswer.Found(content));
    }

    @Test
    void block_numbers_wrap() {
        var content = random(8 * 65536 + 20);
        server.files = Map.of("big", content);

        assertThat(client(TftpOptions.NONE.blocks(8).window(64)).fetch("big")).isEqualTo(new FileAnswer.Found(content));
    }

    @Test
    void a_missing_file_and_a_silent_server_are_told_apart() throws IOException {
        assertThat(client(TftpOptions.USUAL).fetch("CTLFile.tlv")).isEqualTo(new FileAnswer.Missing());

        try (var mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var nobody = (InetSocketAddress) mute.getLocalSocketAddress();
            assertThat(new TftpClient(nobody, TftpOptions.USUAL, Duration.ofMillis(20)).fetch("CTLFile.tlv"))
                    .isInstanceOf(FileAnswer.Silent.class);
        }
    }

    @Test
    void a_block_size_above_the_offer_is_refused() {
        server.files = Map.of("a", random(10));
        server.acknowledges = "blksize\0" + 9000 + "\0";

        assertThat(client(TftpOptions.NONE.blocks(512)).fetch("a")).isInstanceOf(FileAnswer.Refused.class);
    }

    private TftpClient client(TftpOptions options) {
        return new TftpClient(address, options, Duration.ofMillis(100));
    }

    private static Octets random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Octets.of(bytes);
    }

    /** A server of one page, which loses every n-th packet if asked to. */
    private static final class SmallServer {
        private final DatagramSocket listener;
        private volatile Map<String, Octets> files = Map.of();
        private volatile int loses;
        private volatile String acknowledges = "";
        private int sent;

        private SmallServer() {
            try {
                listener = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Thread.ofVirtual().start(this::serve);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void serve() {
            try {
                while (true) {
                    var request = new DatagramPacket(new byte[1024], 1024);
                    listener.receive(request);
                    var words = new String(request.getData(), 2, request.getLength() - 2, StandardCharsets.US_ASCII)
                            .split("\0", -1);
                    Thread.ofVirtual().start(() -> transfer(words, (InetSocketAddress) request.getSocketAddress()));
                }
            } catch (IOException _) {
                // Closed.
            }
        }

        private void transfer(String[] words, InetSocketAddress to) {
            try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                socket.connect(to);
                socket.setSoTimeout(50);
                var file = files.get(words[0]);
                if (file == null) {
                    send(socket, TftpPacket.error(1, "File not found"));
                    return;
                }
                var options = List.of(words).subList(2, words.length);
                int block = option(options, "blksize", 512);
                int window = option(options, "windowsize", 1);
                if (options.contains("blksize") || options.contains("windowsize")) {
                    var accepted = acknowledges.isEmpty()
                            ? "blksize\0" + block + "\0windowsize\0" + window + "\0"
                            : acknowledges;
                    var text = (options.contains("windowsize") || !acknowledges.isEmpty()
                                    ? accepted
                                    : "blksize\0" + block + "\0")
                            .getBytes(StandardCharsets.US_ASCII);
                    var packet = ByteBuffer.allocate(2 + text.length)
                            .putShort((short) 6)
                            .put(text)
                            .array();
                    exchange(socket, List.of(packet), 0);
                }
                blocks(socket, file, block, window);
            } catch (IOException _) {
                // The client is gone.
            }
        }

        private void blocks(DatagramSocket socket, Octets file, int block, int window) throws IOException {
            int total = file.length() / block + 1;
            int acknowledged = 0;
            while (acknowledged < total) {
                int first = acknowledged + 1;
                int last = Math.min(total, acknowledged + window);
                var packets = java.util.stream.IntStream.rangeClosed(first, last)
                        .mapToObj(n -> data(file, n, block))
                        .toList();
                int answer = exchange(socket, packets, last);
                acknowledged += ((answer - acknowledged) & 0xFFFF) <= window ? (answer - acknowledged) & 0xFFFF : 0;
            }
        }

        private static byte[] data(Octets file, int number, int block) {
            int from = (number - 1) * block;
            var content =
                    file.slice(from, Math.min(file.length(), from + block)).toArray();
            return ByteBuffer.allocate(4 + content.length)
                    .putShort((short) 3)
                    .putShort((short) number)
                    .put(content)
                    .array();
        }

        /** Sends until something is acknowledged; the block number of the acknowledgement. */
        private int exchange(DatagramSocket socket, List<byte[]> packets, int expected) throws IOException {
            for (int attempt = 0; attempt < 20; attempt++) {
                for (var packet : packets) {
                    send(socket, packet);
                }
                try {
                    var ack = new DatagramPacket(new byte[64], 64);
                    socket.receive(ack);
                    return ByteBuffer.wrap(ack.getData()).getShort(2) & 0xFFFF;
                } catch (java.net.SocketTimeoutException _) {
                    // Once more.
                }
            }
            throw new IOException("nobody acknowledges " + expected);
        }

        private synchronized void send(DatagramSocket socket, byte[] packet) throws IOException {
            sent++;
            if (loses == 0 || sent % loses != 0) {
                socket.send(new DatagramPacket(packet, packet.length));
            }
        }

        private static int option(List<String> options, String name, int otherwise) {
            int at = options.indexOf(name);
            return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
        }
    }

    @Test
    void a_read_request_names_its_options_in_order() {
        var request = TftpPacket.readRequest(
                "a", TftpOptions.USUAL.window(4).timeout(3).byName());

        assertThat(new String(request, StandardCharsets.US_ASCII))
                .isEqualTo("\0\1a\0octet\0blksize\0" + "1468\0tsize\0" + "0\0timeout\0" + "3\0windowsize\0" + "4\0");
        assertThat(Arrays.copyOf(request, 2)).containsExactly(0, 1);
    }
}
