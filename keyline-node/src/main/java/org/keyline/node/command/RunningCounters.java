package org.keyline.node.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.keyline.node.NodeDirectory;
import org.keyline.node.RunningNode;
import org.keyline.serviceability.counter.CounterService;
import org.keyline.serviceability.counter.MetricsText;
import org.keyline.serviceability.counter.PerfCounter;
import org.keyline.serviceability.supervisor.PortUnavailable;

/** Reads the counters of the node that runs on a directory. */
final class RunningCounters {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private RunningCounters() {}

    /** The values as they are now; the exception is a sentence for whoever typed the command. */
    static Map<PerfCounter, Long> of(Path data) throws IOException {
        var node = RunningNode.on(NodeDirectory.existing(data))
                .orElseThrow(() -> new IOException(CommandTexts.text("perf.notrunning", data)));
        var place = PortUnavailable.text(node.metrics());
        try {
            return MetricsText.read(page("http://" + place + CounterService.PATH));
        } catch (IOException unreached) {
            throw new IOException(CommandTexts.text("perf.unreached", place, unreached), unreached);
        }
    }

    private static String page(String url) throws IOException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
