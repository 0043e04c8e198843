package org.keyline.tftp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.tftp.ServedFile;
import org.keyline.transport.EventLoops;

class HttpFileServerTest {
    /** The server closed while we still wrote; TCP then throws its answer away. */
    private static final String RESET = "reset";

    private final EventLoops loops = EventLoops.start(2);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final HttpFileServer server = new HttpFileServer(
            loops,
            (_, _) -> {},
            (name, _) -> Optional.ofNullable(files.get(name)).map(ServedFile::of),
            new HttpPatience(Duration.ofSeconds(2), 3));
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
    @ValueSource(ints = {0, 1, 8192, 3_000_000})
    void curl_fetches_files_of_every_length(int length) throws Exception {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        files.put("Desktops/List.xml", content);

        assertThat(curl("-o", "-", url("/Desktops/List.xml"))).isEqualTo(content);
    }

    @Test
    void an_answer_names_its_length_and_is_not_to_be_stored() throws Exception {
        files.put("SEP001122334455.cnf.xml", "<device/>".getBytes(StandardCharsets.UTF_8));

        assertThat(text(curl("-i", url("/SEP001122334455.cnf.xml"))))
                .startsWith("HTTP/1.1 200 OK")
                .containsIgnoringCase("content-length: 9\r\n")
                .containsIgnoringCase("cache-control: no-store\r\n")
                .endsWith("\r\n\r\n<device/>");
    }

    @Test
    void head_gives_the_length_without_the_content() throws Exception {
        files.put("f", new byte[7]);

        assertThat(text(curl("-I", url("/f"))))
                .containsIgnoringCase("content-length: 7\r\n")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/../f", "/%2e%2e/f", "/a/..%2ff", "//f", "/f%00", "/%5c..%5cf", "/f%zz", "/f/"})
    void what_is_not_there_or_leads_out_is_404(String path) throws Exception {
        files.put("f", new byte[7]);

        assertThat(text(curl("--path-as-is", "-i", url(path))))
                .startsWith("HTTP/1.1 404")
                .containsIgnoringCase("content-length: 0\r\n");
    }

    @ParameterizedTest
    @CsvSource({"PUT, 405", "POST, 405", "DELETE, 405", "OPTIONS, 405"})
    void files_are_only_read(String method, String status) throws Exception {
        assertThat(text(curl("-X", method, "-i", url("/f")))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void a_body_is_refused() throws Exception {
        assertThat(exchange("GET /f HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void a_request_that_is_too_long_is_refused() throws Exception {
        var line = "GET /" + "x".repeat(1_020) + " HTTP/1.1\r\n\r\n";
        var header = "GET /f HTTP/1.1\r\nX: " + "x".repeat(8_190) + "\r\n\r\n";

        assertThat(exchange(line)).startsWith("HTTP/1.1 431");
        assertThat(exchange(header)).matches(answer -> answer.startsWith("HTTP/1.1 431") || answer.equals(RESET));
    }

    @Test
    void nonsense_is_refused() throws Exception {
        assertThat(exchange("\u0016\u0003\u0001 hello\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void a_slow_request_is_cut_off() throws Exception {
        try (var socket = connect()) {
            socket.getOutputStream().write("GET /f HT".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_kept_connection_is_closed_after_its_requests_and_when_it_falls_silent() throws Exception {
        files.put("f", new byte[] {'x'});
        try (var socket = connect()) {
            for (var request = 0; request < 3; request++) {
                socket.getOutputStream()
                        .write("GET /f HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                readAnswer(socket);
            }
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        try (var socket = connect()) {
            socket.getOutputStream().write("GET /f HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            readAnswer(socket);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static void readAnswer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\nx")) {
            var next = socket.getInputStream().read();
            assertThat(next).as("more after: " + answer).isNotEqualTo(-1);
            answer.append((char) next);
        }
    }

    private String exchange(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return text(socket.getInputStream().readAllBytes());
        } catch (SocketException reset) {
            return RESET;
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + address.getPort() + path;
    }

    private static byte[] curl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "30"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        var output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
