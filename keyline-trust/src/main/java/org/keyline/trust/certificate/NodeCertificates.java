package org.keyline.trust.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys and certificates of one node, one of each {@link CertificatePurpose}, kept in a directory that only its
 * owner can enter.
 *
 * <p>Each purpose has a PEM file with key and certificate, and beside it the certificate alone in DER under the name
 * that administrators know ({@code ccmserver.cer}, {@code CAPF.cer}, …); CAPF's is there in PEM too, as {@code <common
 * name>.0}. Former certificates stay in {@code former-<purpose>}: phones keep the LSCs that a former CAPF certificate
 * issued, and the trust lists that a former signer signed. Who takes {@code CAPF.cer} away gets a new CAPF key and
 * certificate at the next start. A key and certificate that is announced but not yet in force waits in {@code next}.
 *
 * <p>Instances are immutable; {@link #renew} gives a new one.
 */
public final class NodeCertificates {
    private static final Logger log = LoggerFactory.getLogger(NodeCertificates.class);
    private static final String NEXT = "next";

    private final Path directory;
    private final Map<CertificatePurpose, KeyMaterial> material;
    private final Map<CertificatePurpose, List<X509Certificate>> former;
    private final Map<CertificatePurpose, X509Certificate> next;

    private NodeCertificates(
            Path directory,
            Map<CertificatePurpose, KeyMaterial> material,
            Map<CertificatePurpose, List<X509Certificate>> former,
            Map<CertificatePurpose, X509Certificate> next) {
        this.directory = directory;
        this.material = material;
        this.former = former;
        this.next = next;
    }

    /**
     * Opens the certificates in {@code directory} and makes those that are missing, with RSA keys of 2048 bits. What is
     * there is never made anew, whatever {@code node} says.
     *
     * @throws UnusableKeyFileException when a file is there but damaged
     * @throws IOException when the directory cannot be read or written
     */
    public static NodeCertificates openOrCreate(Path directory, NodeIdentity node) throws IOException {
        return openOrCreate(directory, node, Clock.systemUTC());
    }

    /** As {@link #openOrCreate(Path, NodeIdentity)}; new certificates start by {@code clock}. */
    public static NodeCertificates openOrCreate(Path directory, NodeIdentity node, Clock clock) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(directory);
        AtomicFile.sweep(directory);
        var material = new EnumMap<CertificatePurpose, KeyMaterial>(CertificatePurpose.class);
        var former = new EnumMap<CertificatePurpose, List<X509Certificate>>(CertificatePurpose.class);
        var next = new EnumMap<CertificatePurpose, X509Certificate>(CertificatePurpose.class);
        for (var purpose : CertificatePurpose.values()) {
            material.put(purpose, openOrCreate(directory, node, purpose, clock));
            former.put(purpose, new FormerCertificates(directory).read(purpose));
            announced(directory, purpose)
                    .filter(waiting -> !waiting.equals(
                            Objects.requireNonNull(material.get(purpose)).certificate()))
                    .ifPresent(waiting -> next.put(purpose, waiting));
        }
        return new NodeCertificates(directory, material, former, next);
    }

    /** The key and certificate for {@code purpose}. */
    public KeyMaterial of(CertificatePurpose purpose) {
        return Objects.requireNonNull(material.get(purpose));
    }

    /** All certificates, without keys. */
    public Map<CertificatePurpose, X509Certificate> certificates() {
        var all = new EnumMap<CertificatePurpose, X509Certificate>(CertificatePurpose.class);
        material.forEach((purpose, pair) -> all.put(purpose, pair.certificate()));
        return all;
    }

    /**
     * The certificates that may have issued the LSC of a phone: the present CAPF certificate first, then former ones.
     */
    public List<X509Certificate> lscIssuers() {
        var issuers = new ArrayList<X509Certificate>();
        issuers.add(of(CertificatePurpose.CAPF).certificate());
        issuers.addAll(former(CertificatePurpose.CAPF));
        return List.copyOf(issuers);
    }

    /** The certificates for {@code purpose} that were in force before, in no order. */
    public List<X509Certificate> former(CertificatePurpose purpose) {
        return former.getOrDefault(purpose, List.of());
    }

    /** The certificate for {@code purpose} that is announced but not yet in force. */
    public Optional<X509Certificate> next(CertificatePurpose purpose) {
        return Optional.ofNullable(next.get(purpose));
    }

    /**
     * Makes the key and certificate that will replace those for {@code purpose} at the next {@link #renew}, and keeps
     * them beside until then, so that trust verification can vouch for them before they are used. What is announced
     * already stays.
     */
    public NodeCertificates announce(CertificatePurpose purpose, NodeIdentity node) throws IOException {
        if (!next.containsKey(purpose)) {
            AtomicFile.createOwnerOnlyDirectory(directory.resolve(NEXT));
            PemKeyFile.write(nextFile(directory, purpose), create(purpose, node));
        }
        return openOrCreate(directory, node);
    }

    /**
     * Replaces the key and certificate for {@code purpose} by the {@linkplain #announce announced} or by new ones. The
     * replaced certificate stays among the {@linkplain #former former} ones. The CTL file must be updated after it.
     *
     * @throws IOException when the disk refuses; the old key and certificate are then still in force
     */
    public NodeCertificates renew(CertificatePurpose purpose, NodeIdentity node) throws IOException {
        var announced = nextFile(directory, purpose);
        return replace(purpose, next.containsKey(purpose) ? PemKeyFile.read(announced) : create(purpose, node), node);
    }

    /**
     * Puts {@code material} in force for {@code purpose}; nothing is announced any more. The replaced certificate stays
     * among the {@linkplain #former former} ones.
     *
     * @throws IOException when the disk refuses; the old key and certificate are then still in force
     */
    public NodeCertificates replace(CertificatePurpose purpose, KeyMaterial material, NodeIdentity node)
            throws IOException {
        new FormerCertificates(directory).keep(purpose, of(purpose).certificate());
        PemKeyFile.write(directory.resolve(purpose.keyFileName()), material);
        Files.deleteIfExists(nextFile(directory, purpose));
        return openOrCreate(directory, node);
    }

    /**
     * Takes every key out of {@code directory}, present and announced, so that the next start makes new ones, as a
     * fresh installation does (spec BR-05). The certificates stay among the former ones: LSCs that CAPF issued remain
     * valid, and trust verification still vouches for them.
     */
    public static void giveUpKeys(Path directory) throws IOException {
        for (var purpose : CertificatePurpose.values()) {
            var file = directory.resolve(purpose.keyFileName());
            if (Files.exists(file)) {
                new FormerCertificates(directory)
                        .keep(purpose, PemKeyFile.read(file).certificate());
                Files.delete(file);
            }
            Files.deleteIfExists(nextFile(directory, purpose));
        }
    }

    /**
     * Forgets a former certificate: nobody vouches for it any more. An LSC that a forgotten CAPF certificate issued is
     * no longer accepted.
     */
    public NodeCertificates withdraw(CertificatePurpose purpose, X509Certificate certificate, NodeIdentity node)
            throws IOException {
        var _ = new FormerCertificates(directory).forget(purpose, certificate);
        return openOrCreate(directory, node);
    }

    private static KeyMaterial create(CertificatePurpose purpose, NodeIdentity node) {
        return new CertificateProfile(Clock.systemUTC()).create(purpose, node, KeyType.RSA_2048);
    }

    /** One that is in force already was left by a process that was killed while it renewed. */
    private static Optional<X509Certificate> announced(Path directory, CertificatePurpose purpose) throws IOException {
        var file = nextFile(directory, purpose);
        return Files.exists(file) ? Optional.of(PemKeyFile.read(file).certificate()) : Optional.empty();
    }

    private static Path nextFile(Path directory, CertificatePurpose purpose) {
        return directory.resolve(NEXT).resolve(purpose.keyFileName());
    }

    private static KeyMaterial openOrCreate(Path directory, NodeIdentity node, CertificatePurpose purpose, Clock clock)
            throws IOException {
        var file = directory.resolve(purpose.keyFileName());
        if (Files.exists(file) && isGivenUp(directory, purpose)) {
            new FormerCertificates(directory)
                    .keep(purpose, PemKeyFile.read(file).certificate());
            Files.delete(file);
        }
        if (!Files.exists(file)) {
            PemKeyFile.write(file, new CertificateProfile(clock).create(purpose, node, KeyType.RSA_2048));
            log.atInfo()
                    .addKeyValue("purpose", purpose)
                    .addKeyValue("file", file)
                    .log("Certificate created");
        }
        var material = PemKeyFile.read(file);
        publish(directory, purpose, material.certificate());
        return material;
    }

    /** Whoever wants a new CAPF certificate takes {@code CAPF.cer} away (spec CAPF-041). */
    private static boolean isGivenUp(Path directory, CertificatePurpose purpose) {
        return purpose == CertificatePurpose.CAPF && !Files.exists(directory.resolve(purpose.publicFileName()));
    }

    /** Lays the certificate without its key beside the key file; the key file is the truth, these are copies. */
    private static void publish(Path directory, CertificatePurpose purpose, X509Certificate certificate)
            throws IOException {
        copy(directory.resolve(purpose.publicFileName()), Certificates.der(certificate));
        if (purpose == CertificatePurpose.CAPF) {
            var name = DistinguishedNameText.commonName(certificate.getSubjectX500Principal())
                    .orElse("CAPF");
            copy(directory.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".0"), PemKeyFile.text(certificate));
        }
    }

    private static void copy(Path file, byte[] content) throws IOException {
        if (!Files.exists(file) || !MessageDigest.isEqual(Files.readAllBytes(file), content)) {
            AtomicFile.write(file, content, AtomicFile.Access.READ_ONLY);
        }
    }
}
