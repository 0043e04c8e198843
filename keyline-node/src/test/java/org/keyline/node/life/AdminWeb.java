package org.keyline.node.life;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An administrator at the web of a node, without a browser; trusts only that node's own certificate. */
final class AdminWeb implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String base;
    private String cookie = "";
    private String form = "";

    private AdminWeb(HttpClient client, String base) {
        this.client = client;
        this.base = base;
    }

    /** Signs in. */
    static AdminWeb signIn(LiveNode node, String password)
            throws IOException, GeneralSecurityException, InterruptedException {
        var at = node.at(8443);
        var web = new AdminWeb(
                HttpClient.newBuilder().sslContext(trusting(node.data())).build(),
                "https://" + at.getHostString() + ":" + at.getPort());
        var answer = web.post("/signin", "account=admin&password=" + password);
        web.cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new AssertionError("not signed in: " + answer.statusCode()))
                .split(";", 2)[0];
        var page = FORM.matcher(web.get("/waiting").body());
        if (!page.find()) {
            throw new AssertionError("the page has no form");
        }
        web.form = page.group(1);
        return web;
    }

    private static SSLContext trusting(Path data) throws IOException, GeneralSecurityException {
        try (InputStream file =
                Files.newInputStream(data.resolve("certificates").resolve("httpscert.cer"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "node", CertificateFactory.getInstance("X.509").generateCertificate(file));
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    /** Gives a phone a number, as the button on the page does. */
    HttpResponse<String> adopt(String device, String number) throws IOException, InterruptedException {
        return post(
                "/waiting/adopt",
                "device=" + device + "&number=" + number + "&form=" + URLEncoder.encode(form, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept-Language", "en")
                .header("Cookie", cookie);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
