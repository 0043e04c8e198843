package org.keyline.web.srst;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.server.SrstReference;
import org.keyline.trust.srst.Fetched;
import org.keyline.trust.srst.GatewayCertificate;
import org.keyline.web.srst.SrstGateways.Look;

/** How it stands with the certificate of a reference. Texts stand in the catalogue under {@code srst.state.}. */
public enum SrstFinding {
    /** Secure SRST is off. */
    NOT_SECURE(false),
    /** The accepted certificate is in its time, and nothing else is known. */
    GOOD(false),
    /** None was accepted yet: phones go to the gateway without TLS. */
    NO_CERTIFICATE(true),
    /** The gateway shows another one: phones refuse it until that is accepted and they are reset. */
    CHANGED(true),
    /** The accepted certificate is over: phones do not try TLS. */
    EXPIRED(true),
    /** It ends within 30 days. */
    ENDS_SOON(true),
    /** The gateway could not be asked when it was looked at last. */
    NOT_SEEN(false);

    private static final Duration SOON = Duration.ofDays(30);

    private final boolean trouble;

    SrstFinding(boolean trouble) {
        this.trouble = trouble;
    }

    /** Whether an administrator must do something. */
    public boolean isTrouble() {
        return trouble;
    }

    /** How it stands with {@code reference} at {@code now}. */
    public static SrstFinding of(SrstReference reference, Optional<Look> last, Instant now) {
        if (!reference.secure()) {
            return NOT_SECURE;
        }
        return reference
                .certificate()
                .map(GatewayCertificate::stored)
                .map(stored -> of(stored, last, now))
                .orElse(NO_CERTIFICATE);
    }

    /** Those of these references that need an administrator, by name; in a non-secure cluster none counts. */
    public static Map<String, SrstFinding> troubles(ConfigSnapshot snapshot, SrstGateways gateways, Instant now) {
        var troubles = new TreeMap<String, SrstFinding>();
        if (snapshot.clusterSecurityMode() == ClusterSecurityMode.MIXED) {
            snapshot.srstReferences().forEach((name, reference) -> {
                var finding = of(reference, gateways.lastLook(name), now);
                if (finding.isTrouble()) {
                    troubles.put(name, finding);
                }
            });
        }
        return troubles;
    }

    private static SrstFinding of(GatewayCertificate stored, Optional<Look> last, Instant now) {
        var answer = last.map(Look::answer);
        if (answer.orElse(null) instanceof Fetched.Shown(var shown) && !shown.hasFingerprint(stored.sha256())) {
            return CHANGED;
        }
        var ends = stored.certificate().getNotAfter().toInstant();
        if (now.isAfter(ends)) {
            return EXPIRED;
        }
        if (now.plus(SOON).isAfter(ends)) {
            return ENDS_SOON;
        }
        return answer.orElse(null) instanceof Fetched.Failed ? NOT_SEEN : GOOD;
    }
}
