package org.keyline.trust.signedfile;

import java.time.Instant;
import java.util.Optional;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.tlv.FormatVersion;
import org.keyline.trust.tlv.HeaderDraft;

/**
 * Makes {@code .sgn} files.
 *
 * @param signer the certificate with role CCM+TFTP or TFTP in the phones' trust lists
 * @param digest SHA-1, or SHA-512 when all phones know it
 */
public record SignedFileWriter(Signer signer, SignatureDigest digest) {
    /**
     * The bytes to serve: a signed header and {@code content} unchanged.
     *
     * @param fileName exactly what the phone asks for, {@code .sgn} and directories included
     * @throws SigningException when the signer cannot sign
     */
    public byte[] sign(String fileName, byte[] content, Instant created) throws SigningException {
        return new HeaderDraft(FormatVersion.V1_0, Optional.empty(), digest, fileName, created, Optional.empty())
                .sign(signer, content);
    }
}
