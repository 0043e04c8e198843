package org.keyline.lab.trust;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Optional;
import org.keyline.lab.files.Octets;

/**
 * The header that trust lists and signed files share.
 *
 * @param major first byte of the header version: 1 for lists and signed files, 2 for encrypted ones
 * @param minor second byte
 * @param length offset of what follows the header
 * @param signerVersion element 28, where present
 * @param signerName subject of the signing certificate
 * @param signer its serial number and issuer
 * @param digest the digest of the signature
 * @param signatureAt offset of the signature element, which is left out of what is signed
 * @param signature the signature itself
 * @param fileName the name the file is bound to
 * @param created time of creation
 * @param encryption present in an encrypted file
 */
public record SignedHeader(
        int major,
        int minor,
        int length,
        Optional<Integer> signerVersion,
        String signerName,
        Signer signer,
        Digest digest,
        int signatureAt,
        Octets signature,
        String fileName,
        Instant created,
        Optional<Encryption> encryption) {

    /** Reads the header at the beginning of a file. */
    public static SignedHeader read(Octets file) throws MalformedFile {
        return new HeaderReader(file).read();
    }

    /** Whether the signature over {@code file}, whose header this is, was made with that key. */
    public boolean isSignedBy(PublicKey key, Octets file) {
        var signed = file.slice(0, signatureAt).plus(file.from(signatureAt + Tlv.PREFIX + signature.length()));
        try {
            var check = Signature.getInstance(digest.signature());
            check.initVerify(key);
            check.update(signed.toArray());
            return check.verify(signature.toArray());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
