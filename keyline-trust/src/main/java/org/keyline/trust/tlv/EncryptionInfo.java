package org.keyline.trust.tlv;

import org.keyline.trust.signing.SignatureDigest;

/**
 * The header elements of an encrypted file: how its content was encrypted, and for which key.
 *
 * @param iv the initial vector of AES-128-CBC, 16 bytes
 * @param padCount how many bytes of the plaintext are padding, 1 to 16
 * @param wrappedKey the AES key, encrypted for the phone's RSA key (RSAES-PKCS1-v1_5)
 * @param digest which digest {@code plainDigest} is
 * @param plainDigest the digest of the plaintext before padding
 */
public record EncryptionInfo(Octets iv, int padCount, Octets wrappedKey, SignatureDigest digest, Octets plainDigest) {
    /** AES's block, and the length of the initial vector, in bytes. */
    public static final int BLOCK = 16;

    private static final int AES_CBC = 0;
    private static final int RSA_PKCS1 = 0;
    private static final int AES_128_KEY = 1;

    void write(TlvWriter writer) {
        var vector = new TlvWriter()
                .u8(HeaderTag.CIPHER, AES_CBC)
                .octets(HeaderTag.IV, iv.bytes())
                .u16(HeaderTag.PAD_COUNT, padCount);
        var key = new TlvWriter()
                .u8(HeaderTag.KEY_WRAPPING, RSA_PKCS1)
                .u16(HeaderTag.WRAPPED_KEY_BITS, wrappedKey.length() * 8)
                .u8(HeaderTag.KEY_ALGORITHM, AES_128_KEY)
                .octets(HeaderTag.WRAPPED_KEY, wrappedKey.bytes());
        var info = new TlvWriter().container(HeaderTag.IV_INFO, vector).container(HeaderTag.KEY_INFO, key);
        writer.container(HeaderTag.ENCRYPTION_INFO, info)
                .u8(HeaderTag.PLAIN_DIGEST_TYPE, digest.code())
                .octets(HeaderTag.PLAIN_DIGEST, plainDigest.bytes());
    }
}
