package org.keyline.trust.authority;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.keyline.trust.authority.AuthorityException.Reason;

/** HTTP with an authority: no redirects, no long answers, no endless waiting. */
final class Web implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LONGEST = 256 * 1024;

    private final HttpClient client;

    private Web(HttpClient client) {
        this.client = client;
    }

    static Web plain() {
        return new Web(builder().build());
    }

    static Web secured(javax.net.ssl.SSLContext context) {
        return new Web(builder().sslContext(context).build());
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(ANSWER);
    }

    /** Sends it, and returns the answer whatever its status. */
    HttpResponse<byte[]> send(HttpRequest request) throws AuthorityException {
        try {
            return client.send(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST));
        } catch (SSLException notTrusted) {
            throw new AuthorityException(
                    Reason.NOT_TRUSTED,
                    "No TLS connection to the authority at " + request.uri() + ": " + said(notTrusted),
                    notTrusted);
        } catch (IOException unreachable) {
            throw new AuthorityException(
                    Reason.UNREACHABLE,
                    "The authority at " + request.uri() + " cannot be reached: " + said(unreachable),
                    unreachable);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AuthorityException(Reason.UNREACHABLE, "Ended while the authority was asked", ended);
        }
    }

    /** What went wrong; the deepest cause that says something. */
    private static String said(Throwable failure) {
        var said = failure.getClass().getSimpleName();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            said = at.getMessage() == null ? said : at.getMessage();
        }
        return said;
    }

    @Override
    public void close() {
        client.close();
    }
}
