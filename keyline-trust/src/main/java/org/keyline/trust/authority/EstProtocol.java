package org.keyline.trust.authority;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.keyline.trust.authority.AuthorityException.Reason;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;

/**
 * EST (RFC 7030): the authority's certificates and simple enrolment, over HTTPS. The server must show a certificate of
 * the named authority. CAPF says who it is by name and password, by its certificate where the server asks for one, or
 * by both.
 */
final class EstProtocol implements EnrolmentProtocol {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_SHOWN = 120;
    private static final long LONGEST_PAUSE_SECONDS = 3_600;

    private final AuthoritySettings settings;
    private final KeyMaterial capf;
    private final Anchor anchor;

    EstProtocol(AuthoritySettings settings, KeyMaterial capf, Anchor anchor) {
        this.settings = settings;
        this.capf = capf;
        this.anchor = anchor;
    }

    @Override
    public List<X509Certificate> authorities() throws AuthorityException {
        try (var web = Web.secured(EstTls.context(capf, anchor))) {
            var answer = web.send(request("/cacerts").GET().build());
            return certificates(good(answer));
        }
    }

    @Override
    public List<X509Certificate> enrol(PKCS10CertificationRequest request, Anchor unused) throws AuthorityException {
        try (var web = Web.secured(EstTls.context(capf, anchor))) {
            var waiting = Waiting.begin(settings.patience());
            var body = Base64.getMimeEncoder().encode(encoded(request));
            var answer = web.send(enrolment(body));
            while (answer.statusCode() == ACCEPTED) {
                waiting.pause(retryAfter(answer));
                answer = web.send(enrolment(body));
            }
            return certificates(good(answer));
        }
    }

    private HttpRequest enrolment(byte[] body) {
        return request("/simpleenroll")
                .header("Content-Type", "application/pkcs10")
                .header("Content-Transfer-Encoding", "base64")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpRequest.Builder request(String operation) {
        var builder = Web.to(URI.create(settings.address() + operation));
        return settings.user().isEmpty() ? builder : builder.header("Authorization", credentials());
    }

    private String credentials() {
        var password = settings.password().utf8();
        var name = (settings.user() + ":").getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(name, name.length + password.length);
        System.arraycopy(password, 0, both, name.length, password.length);
        try {
            return "Basic " + Base64.getEncoder().encodeToString(both);
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    /** In seconds; a date, or nothing, counts as the usual pause. */
    private Duration retryAfter(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Math.clamp(Long.parseLong(text), 1, LONGEST_PAUSE_SECONDS)))
                .orElse(settings.pause());
    }

    private static byte[] good(HttpResponse<byte[]> answer) throws AuthorityException {
        return switch (answer.statusCode()) {
            case OK -> answer.body();
            case UNAUTHORIZED ->
                throw new AuthorityException(
                        Reason.REFUSED, "The authority at " + answer.uri() + " does not take the name and password");
            default ->
                throw new AuthorityException(
                        Reason.REFUSED,
                        "The authority at " + answer.uri() + " answers with HTTP status " + answer.statusCode() + ": "
                                + shown(answer.body()));
        };
    }

    private static String shown(byte[] body) {
        var text = new String(body, 0, Math.min(MOST_SHOWN, body.length), StandardCharsets.UTF_8);
        return text.replaceAll("[^\\p{Print}]+", " ").strip();
    }

    private static List<X509Certificate> certificates(byte[] body) throws AuthorityException {
        try {
            var content = new CMSSignedData(Base64.getMimeDecoder().decode(body));
            var found = new ArrayList<X509Certificate>();
            for (var holder : content.getCertificates().getMatches(null)) {
                found.add(Certificates.of(holder));
            }
            return List.copyOf(found);
        } catch (CMSException | RuntimeException unreadable) {
            throw new AuthorityException(
                    Reason.NONSENSE, "The authority's answer holds no certificates (PKCS #7)", unreadable);
        }
    }

    private static byte[] encoded(PKCS10CertificationRequest request) throws AuthorityException {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new AuthorityException(Reason.NONSENSE, "The request cannot be encoded", e);
        }
    }
}
