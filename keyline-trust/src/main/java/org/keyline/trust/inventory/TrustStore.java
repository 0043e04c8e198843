package org.keyline.trust.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates trusted for one purpose: a directory that only its owner can enter, one DER file each.
 *
 * @param directory made with the first certificate
 */
record TrustStore(Path directory) {
    /** So many certificates at the most. */
    static final int MOST = 200;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]+\\.cer");
    private static final Logger log = LoggerFactory.getLogger(TrustStore.class);

    /** All of them, by subject; a file that is none is left out and logged. */
    List<X509Certificate> list() throws IOException {
        var found = new ArrayList<X509Certificate>();
        if (Files.isDirectory(directory)) {
            AtomicFile.sweep(directory);
            try (var files = Files.newDirectoryStream(directory, "*.cer")) {
                for (var file : files) {
                    // CTL clients bring files of other names into CAPF-trust, and replace them as they like
                    if (NAME.matcher(file.getFileName().toString()).matches()) {
                        read(file, found);
                    }
                }
            }
        }
        found.sort(Comparator.comparing(DistinguishedNameText::subject).thenComparing(CertificateEntry::fingerprint));
        return List.copyOf(found);
    }

    private static void read(Path file, List<X509Certificate> found) throws IOException {
        try {
            found.add(Certificates.parse(Files.readAllBytes(file)));
        } catch (CertificateException damaged) {
            log.atError().addKeyValue("file", file).log("A trusted certificate is damaged and left out");
        }
    }

    void add(X509Certificate certificate) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(directory);
        AtomicFile.write(file(certificate), Certificates.der(certificate), AtomicFile.Access.OWNER_ONLY);
    }

    void remove(X509Certificate certificate) throws IOException {
        Files.deleteIfExists(file(certificate));
    }

    private Path file(X509Certificate certificate) {
        return directory.resolve(CertificateEntry.fingerprint(certificate) + ".cer");
    }
}
