package org.keyline.serviceability.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyline.serviceability.supervisor.PortUnavailable;

@Timeout(60)
class CounterServiceTest {
    private final AtomicLong value = new AtomicLong();
    private static final int COUNTERS = CounterCatalogue.objects().stream()
            .mapToInt(object -> object.counters().size())
            .sum();

    private final CounterService service = new CounterService(loopback(0), counters(value::get));

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Counters counters(LongSupplier all) {
        Map<PerfCounter, LongSupplier> values = new HashMap<>();
        CounterCatalogue.objects().forEach(object -> object.counters().forEach(counter -> values.put(counter, all)));
        return Counters.reading(values);
    }

    @BeforeEach
    void start() throws IOException {
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    private HttpResponse<String> asks(String method, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var place = PortUnavailable.text(service.address());
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://" + place + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void each_reading_asks_anew() throws Exception {
        value.set(4);
        var first = asks("GET", "/metrics");
        value.set(5);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains(MetricsText.CONTENT_TYPE);
        assertThat(MetricsText.read(first.body())).hasSize(COUNTERS).containsValue(4L);
        assertThat(MetricsText.read(asks("GET", "/metrics").body()).values()).containsOnly(5L);
    }

    @Test
    void nothing_else_is_answered() throws Exception {
        assertThat(asks("HEAD", "/metrics").statusCode()).isEqualTo(200);
        assertThat(asks("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(asks("DELETE", "/metrics").headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(asks("GET", "/").statusCode()).isEqualTo(404);
        assertThat(asks("GET", "/metrics/../etc/passwd").statusCode()).isEqualTo(404);
    }

    @Test
    void who_speaks_nonsense_or_says_nothing_keeps_nobody_else_waiting() throws Exception {
        try (var silent = connected();
                var half = connected();
                var nonsense = connected()) {
            half.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
            nonsense.getOutputStream().write("\0\1\2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(asks("GET", "/metrics").statusCode()).isEqualTo(200);
            assertThat(silent.isConnected()).isTrue();
        }
    }

    private Socket connected() throws IOException {
        return new Socket(service.address().getAddress(), service.address().getPort());
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var second = new CounterService(loopback(taken.getLocalPort()), counters(() -> 0));

            assertThatExceptionOfType(PortUnavailable.class)
                    .isThrownBy(second::start)
                    .withMessageContaining("Metrics cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .withMessageContaining("another program has this port");
        }
    }

    @Test
    void stopped_it_is_gone_and_can_start_again() throws Exception {
        var place = service.address();
        service.stop();
        service.stop();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(place.getAddress(), place.getPort()).close());
        service.start();
        assertThat(asks("GET", "/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void it_never_listens_to_other_machines() throws Exception {
        var everywhere = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CounterService(everywhere, counters(() -> 0)))
                .withMessageContaining("this machine only");
    }
}
