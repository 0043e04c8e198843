package org.keyline.tftp.files;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.server.Node;
import org.keyline.tftp.ServedFile;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.trustlist.ItlFile;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListReader;
import org.keyline.trust.trustlist.TrustListVariant;
import org.keyline.trust.trustlist.UnfitTrustListException;

/**
 * The ITL file, made and signed by the node. It stays the same bytes until a certificate or the node's address changes,
 * also over a restart, so that phones do not write their flash for nothing; its time only ever grows.
 */
final class ItlFiles {
    private final Supplier<NodeCertificates> certificates;
    private final Path directory;
    private final Clock clock;
    private final Map<TrustListVariant, Made> made = new EnumMap<>(TrustListVariant.class);

    /** A list and what it was made from. */
    private record Made(NodeCertificates certificates, ServerName server, ClusterSecurityMode mode, ServedFile file) {}

    ItlFiles(Supplier<NodeCertificates> certificates, Path directory, Clock clock) {
        this.certificates = certificates;
        this.directory = directory;
        this.clock = clock;
    }

    /** The list of {@code node} in a cluster of that mode. */
    synchronized ServedFile of(Node node, TrustListVariant variant, ClusterSecurityMode mode)
            throws IOException, SigningException, UnfitTrustListException {
        var current = certificates.get();
        var server = new ServerName(node.address(), address(node.address()));
        var before = made.get(variant);
        if (before != null
                && before.certificates() == current
                && before.server().equals(server)
                && before.mode() == mode) {
            return before.file();
        }
        var file = ServedFile.of(build(current, server, variant, mode));
        made.put(variant, new Made(current, server, mode, file));
        return file;
    }

    private byte[] build(
            NodeCertificates current, ServerName server, TrustListVariant variant, ClusterSecurityMode mode)
            throws IOException, SigningException, UnfitTrustListException {
        var kept = directory.resolve("ITLFile." + variant.digest().name() + ".tlv");
        var before = read(kept);
        var time = before.map(ItlFiles::created);
        if (time.isPresent()) {
            var again = list(current, server, variant, mode, time.get());
            if (MessageDigest.isEqual(again, before.get())) {
                return again;
            }
        }
        var list = list(current, server, variant, mode, after(time));
        AtomicFile.createOwnerOnlyDirectory(directory);
        AtomicFile.write(kept, list, AtomicFile.Access.OWNER_ONLY);
        return list;
    }

    private static byte[] list(
            NodeCertificates certificates,
            ServerName server,
            TrustListVariant variant,
            ClusterSecurityMode mode,
            Instant created)
            throws SigningException, UnfitTrustListException {
        var list = switch (mode) {
            case MIXED -> ItlFile.build(certificates, server, variant, created);
            case NON_SECURE -> ItlFile.buildNonSecure(certificates, server, variant, created);
        };
        return list.bytes();
    }

    private Instant after(Optional<Instant> former) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return former.map(time -> time.plusSeconds(1)).filter(now::isBefore).orElse(now);
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static Instant created(byte[] list) {
        try {
            return TrustListReader.read(list).header().created();
        } catch (MalformedFileException damaged) {
            return Instant.EPOCH;
        }
    }

    /** The IPv4 address behind a name or dotted address; 0.0.0.0 for a name that does not resolve. */
    private static Inet4Address address(String name) {
        try {
            for (var address : InetAddress.getAllByName(name)) {
                if (address instanceof Inet4Address found) {
                    return found;
                }
            }
        } catch (UnknownHostException unresolved) {
            return ServerName.none().address();
        }
        return ServerName.none().address();
    }
}
