package org.keyline.trust.trustlist;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.tlv.Octets;

/**
 * What trust verification goes by: the certificates of a node's own services, those in force, those before and those
 * announced, each with the roles it has in the trust lists. A certificate is vouched for as it is, never by its issuer
 * or its name (TVS sheet, section 4). Immutable.
 *
 * <p>Security tokens are not in it. A phone shall believe a list of another token because a token it knows signed it,
 * and not because a server on the network says so.
 */
public final class VerificationTable {
    private final Map<Octets, VouchedCertificate> byCertificate = new HashMap<>();
    private final Map<SerialAndIssuer, VouchedCertificate> byName = new HashMap<>();

    private record SerialAndIssuer(BigInteger serial, String issuer) {}

    private VerificationTable(List<VouchedCertificate> certificates) {
        for (var vouched : certificates) {
            byCertificate.put(Octets.of(Certificates.der(vouched.certificate())), vouched);
            byName.putIfAbsent(nameOf(vouched.certificate()), vouched);
        }
    }

    /** The table of a node, as its certificates are now. */
    public static VerificationTable of(NodeCertificates node) {
        var vouched = new ArrayList<VouchedCertificate>();
        for (var purpose : CertificatePurpose.values()) {
            var certificates = new ArrayList<X509Certificate>();
            certificates.add(node.of(purpose).certificate());
            certificates.addAll(node.former(purpose));
            node.next(purpose).ifPresent(certificates::add);
            certificates.forEach(certificate -> vouched.add(new VouchedCertificate(certificate, roles(purpose))));
        }
        return of(vouched);
    }

    /**
     * The table of a node's certificates, made anew only when they change: phones ask for it on the threads of the
     * sockets.
     */
    public static Supplier<VerificationTable> following(Supplier<NodeCertificates> node) {
        return new Following(node);
    }

    /** A table of these certificates. */
    public static VerificationTable of(List<VouchedCertificate> certificates) {
        return new VerificationTable(certificates);
    }

    /** The roles of a node's certificates in its trust lists; its CallManager certificate also signs them. */
    private static List<Role> roles(CertificatePurpose purpose) {
        var role = ItlFile.roleOf(purpose);
        return purpose == CertificatePurpose.CALLMANAGER ? List.of(Role.SAST, role) : List.of(role);
    }

    /** Exactly this certificate, in DER, when it is vouched for. */
    public Optional<VouchedCertificate> verify(Octets der) {
        return Optional.ofNullable(byCertificate.get(der));
    }

    /**
     * The certificate with this serial number and issuer.
     *
     * @param serial the number's magnitude; leading zero bytes do not count
     * @param issuer the issuer's name as the trust lists write it; also with {@code ,} between its parts, or blanks
     *     beside them
     */
    public Optional<VouchedCertificate> query(Octets serial, String issuer) {
        return Optional.ofNullable(byName.get(new SerialAndIssuer(new BigInteger(1, serial.bytes()), plain(issuer))));
    }

    /** Two threads may both make the same table; either will do. */
    private static final class Following implements Supplier<VerificationTable> {
        private final Supplier<NodeCertificates> node;
        private volatile Optional<Made> latest = Optional.empty();

        private record Made(NodeCertificates from, VerificationTable table) {}

        Following(Supplier<NodeCertificates> node) {
            this.node = node;
        }

        @Override
        public VerificationTable get() {
            var now = node.get();
            var made = latest.filter(before -> before.from() == now).orElseGet(() -> new Made(now, of(now)));
            latest = Optional.of(made);
            return made.table();
        }
    }

    private static SerialAndIssuer nameOf(X509Certificate certificate) {
        return new SerialAndIssuer(certificate.getSerialNumber(), plain(DistinguishedNameText.issuer(certificate)));
    }

    private static String plain(String name) {
        return Arrays.stream(name.split("[;,]", -1)).map(String::strip).collect(Collectors.joining(";"));
    }
}
