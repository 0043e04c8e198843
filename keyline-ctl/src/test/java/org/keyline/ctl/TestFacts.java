package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a server of a test knows of itself. */
public record TestFacts(
        String name, List<ListedServer> servers, X509Certificate callManager, Optional<X509Certificate> capf)
        implements LocalProvider.Facts {
    /** A server that is alone. */
    public static TestFacts of(ClusterServer server) {
        return new TestFacts(server.name().dnsName(), List.of(), server.callManager(), server.capf());
    }
}
