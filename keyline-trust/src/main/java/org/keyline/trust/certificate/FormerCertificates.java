package org.keyline.trust.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.keyline.trust.storage.AtomicFile;

/**
 * The certificates a node had before, without their keys: one directory {@code former-<purpose>} each, one DER file for
 * each certificate, named by its serial number.
 *
 * @param directory the directory of the node's certificates
 */
record FormerCertificates(Path directory) {
    /** Those that were kept for {@code purpose}. */
    List<X509Certificate> read(CertificatePurpose purpose) throws IOException {
        var former = place(purpose);
        var certificates = new ArrayList<X509Certificate>();
        if (Files.isDirectory(former)) {
            AtomicFile.sweep(former);
            try (var files = Files.newDirectoryStream(former, "*.cer")) {
                for (var file : files) {
                    certificates.add(read(purpose, file));
                }
            }
        }
        return List.copyOf(certificates);
    }

    /** Keeps a certificate that is about to be replaced. */
    void keep(CertificatePurpose purpose, X509Certificate certificate) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(place(purpose));
        AtomicFile.write(file(purpose, certificate), Certificates.der(certificate), AtomicFile.Access.READ_ONLY);
    }

    /** Forgets a certificate; whether it was there. */
    boolean forget(CertificatePurpose purpose, X509Certificate certificate) throws IOException {
        return Files.deleteIfExists(file(purpose, certificate));
    }

    private Path place(CertificatePurpose purpose) {
        return directory.resolve("former-" + purpose.name().toLowerCase(Locale.ROOT));
    }

    private Path file(CertificatePurpose purpose, X509Certificate certificate) {
        var serial = HexFormat.of().formatHex(SerialNumbers.magnitude(certificate.getSerialNumber()));
        return place(purpose).resolve(serial + ".cer");
    }

    private static X509Certificate read(CertificatePurpose purpose, Path file) throws IOException {
        try {
            return Certificates.parse(Files.readAllBytes(file));
        } catch (CertificateException e) {
            throw new IOException(
                    "The former " + purpose.unit() + " certificate " + file + " is damaged. Restore it from a backup; "
                            + without(purpose),
                    e);
        }
    }

    private static String without(CertificatePurpose purpose) {
        return purpose == CertificatePurpose.CAPF
                ? "without it the phones whose LSC it issued must be enrolled again, then the file may be deleted."
                : "when no phone holds a trust list with it any more, the file may be deleted.";
    }
}
