package org.keyline.trust.signedfile;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.tlv.EncryptionInfo;
import org.keyline.trust.tlv.FormatVersion;
import org.keyline.trust.tlv.HeaderDraft;
import org.keyline.trust.tlv.Octets;

/**
 * Makes {@code .enc.sgn} files: a configuration that only one phone can read. Every file has a fresh key and initial
 * vector.
 *
 * @param signer the certificate with role CCM+TFTP or TFTP in the phones' trust lists
 * @param digest SHA-1, or SHA-512 when all phones know it; for the signature and the plaintext's digest
 */
public record EncryptedFileWriter(Signer signer, SignatureDigest digest) {
    /** Carriage returns, whose count stands in the header: the vendor's padding, not that of PKCS #7. */
    private static final byte PADDING = 0x0d;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * The bytes to serve.
     *
     * @param fileName exactly what the phone asks for, {@code .enc.sgn} included
     * @param phoneKey the public key of the phone's LSC, or of its MIC when it has no LSC
     * @throws SigningException when the signer cannot sign, or the phone's key is no RSA key (such phones cannot use
     *     encrypted files)
     */
    public byte[] write(String fileName, byte[] plaintext, PublicKey phoneKey, Instant created)
            throws SigningException {
        return write(fileName, plaintext, phoneKey, created, ContentKey.random());
    }

    byte[] write(String fileName, byte[] plaintext, PublicKey phoneKey, Instant created, ContentKey key)
            throws SigningException {
        if (!(phoneKey instanceof RSAPublicKey)) {
            throw new SigningException("Configuration can only be encrypted for a phone with an RSA key");
        }
        try {
            var padded = pad(plaintext);
            var info = new EncryptionInfo(
                    Octets.of(key.iv()),
                    padded.length - plaintext.length,
                    Octets.of(wrap(key, phoneKey)),
                    digest,
                    Octets.of(digest.of(plaintext)));
            return new HeaderDraft(FormatVersion.V2_0, Optional.empty(), digest, fileName, created, Optional.of(info))
                    .sign(signer, encrypt(key, padded));
        } catch (GeneralSecurityException e) {
            throw new SigningException("The configuration file " + fileName + " cannot be encrypted", e);
        }
    }

    private static byte[] pad(byte[] plaintext) {
        var padCount = EncryptionInfo.BLOCK - plaintext.length % EncryptionInfo.BLOCK;
        var padded = Arrays.copyOf(plaintext, plaintext.length + padCount);
        Arrays.fill(padded, plaintext.length, padded.length, PADDING);
        return padded;
    }

    private static byte[] wrap(ContentKey key, PublicKey phoneKey) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, phoneKey);
        return cipher.doFinal(key.key());
    }

    private static byte[] encrypt(ContentKey key, byte[] padded) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.key(), "AES"), new IvParameterSpec(key.iv()));
        return cipher.doFinal(padded);
    }

    /** The AES key and initial vector of one file. */
    static final class ContentKey {
        private final byte[] key;
        private final byte[] iv;

        ContentKey(byte[] key, byte[] iv) {
            this.key = key;
            this.iv = iv;
        }

        static ContentKey random() {
            var key = new byte[16];
            var iv = new byte[EncryptionInfo.BLOCK];
            RANDOM.nextBytes(key);
            RANDOM.nextBytes(iv);
            return new ContentKey(key, iv);
        }

        byte[] key() {
            return key;
        }

        byte[] iv() {
            return iv;
        }
    }
}
