package org.keyline.capf;

import java.util.function.Supplier;
import org.keyline.capf.authority.IssuerStore;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.tls.TlsProfile;

/**
 * What CAPF trusts and signs with.
 *
 * @param identity CAPF's key and certificate, asked for when the service starts (spec CAPF-041)
 * @param accepted the issuers of phone certificates that are accepted: LSCs of CAPF, present and former, and MICs of
 *     imported manufacturers
 * @param profile how old the phones are that TLS must admit
 * @param issuers who else issued LSCs
 */
public record CapfTrust(
        Supplier<KeyMaterial> identity, Supplier<PhoneCertificates> accepted, TlsProfile profile, IssuerStore issuers) {
    /** For a CAPF that issues by itself. */
    public CapfTrust(Supplier<KeyMaterial> identity, Supplier<PhoneCertificates> accepted, TlsProfile profile) {
        this(identity, accepted, profile, IssuerStore.none());
    }
}
