package org.keyline.trust.trustlist;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;

/** Builds CTL files. */
public final class CtlFile {
    private CtlFile() {}

    /**
     * The CTL file of a mixed-mode cluster: a SAST record for each token, then the servers.
     *
     * @param tokens the certificates of all security tokens, the signer's among them
     * @param servers records of call managers, TFTP servers and CAPF, made with {@link TrustListRecord#full}
     * @param signer the token that signs
     */
    public static TrustList build(
            List<X509Certificate> tokens,
            List<TrustListRecord> servers,
            Signer signer,
            TrustListVariant variant,
            Instant created)
            throws SigningException, UnfitTrustListException {
        var records = new ArrayList<TrustListRecord>();
        tokens.forEach(token -> records.add(TrustListRecord.full(Role.SAST, token, ServerName.none())));
        records.addAll(servers);
        return new TrustListWriter(TrustListKind.CTL, variant).write(records, signer, created);
    }

    /**
     * The CTL file of a cluster that went back to non-secure mode: the servers stay named but have no certificates, so
     * that phones ask for unsigned files. The tokens keep theirs; without them no phone could check this file or accept
     * the next.
     */
    public static TrustList buildNonSecure(
            List<X509Certificate> tokens,
            List<TrustListRecord> servers,
            Signer signer,
            TrustListVariant variant,
            Instant created)
            throws SigningException, UnfitTrustListException {
        var emptied = servers.stream()
                .map(server -> TrustListRecord.withoutCertificate(
                        server.role(),
                        new ServerName(
                                server.dnsName().orElse(""),
                                server.address().orElse(ServerName.none().address()))))
                .toList();
        return build(tokens, emptied, signer, variant, created);
    }
}
