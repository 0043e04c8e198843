package org.keyline.trust.signedfile;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyline.trust.tlv.EncryptionInfo;
import org.keyline.trust.tlv.MalformedFileException;

/** Decrypts {@code .enc.sgn} files, as a phone does. Check the signature first. */
public final class EncryptedFileReader {
    private static final int AES_128_KEY_LENGTH = 16;

    private EncryptedFileReader() {}

    /**
     * The plaintext of {@code file}.
     *
     * @param phoneKey the private key of the certificate that the file was encrypted for
     * @throws MalformedFileException when it is not encrypted, is for another key, or does not decrypt to the content
     *     whose digest it carries
     */
    public static byte[] decrypt(SignedFile file, PrivateKey phoneKey) throws MalformedFileException {
        var info =
                file.header().encryption().orElseThrow(() -> new MalformedFileException("The file is not encrypted"));
        var ciphertext = file.content();
        if (ciphertext.length == 0 || ciphertext.length % EncryptionInfo.BLOCK != 0) {
            throw new MalformedFileException("The ciphertext of " + ciphertext.length + " bytes is not whole blocks");
        }
        var plaintext = decrypt(info, ciphertext, phoneKey);
        if (!MessageDigest.isEqual(
                info.digest().of(plaintext), info.plainDigest().bytes())) {
            throw new MalformedFileException("The decrypted content does not have the digest in the header");
        }
        return plaintext;
    }

    private static byte[] decrypt(EncryptionInfo info, byte[] ciphertext, PrivateKey phoneKey)
            throws MalformedFileException {
        try {
            var unwrap = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            unwrap.init(Cipher.DECRYPT_MODE, phoneKey);
            var key = unwrap.doFinal(info.wrappedKey().bytes());
            if (key.length != AES_128_KEY_LENGTH) {
                throw new MalformedFileException("The wrapped key is not one of AES-128");
            }
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(info.iv().bytes()));
            var padded = cipher.doFinal(ciphertext);
            return Arrays.copyOf(padded, padded.length - info.padCount());
        } catch (GeneralSecurityException e) {
            throw new MalformedFileException("The file is encrypted for another key, or is damaged", e);
        }
    }
}
