package org.keyline.node.secure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.serviceability.supervisor.PortUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the running node tells over its web: registrations and calls, which are nowhere on the disk.
 *
 * @param web where its web is
 * @param certificate the certificate its web shows
 */
record NodeView(InetSocketAddress web, X509Certificate certificate) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int OK = 200;

    /** How secure the devices are. */
    JsonNode posture(ServerLogin login) throws IOException {
        return get("/api/v1/posture", login);
    }

    /** Phones that are not registered now, as far as they are named. */
    List<String> unregistered(ServerLogin login) throws IOException {
        var names = new ArrayList<String>();
        for (var phone : get("/api/v1/phones?limit=1000", login).path("rows")) {
            if (phone.path("registration").isNull()) {
                names.add(phone.path("name").asString(""));
            }
        }
        return names;
    }

    /** Whether a call is up now that both phones protect. */
    boolean hasEncryptedCall(ServerLogin login) throws IOException {
        for (var call : get("/api/v1/calls", login)) {
            if (call.path("security").asString("").equals("ENCRYPTED")
                    && call.path("ended").isNull()
                    && !call.path("connected").isNull()) {
                return true;
            }
        }
        return false;
    }

    private JsonNode get(String path, ServerLogin login) throws IOException {
        try (var client = HttpClient.newBuilder()
                .sslContext(pinned())
                .connectTimeout(PATIENCE)
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("https://" + PortUnavailable.text(web) + path))
                    .timeout(PATIENCE)
                    .header("Authorization", authorization(login))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != OK) {
                throw new IOException("The web answers " + path + " with " + answer.statusCode());
            }
            return MAPPER.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available", e);
        }
    }

    private SSLContext pinned() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new PinnedCertificate(certificate)}, null);
        return context;
    }

    private static String authorization(ServerLogin login) throws GeneralSecurityException, IOException {
        return login.password()
                .use(password -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login.user() + ":" + new String(password)).getBytes(StandardCharsets.UTF_8)));
    }
}
