package org.keyline.trust.tlv;

import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.SerialNumbers;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;

/**
 * The signed header of a file, as read.
 *
 * @param version header tag 1
 * @param length the header's length, which is the offset of what follows it
 * @param signerVersion header tag 28
 * @param signerName subject of the signing certificate
 * @param serial serial number of the signing certificate, magnitude only
 * @param issuerName issuer of the signing certificate
 * @param digest the digest of the signature
 * @param signatureOffset the offset of element 12, its tag included
 * @param signature the signature
 * @param fileName header tag 14
 * @param created header tag 15
 * @param encryption the elements of an encrypted file
 */
public record SignedHeader(
        FormatVersion version,
        int length,
        Optional<FormatVersion> signerVersion,
        String signerName,
        Octets serial,
        String issuerName,
        SignatureDigest digest,
        int signatureOffset,
        Octets signature,
        String fileName,
        Instant created,
        Optional<EncryptionInfo> encryption) {
    private static final int TAG_AND_LENGTH = 3;

    /**
     * Reads the header at the start of {@code file}.
     *
     * @throws MalformedFileException when it breaks the format
     */
    public static SignedHeader read(byte[] file) throws MalformedFileException {
        return new HeaderReader(file).read();
    }

    /** The bytes that the signature covers: {@code file} without element 12. */
    public byte[] signedBytes(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        var afterSignature = signatureOffset + TAG_AND_LENGTH + signature.length();
        out.write(file, 0, signatureOffset);
        out.write(file, afterSignature, file.length - afterSignature);
        return out.toByteArray();
    }

    /** Whether the signature over {@code file}, of which this is the header, was made by {@code certificate}'s key. */
    public boolean isSignedBy(X509Certificate certificate, byte[] file) {
        return names(certificate) && Signer.verify(certificate, digest, signedBytes(file), signature.bytes());
    }

    /** Whether the header names {@code certificate} (by serial number and issuer) as the signer's. */
    public boolean names(X509Certificate certificate) {
        return serial.equals(Octets.of(SerialNumbers.magnitude(certificate.getSerialNumber())))
                && issuerName.equals(DistinguishedNameText.issuer(certificate));
    }
}
