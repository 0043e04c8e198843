package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;
import org.keyline.trust.tls.TlsProfile;

/** Which TLS phones may speak; told rather than judged, for old phones know no better. */
record TlsProfileStep() implements Step {
    @Override
    public String id() {
        return "tls";
    }

    @Override
    public List<String> needs() {
        return List.of("node");
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        return here.running()
                .map(node -> Seen.done(node.tls() == TlsProfile.MODERN ? "modern" : "legacy"))
                .orElse(Seen.needsYou("stopped"));
    }
}
