package org.keyline.lab.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyline.lab.files.Octets;

/**
 * A CTL or ITL file: who may sign, signal, serve files and issue certificates.
 *
 * @param file the file as it came, kept to compare the next one byte for byte
 * @param header its header
 * @param records its records in order
 */
public record TrustList(Octets file, SignedHeader header, List<TrustRecord> records) {
    /** Reads and checks a file; a list without a record for its own signer is malformed. */
    public static TrustList read(Octets file) throws MalformedFile {
        var list = TrustListReader.read(file);
        if (list.signerRecord(list.header.signer()).isEmpty()) {
            throw new MalformedFile("no role 0 record for the signer of the list");
        }
        return list;
    }

    /** The role 0 record with that serial number and issuer, if any. */
    public Optional<TrustRecord> signerRecord(Signer signer) {
        return first(record -> record.role() == Role.SAST && record.identity().equals(signer));
    }

    /** Whether the list is signed by the certificate it names: this shows integrity, not trust. */
    public boolean isIntact() {
        return signerRecord(header.signer())
                .filter(record -> header.isSignedBy(record.key(), file))
                .isPresent();
    }

    /** Whether that certificate is in the list with a fitting role. */
    public boolean trusts(X509Certificate certificate, Predicate<Role> role) {
        return first(record -> role.test(record.role()) && record.isOf(certificate))
                .isPresent();
    }

    /** The first record that fits. */
    public Optional<TrustRecord> first(Predicate<TrustRecord> fits) {
        return records.stream().filter(fits).findFirst();
    }
}
