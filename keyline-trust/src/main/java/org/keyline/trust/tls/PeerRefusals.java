package org.keyline.trust.tls;

import org.keyline.trust.lsc.PhoneCertificateVerdict;

/** Is told of every refused client certificate; turns it into an alarm. Called on the thread of the handshake. */
@FunctionalInterface
public interface PeerRefusals {
    /** Takes note that a client was refused, and why. Must return at once and not throw. */
    void refused(PhoneCertificateVerdict.Refused verdict);
}
