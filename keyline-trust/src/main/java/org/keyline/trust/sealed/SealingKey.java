package org.keyline.trust.sealed;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyline.trust.secret.Secret;

/**
 * The key of one sealed file, and its nonces: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) with
 * AES-256-GCM. The nonce of a chunk is the file's prefix, the chunk's number and whether it is the last, so chunks
 * cannot change places and the end cannot be cut off.
 */
final class SealingKey implements AutoCloseable {
    /** Bytes that a chunk grows by. */
    static final int TAG = 16;

    /** Bytes of the check value behind the header. */
    static final int CHECK = 32;

    private static final int KEY = 32;
    private static final int NONCE = SealedHeader.PREFIX + Integer.BYTES + 1;

    private final byte[] key;
    private final byte[] check;
    private final byte[] header;
    private final byte[] prefix;
    private int chunk;

    private SealingKey(byte[] key, byte[] check, SealedHeader header) {
        this.key = key;
        this.check = check;
        this.header = header.bytes();
        this.prefix = header.noncePrefix();
    }

    /** Derives the key; takes about a second by intent. */
    static SealingKey of(Secret passphrase, SealedHeader header) {
        var derived = header.cost().derive(passphrase, header.salt(), 2 * KEY);
        var forCheck = Arrays.copyOfRange(derived, KEY, 2 * KEY);
        try {
            return new SealingKey(Arrays.copyOf(derived, KEY), mac(forCheck, header.bytes()), header);
        } finally {
            Arrays.fill(derived, (byte) 0);
            Arrays.fill(forCheck, (byte) 0);
        }
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no HMAC with SHA-256", e);
        }
    }

    /**
     * The value behind the header, by which a wrong passphrase and a changed header are told from damage further on.
     */
    byte[] check() {
        return check.clone();
    }

    boolean fits(byte[] found) {
        return MessageDigest.isEqual(check, found);
    }

    /** Encrypts the next chunk. */
    byte[] seal(byte[] plain, int length, boolean isLast) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, isLast).doFinal(plain, 0, length);
    }

    /** Decrypts the next chunk; nothing of it comes out before all of it was found unchanged. */
    byte[] open(byte[] sealed, int length, boolean isLast) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, isLast).doFinal(sealed, 0, length);
    }

    private Cipher next(int mode, boolean isLast) throws GeneralSecurityException {
        if (chunk < 0) {
            throw new GeneralSecurityException("More than 2^31 chunks");
        }
        var nonce = ByteBuffer.allocate(NONCE)
                .put(prefix)
                .putInt(chunk++)
                .put((byte) (isLast ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
