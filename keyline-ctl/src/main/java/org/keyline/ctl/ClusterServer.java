package org.keyline.ctl;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.model.server.Node;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListRecord;

/**
 * A server of the cluster as the CTL file names it.
 *
 * @param name how phones reach it
 * @param callManager its CallManager certificate, which also signs phone files
 * @param capf its CAPF certificate, when CAPF runs on it
 */
public record ClusterServer(ServerName name, X509Certificate callManager, Optional<X509Certificate> capf) {
    /**
     * The server {@code node} with the certificates of this machine.
     *
     * @throws UnknownHostException when its address is a name that leads to no IPv4 address
     */
    public static ClusterServer of(Node node, NodeCertificates certificates) throws UnknownHostException {
        return new ClusterServer(
                new ServerName(node.address(), ipv4(node.address())),
                certificates.of(CertificatePurpose.CALLMANAGER).certificate(),
                Optional.of(certificates.of(CertificatePurpose.CAPF).certificate()));
    }

    /** The same server where CAPF does not run. */
    public ClusterServer withoutCapf() {
        return new ClusterServer(name, callManager, Optional.empty());
    }

    /** Its records: call manager and TFTP in one, then CAPF. */
    List<TrustListRecord> records() {
        return Stream.concat(
                        Stream.of(TrustListRecord.full(Role.CCM_TFTP, callManager, name)),
                        capf.stream().map(certificate -> TrustListRecord.full(Role.CAPF, certificate, name)))
                .toList();
    }

    /** Its certificates. */
    Stream<X509Certificate> certificates() {
        return Stream.concat(Stream.of(callManager), capf.stream());
    }

    private static Inet4Address ipv4(String address) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(address))
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .findFirst()
                .orElseThrow(() -> new UnknownHostException(
                        address + " has no IPv4 address; a CTL file can only name IPv4 addresses"));
    }
}
