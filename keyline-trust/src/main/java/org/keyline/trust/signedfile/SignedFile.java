package org.keyline.trust.signedfile;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.tlv.SignedHeader;

/**
 * A signed file as read: header, then content.
 *
 * @param header the signed header
 * @param encoded the whole file
 */
public record SignedFile(SignedHeader header, Octets encoded) {
    /** The content after the header: the plain file of a {@code .sgn}, the ciphertext of an {@code .enc.sgn}. */
    public byte[] content() {
        var bytes = encoded.bytes();
        return Arrays.copyOfRange(bytes, header.length(), bytes.length);
    }

    /** Whether {@code certificate} is the one the header names and its key signed exactly this file. */
    public boolean isSignedBy(X509Certificate certificate) {
        return header.isSignedBy(certificate, encoded.bytes());
    }

    /** Whether the content is encrypted. */
    public boolean isEncrypted() {
        return header.encryption().isPresent();
    }
}
