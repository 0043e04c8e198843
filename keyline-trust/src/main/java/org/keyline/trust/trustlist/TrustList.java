package org.keyline.trust.trustlist;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.tlv.SignedHeader;

/**
 * A trust list: who signed it, and which certificates it names for what.
 *
 * @param header the signed header
 * @param records the records in the order of the file
 * @param encoded the whole file
 */
public record TrustList(SignedHeader header, List<TrustListRecord> records, Octets encoded) {
    /** Whether a list is what its signer made. */
    public sealed interface Integrity {
        /**
         * The signature is good.
         *
         * @param signer the SAST record whose key made it
         */
        record Intact(TrustListRecord signer) implements Integrity {}

        /**
         * The list must not be used.
         *
         * @param reason what is wrong, for a log
         */
        record Broken(String reason) implements Integrity {}
    }

    /** The file as it is served to phones. */
    public byte[] bytes() {
        return encoded.bytes();
    }

    /** The records with {@code role}. */
    public Stream<TrustListRecord> with(Role role) {
        return records.stream().filter(record -> record.role().equals(role));
    }

    /** Whether a phone with this list asks for signed files: some record may sign files and has a certificate. */
    public boolean wantsSignedFiles() {
        return records.stream().anyMatch(record -> record.role().signsFiles() && record.hasCertificate());
    }

    /**
     * Checks the signature with the signer's certificate in the list itself. That proves integrity only; trust comes
     * from {@link #isSignedBy} with a certificate trusted already.
     */
    public Integrity integrity() {
        try {
            var signer = signer();
            if (signer.isEmpty()) {
                return new Integrity.Broken("The list has no SAST record for its signer");
            }
            var certificate = signer.get().x509();
            return certificate.isPresent() && isSignedBy(certificate.get())
                    ? new Integrity.Intact(signer.get())
                    : new Integrity.Broken("The signature of the list does not fit its content");
        } catch (MalformedFileException e) {
            return new Integrity.Broken(String.valueOf(e.getMessage()));
        }
    }

    /** Whether {@code certificate} is the one the header names and its key signed exactly this file. */
    public boolean isSignedBy(X509Certificate certificate) {
        return header.isSignedBy(certificate, encoded.bytes());
    }

    /** The SAST record with the serial number and issuer of the header. */
    public Optional<TrustListRecord> signer() {
        return with(Role.SAST)
                .filter(record -> record.serial().equals(header.serial()))
                .filter(record -> record.issuerName().equals(header.issuerName()))
                .findFirst();
    }
}
