package org.keyline.node;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;

/** Opens the certificates of a node: of the one that runs, and for a command beside it. */
public final class NodeInventory {
    private static final String IDENTITY = "identity";

    private NodeInventory() {}

    /** The inventory of a node that starts; who it is is kept for commands. */
    static CertificateInventory start(NodeDirectory directory, NodeIdentity node, Clock clock) throws IOException {
        var lines = new StringBuilder(node.hostName()).append('\n');
        node.addresses()
                .forEach(address -> lines.append(address.getHostAddress()).append('\n'));
        AtomicFile.write(
                directory.certificates().resolve(IDENTITY),
                lines.toString().getBytes(StandardCharsets.UTF_8),
                Access.OWNER_ONLY);
        return CertificateInventory.open(directory.certificates(), node, clock);
    }

    /** The inventory of a node that was started before, for the same host name and addresses. */
    public static CertificateInventory open(NodeDirectory directory, Clock clock) throws IOException {
        return CertificateInventory.open(directory.certificates(), identity(directory), clock);
    }

    /** The name under which the node of this directory was started last. */
    public static String name(NodeDirectory directory) throws IOException {
        return identity(directory).hostName();
    }

    private static NodeIdentity identity(NodeDirectory directory) throws IOException {
        var file = directory.certificates().resolve(IDENTITY);
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        if (lines.isEmpty()) {
            return byCertificate(directory);
        }
        var addresses = new ArrayList<InetAddress>();
        for (var line : lines.subList(1, lines.size())) {
            addresses.add(InetAddress.ofLiteral(line));
        }
        return new NodeIdentity(lines.getFirst(), addresses, Identity.ORGANISATION);
    }

    /** A directory of an older version: the certificates themselves say who the node is. */
    private static NodeIdentity byCertificate(NodeDirectory directory) throws IOException {
        var any = new NodeIdentity(InetAddress.getLocalHost().getHostName(), List.of(), Identity.ORGANISATION);
        var name = NodeCertificates.openOrCreate(directory.certificates(), any)
                .of(CertificatePurpose.CALLMANAGER)
                .certificate()
                .getSubjectX500Principal();
        return new NodeIdentity(
                DistinguishedNameText.commonName(name).orElseGet(any::hostName), List.of(), Identity.ORGANISATION);
    }
}
