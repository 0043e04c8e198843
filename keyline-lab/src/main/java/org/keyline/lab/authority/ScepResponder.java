package org.keyline.lab.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.keyline.lab.authority.LabAuthority.Manner;

/** The SCEP service of an authority (RFC 8894), over HTTP on a port the system picks. */
public final class ScepResponder implements AutoCloseable {
    private static final int LONGEST = 1 << 18;
    private static final byte[] NOISE = "<html>It works!</html>".getBytes(StandardCharsets.US_ASCII);

    private final LabAuthority authority;
    private final HttpServer server;
    private final Map<String, PKCS10CertificationRequest> waiting = new ConcurrentHashMap<>();

    private ScepResponder(LabAuthority authority, HttpServer server) {
        this.authority = authority;
        this.server = server;
    }

    /** Opens it at {@code path}, for example {@code /scep}. */
    public static ScepResponder open(LabAuthority authority, String path) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var responder = new ScepResponder(authority, server);
        server.createContext(path, responder::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return responder;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = query(exchange.getRequestURI());
            switch (query.getOrDefault("operation", "")) {
                case "GetCACaps" ->
                    say(
                            exchange,
                            "text/plain",
                            "POSTPKIOperation\nSHA-256\nAES\nSCEPStandard\n".getBytes(StandardCharsets.US_ASCII));
                case "GetCACert" ->
                    say(
                            exchange,
                            "application/x-x509-ca-cert",
                            authority.certificate().getEncoded());
                case "PKIOperation" -> operate(exchange, query.getOrDefault("message", ""));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (GeneralSecurityException | CMSException | OperatorCreationException | RuntimeException e) {
            throw new IOException(e);
        }
    }

    private void operate(HttpExchange exchange, String message)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        if (authority.manner() == Manner.BABBLES) {
            say(exchange, "text/html", NOISE);
            return;
        }
        var bytes = exchange.getRequestMethod().equals("POST")
                ? exchange.getRequestBody().readNBytes(LONGEST)
                : Base64.getDecoder().decode(message);
        var request = ScepMessage.read(bytes, authority);
        say(exchange, "application/x-pki-message", decide(request));
    }

    private byte[] decide(ScepMessage request)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        if (request.isRequest()) {
            var wanted = new PKCS10CertificationRequest(request.content().toArray());
            authority.take(wanted);
            if (!LabAuthority.challenge(wanted).orElse("").equals(authority.password())) {
                return request.refused(authority);
            }
            waiting.put(request.transaction(), wanted);
        }
        var wanted = waiting.get(request.transaction());
        if (wanted == null || authority.manner() == Manner.REJECTS) {
            return request.refused(authority);
        }
        return authority.decides() ? request.granted(authority, authority.issue(wanted)) : request.undecided(authority);
    }

    private static Map<String, String> query(URI uri) {
        return Stream.of(String.valueOf(uri.getRawQuery()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, _) -> one));
    }

    private static void say(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
