package org.keyline.lab.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Phone files over plain HTTP (port 6970), the names directly under {@code /}. */
public final class HttpFiles implements FileSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final InetSocketAddress server;

    /** A client of the server at that address. */
    public HttpFiles(InetSocketAddress server) {
        this.server = server;
    }

    @Override
    public FileAnswer fetch(String name) {
        try {
            var request =
                    HttpRequest.newBuilder(address(name)).timeout(PATIENCE).build();
            return answer(client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException | URISyntaxException e) {
            return new FileAnswer.Silent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FileAnswer.Silent("interrupted");
        }
    }

    private URI address(String name) throws URISyntaxException {
        return new URI("http", null, server.getHostString(), server.getPort(), "/" + name, null, null);
    }

    private static FileAnswer answer(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> content(body.readNBytes(TftpClient.MAX_FILE + 1));
                case 404 -> new FileAnswer.Missing();
                default -> new FileAnswer.Refused(response.statusCode(), "HTTP " + response.statusCode());
            };
        }
    }

    private static FileAnswer content(byte[] content) {
        return content.length > TftpClient.MAX_FILE
                ? new FileAnswer.Refused(200, "file larger than the phone's memory")
                : new FileAnswer.Found(Octets.of(content));
    }
}
