package org.keyline.trust.trustlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;

/** Builds ITL files, which a node makes and signs by itself. */
public final class ItlFile {
    private ItlFile() {}

    /** The records of a node: one for each of its certificates in its role. */
    public static List<TrustListRecord> recordsOf(NodeCertificates node, ServerName server) {
        var records = new ArrayList<TrustListRecord>();
        for (var purpose : CertificatePurpose.values()) {
            records.add(TrustListRecord.full(roleOf(purpose), node.of(purpose).certificate(), server));
        }
        return List.copyOf(records);
    }

    /** The role of a certificate of that purpose. */
    static Role roleOf(CertificatePurpose purpose) {
        return switch (purpose) {
            case CALLMANAGER -> Role.CCM_TFTP;
            case CAPF -> Role.CAPF;
            case TVS -> Role.TVS;
            case HTTPS -> Role.APPLICATION_SERVER;
        };
    }

    /**
     * The ITL file with {@code servers}, signed by {@code signer}, whose SAST record comes first.
     *
     * @param server how phones reach the signing node
     */
    public static TrustList build(
            List<TrustListRecord> servers,
            KeyMaterial signer,
            ServerName server,
            TrustListVariant variant,
            Instant created)
            throws SigningException, UnfitTrustListException {
        var records = new ArrayList<TrustListRecord>();
        records.add(TrustListRecord.full(Role.SAST, signer.certificate(), server));
        records.addAll(servers);
        return new TrustListWriter(TrustListKind.ITL, variant).write(records, Signer.of(signer), created);
    }

    /** The ITL file of a single node, signed with the node's CallManager key, which also signs its files. */
    public static TrustList build(NodeCertificates node, ServerName server, TrustListVariant variant, Instant created)
            throws SigningException, UnfitTrustListException {
        return build(recordsOf(node, server), node.of(CertificatePurpose.CALLMANAGER), server, variant, created);
    }

    /**
     * The ITL file of a node whose cluster went back to non-secure mode: its servers stay named but have no
     * certificates, so that phones that hold an ITL ask for unsigned files again. The signer keeps its record; without
     * it no phone could accept the next list.
     */
    public static TrustList buildNonSecure(
            NodeCertificates node, ServerName server, TrustListVariant variant, Instant created)
            throws SigningException, UnfitTrustListException {
        var emptied = recordsOf(node, server).stream()
                .map(record -> TrustListRecord.withoutCertificate(record.role(), server))
                .toList();
        return build(emptied, node.of(CertificatePurpose.CALLMANAGER), server, variant, created);
    }
}
