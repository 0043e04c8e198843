package org.keyline.trust.tlv;

import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.SerialNumbers;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;

/**
 * A header before it is signed.
 *
 * @param version header tag 1
 * @param signerVersion header tag 28, left out when empty
 * @param digest the digest of the signature
 * @param fileName header tag 14, exactly as the phone asks for it
 * @param created header tag 15, in whole seconds from 1970 to 2106
 * @param encryption the elements of an encrypted file, left out when empty
 */
public record HeaderDraft(
        FormatVersion version,
        Optional<FormatVersion> signerVersion,
        SignatureDigest digest,
        String fileName,
        Instant created,
        Optional<EncryptionInfo> encryption) {
    private static final int ALIGNMENT = 4;
    private static final int LENGTH_OFFSET = 8;

    /**
     * The complete file: this header signed by {@code signer}, and {@code content} after it.
     *
     * <p>The signature covers the whole file without element 12; the header's length counts it.
     *
     * @throws SigningException when the signer cannot sign, or has no RSA key of 512, 1024, 2048 or 4096 bits
     */
    public byte[] sign(Signer signer, byte[] content) throws SigningException {
        var modulusLength = modulusLength(signer.certificate());
        var before = beforeSignature(signer.certificate(), ModulusCode.of(modulusLength));
        var after = afterSignature();
        var signatureElement = 3 + modulusLength;
        while ((before.size() + signatureElement + after.size()) % ALIGNMENT != 0) {
            after.bare(HeaderTag.PADDING);
        }
        var front = withLength(before.toByteArray(), before.size() + signatureElement + after.size());
        var back = after.toByteArray();
        var signature = signer.sign(digest, join(front, back, content));
        return join(
                front, new TlvWriter().octets(HeaderTag.SIGNATURE, signature).toByteArray(), back, content);
    }

    private TlvWriter beforeSignature(X509Certificate certificate, int modulusCode) {
        var writer = new TlvWriter().u16(HeaderTag.VERSION, version.number()).u16(HeaderTag.HEADER_LENGTH, 0);
        signerVersion.ifPresent(number -> writer.u16(HeaderTag.SIGNER_VERSION, number.number()));
        var name = new TlvWriter()
                .text(HeaderTag.SIGNER_NAME, DistinguishedNameText.subject(certificate))
                .octets(HeaderTag.SERIAL_NUMBER, SerialNumbers.magnitude(certificate.getSerialNumber()))
                .text(HeaderTag.ISSUER_NAME, DistinguishedNameText.issuer(certificate));
        var algorithm = new TlvWriter()
                .u8(HeaderTag.SIGNATURE_ALGORITHM, HeaderTag.RSA)
                .u8(HeaderTag.MODULUS_CODE, modulusCode);
        var signatureInfo =
                new TlvWriter().u8(HeaderTag.DIGEST, digest.code()).container(HeaderTag.ALGORITHM_INFO, algorithm);
        return writer.container(HeaderTag.SIGNER_INFO, name).container(HeaderTag.SIGNATURE_INFO, signatureInfo);
    }

    private TlvWriter afterSignature() {
        var writer =
                new TlvWriter().text(HeaderTag.FILE_NAME, fileName).u32(HeaderTag.TIMESTAMP, created.getEpochSecond());
        encryption.ifPresent(info -> info.write(writer));
        return writer;
    }

    private static int modulusLength(X509Certificate certificate) throws SigningException {
        if (certificate.getPublicKey() instanceof RSAPublicKey key && ModulusCode.isDefined(key)) {
            return key.getModulus().bitLength() / 8;
        }
        throw new SigningException(
                "Lists and files for phones are signed with an RSA key of 512, 1024, 2048 or 4096 bits; "
                        + DistinguishedNameText.subject(certificate) + " has another key");
    }

    private static byte[] withLength(byte[] header, int length) {
        header[LENGTH_OFFSET] = (byte) (length >>> 8);
        header[LENGTH_OFFSET + 1] = (byte) length;
        return header;
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
