package org.keyline.trust.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys and certificates of one node, one of each {@link CertificatePurpose}, kept in a directory that only its
 * owner can enter.
 *
 * <p>Each purpose has a PEM file with key and certificate, and beside it the certificate alone in DER under the name
 * that administrators know ({@code ccmserver.cer}, {@code CAPF.cer}, …); CAPF's is there in PEM too, as {@code <common
 * name>.0}. Former CAPF certificates stay in {@code former-capf}, because phones keep the LSCs they issued.
 *
 * <p>Instances are immutable; {@link #renew} gives a new one.
 */
public final class NodeCertificates {
    private static final Logger log = LoggerFactory.getLogger(NodeCertificates.class);
    private static final String FORMER_CAPF = "former-capf";

    private final Path directory;
    private final Map<CertificatePurpose, KeyMaterial> material;
    private final List<X509Certificate> formerCapfIssuers;

    private NodeCertificates(
            Path directory, Map<CertificatePurpose, KeyMaterial> material, List<X509Certificate> formerCapfIssuers) {
        this.directory = directory;
        this.material = material;
        this.formerCapfIssuers = formerCapfIssuers;
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
        for (var purpose : CertificatePurpose.values()) {
            material.put(purpose, openOrCreate(directory, node, purpose, clock));
        }
        return new NodeCertificates(directory, material, readFormerIssuers(directory));
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
        issuers.addAll(formerCapfIssuers);
        return List.copyOf(issuers);
    }

    /**
     * Replaces the key and certificate for {@code purpose} by new ones. A CAPF certificate stays among the
     * {@linkplain #lscIssuers() issuers}. The CTL file must be updated after it.
     *
     * @throws IOException when the disk refuses; the old key and certificate are then still in force
     */
    public NodeCertificates renew(CertificatePurpose purpose, NodeIdentity node) throws IOException {
        if (purpose == CertificatePurpose.CAPF) {
            keepFormerIssuer(of(purpose).certificate());
        }
        PemKeyFile.write(
                directory.resolve(purpose.keyFileName()),
                new CertificateProfile(Clock.systemUTC()).create(purpose, node, KeyType.RSA_2048));
        return openOrCreate(directory, node);
    }

    private static KeyMaterial openOrCreate(Path directory, NodeIdentity node, CertificatePurpose purpose, Clock clock)
            throws IOException {
        var file = directory.resolve(purpose.keyFileName());
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
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            AtomicFile.write(file, content, AtomicFile.Access.READ_ONLY);
        }
    }

    private void keepFormerIssuer(X509Certificate issuer) throws IOException {
        var former = directory.resolve(FORMER_CAPF);
        AtomicFile.createOwnerOnlyDirectory(former);
        var serial = HexFormat.of().formatHex(SerialNumbers.magnitude(issuer.getSerialNumber()));
        copy(former.resolve(serial + ".cer"), Certificates.der(issuer));
    }

    private static List<X509Certificate> readFormerIssuers(Path directory) throws IOException {
        var former = directory.resolve(FORMER_CAPF);
        var issuers = new ArrayList<X509Certificate>();
        if (Files.isDirectory(former)) {
            AtomicFile.sweep(former);
            try (var files = Files.newDirectoryStream(former, "*.cer")) {
                for (var file : files) {
                    issuers.add(readIssuer(file));
                }
            }
        }
        return List.copyOf(issuers);
    }

    private static X509Certificate readIssuer(Path file) throws IOException {
        try {
            return Certificates.parse(Files.readAllBytes(file));
        } catch (CertificateException e) {
            throw new IOException(
                    "The former CAPF certificate " + file
                            + " is damaged. Restore it from a backup; without it the phones"
                            + " whose LSC it issued must be enrolled again, then the file may be deleted.",
                    e);
        }
    }
}
