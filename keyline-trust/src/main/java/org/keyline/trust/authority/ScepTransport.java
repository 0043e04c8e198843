package org.keyline.trust.authority;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Optional;
import org.jscep.transport.AbstractTransport;
import org.jscep.transport.Transport;
import org.jscep.transport.TransportException;
import org.jscep.transport.TransportFactory.Method;
import org.jscep.transport.request.Operation;
import org.jscep.transport.request.PkiOperationRequest;
import org.jscep.transport.request.Request;
import org.jscep.transport.response.ContentException;
import org.jscep.transport.response.ScepResponseHandler;
import org.keyline.trust.authority.AuthorityException.Reason;
import org.keyline.trust.tlv.Octets;

/**
 * Carries SCEP over HTTP within bounds. The authority's certificates are fetched once: what was checked is what the
 * messages are encrypted to.
 */
final class ScepTransport {
    private static final int MOST_SHOWN = 120;

    private final URL url;
    private Optional<Answer> certificates = Optional.empty();

    ScepTransport(URL url) {
        this.url = url;
    }

    private record Answer(Octets content, String type) {}

    /** What went wrong on the way, inside the library's own exceptions. */
    static final class Trouble extends TransportException {
        private static final long serialVersionUID = 1L;

        private final AuthorityException met;

        Trouble(AuthorityException met) {
            super(met);
            this.met = met;
        }

        AuthorityException met() {
            return met;
        }
    }

    /** The transport of this HTTP method. */
    Transport by(Method method) {
        return new ByMethod(method);
    }

    private final class ByMethod extends AbstractTransport {
        private final Method method;

        ByMethod(Method method) {
            super(url);
            this.method = method;
        }

        @Override
        public <T> T sendRequest(Request request, ScepResponseHandler<T> handler) throws TransportException {
            try {
                var answer = answer(request);
                return handler.getResponse(answer.content().bytes(), answer.type());
            } catch (AuthorityException trouble) {
                throw new Trouble(trouble);
            } catch (ContentException unreadable) {
                throw new Trouble(new AuthorityException(
                        Reason.NONSENSE, "The authority at " + url + " answers what is not SCEP", unreadable));
            }
        }

        private Answer answer(Request request) throws AuthorityException, TransportException {
            if (request.getOperation() != Operation.GET_CA_CERT) {
                return fetch(request);
            }
            var known = certificates;
            if (known.isEmpty()) {
                known = Optional.of(fetch(request));
                certificates = known;
            }
            return known.get();
        }

        private Answer fetch(Request request) throws AuthorityException, TransportException {
            try (var web = Web.plain()) {
                var response = web.send(http(request));
                var type = response.headers().firstValue("Content-Type").orElse("");
                if (response.statusCode() != 200) {
                    throw new AuthorityException(
                            Reason.REFUSED,
                            "The authority at " + url + " answers with HTTP status " + response.statusCode());
                }
                return new Answer(
                        Octets.of(response.body()), type.replaceFirst(";.*", "").strip());
            }
        }

        private HttpRequest http(Request request) throws TransportException {
            var operation = request.getOperation();
            if (method == Method.POST && request instanceof PkiOperationRequest) {
                return Web.to(uri(getUrl(operation).toExternalForm()))
                        .header("Content-Type", "application/x-pki-message")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                Base64.getDecoder().decode(request.getMessage())))
                        .build();
            }
            var message = java.net.URLEncoder.encode(request.getMessage(), java.nio.charset.StandardCharsets.UTF_8);
            return Web.to(uri(getUrl(operation).toExternalForm() + "&message=" + message))
                    .GET()
                    .build();
        }
    }

    private static URI uri(String text) throws TransportException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new TransportException(
                    "The authority's address is no URL: " + text.substring(0, Math.min(MOST_SHOWN, text.length())));
        }
    }
}
