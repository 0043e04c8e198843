package org.keyline.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.tlv.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where CAPF's certificate lies on a server: its own in the directory of its certificates, that of the cluster's CAPF,
 * which CTL clients bring, in {@code CAPF-trust} beneath it. A phone whose LSC a CAPF in this store issued may register
 * (spec SEC-42).
 *
 * @param certificates the directory of the server's certificates
 */
public record CapfTrustStore(Path certificates) {
    /** The name of the directory of brought certificates. */
    public static final String NAME = "CAPF-trust";

    private static final Logger log = LoggerFactory.getLogger(CapfTrustStore.class);
    private static final long LONGEST = 16 * 1024;

    /** The store in the data directory {@code data}. */
    public static CapfTrustStore in(Path data) {
        return new CapfTrustStore(data.resolve("certificates"));
    }

    /** Where brought files are put. */
    public Path directory() {
        return certificates.resolve(NAME);
    }

    /**
     * The files of this server's own CAPF, which works with {@code capf}.
     *
     * @throws ProviderException when one of them is missing or belongs to another certificate (CTL9-40)
     */
    public CapfFiles own(X509Certificate capf) throws ProviderException {
        var expected = CapfFiles.of(capf);
        var der = named("CAPF.cer");
        var pem = certificates.resolve(expected.pemName());
        try {
            var files = new CapfFiles(read(der), expected.pemName(), read(pem));
            if (!files.certificate().equals(capf)) {
                throw new ProviderException(
                        CtlMessage.CAPF_FILES_MISSING, der + " holds another certificate than the one CAPF works with");
            }
            return files;
        } catch (NoSuchFileException missing) {
            throw new ProviderException(CtlMessage.CAPF_FILES_MISSING, der + ", " + pem, missing);
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.GET_CAPF_FILE_ERROR, der + ", " + pem + ": " + e.getMessage(), e);
        }
    }

    /** The file of this name in either case: existing procedures write it both ways. */
    private Path named(String name) {
        var small = certificates.resolve(name.toLowerCase(Locale.ROOT));
        return Files.exists(small) ? small : certificates.resolve(name);
    }

    private static Octets read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is longer than " + LONGEST + " bytes");
        }
        return Octets.of(Files.readAllBytes(file));
    }

    /**
     * Keeps files that a CTL client brought. The PEM file first: should the disk be full then, what {@code capf.cer}
     * says is still whole and complete.
     *
     * @throws IOException when the disk refuses; the old files are then still there, whole
     */
    public void write(CapfFiles files) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(directory());
        AtomicFile.write(directory().resolve(files.pemName()), files.pem().bytes(), AtomicFile.Access.READ_ONLY);
        AtomicFile.write(directory().resolve(CapfFiles.DER_NAME), files.der().bytes(), AtomicFile.Access.READ_ONLY);
    }

    /** The certificates of all CAPFs that CTL clients brought, the present one among them. */
    public List<X509Certificate> brought() {
        var found = new ArrayList<X509Certificate>();
        if (!Files.isDirectory(directory())) {
            return found;
        }
        try (var files = Files.newDirectoryStream(directory(), "*.0")) {
            files.forEach(file -> read(file, found));
        } catch (IOException unreadable) {
            leftOut(directory(), unreadable);
        }
        return List.copyOf(found);
    }

    private static void read(Path file, List<X509Certificate> found) {
        try {
            found.add(Certificates.parse(read(file).bytes()));
        } catch (IOException | CertificateException damaged) {
            leftOut(file, damaged);
        }
    }

    private static void leftOut(Path file, Exception why) {
        log.atError()
                .addKeyValue("file", file)
                .addKeyValue("reason", why.getMessage())
                .log("A CAPF certificate that a CTL client brought is left out");
    }
}
