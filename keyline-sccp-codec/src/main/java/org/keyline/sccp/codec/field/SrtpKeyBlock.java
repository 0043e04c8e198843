package org.keyline.sccp.codec.field;

import java.security.MessageDigest;
import java.util.Arrays;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * The SRTP key of one stream in one direction. {@link #toString} tells lengths only; the content goes nowhere but into
 * a message over TLS.
 *
 * <pre>
 *  0 algorithm u32 | 4 key length u16 | 6 salt length u16 | 8 key 16 bytes | 24 salt 16 bytes
 * 40 MKI present u32 | 44 key derivation rate u32            (from version 8 on: 48 bytes, before: 40)
 * </pre>
 */
public final class SrtpKeyBlock {
    /** Bytes a key or a salt has room for. */
    public static final int FIELD = 16;

    /** No encryption. */
    public static final SrtpKeyBlock NONE = new SrtpKeyBlock(SrtpAlgorithm.NONE, new byte[0], new byte[0]);

    private static final int SHORT_FORM = 40;

    private final SrtpAlgorithm algorithm;
    private final byte[] key;
    private final byte[] salt;

    private SrtpKeyBlock(SrtpAlgorithm algorithm, byte[] key, byte[] salt) {
        this.algorithm = algorithm;
        this.key = key;
        this.salt = salt;
    }

    /**
     * A block with copies of this key and salt.
     *
     * @throws IllegalArgumentException if one of them does not fit its 16-byte field
     */
    public static SrtpKeyBlock of(SrtpAlgorithm algorithm, byte[] key, byte[] salt) {
        if (key.length > FIELD || salt.length > FIELD) {
            throw new IllegalArgumentException("Key and salt have room for 16 bytes each");
        }
        return new SrtpKeyBlock(algorithm, key.clone(), salt.clone());
    }

    /** Reads the form of the negotiated version; a body that ends before it has no encryption. */
    public static SrtpKeyBlock read(SccpReader in) {
        if (in.remaining() < SHORT_FORM) {
            in.skip(SHORT_FORM);
            return NONE;
        }
        int algorithm = in.u32();
        int keyLength = Math.min(in.u16(), FIELD);
        int saltLength = Math.min(in.u16(), FIELD);
        if (algorithm == 0 && keyLength == 0 && saltLength == 0) {
            in.skip(2 * FIELD + tail(in.atLeast(8)));
            return NONE;
        }
        var block = new SrtpKeyBlock(SrtpAlgorithm.of(algorithm), field(in, keyLength), field(in, saltLength));
        in.skip(tail(in.atLeast(8)));
        return block;
    }

    /** Writes the form of the negotiated version: 40 bytes before version 8, 48 from then on. */
    public void write(SccpWriter out) {
        out.u32(algorithm.number()).u16(key.length).u16(salt.length);
        out.bytes(key).zeros(FIELD - key.length).bytes(salt).zeros(FIELD - salt.length);
        out.zeros(tail(out.atLeast(8)));
    }

    /** How the media is encrypted. */
    public SrtpAlgorithm algorithm() {
        return algorithm;
    }

    /** Whether there is a key at all. */
    public boolean isEncrypted() {
        return algorithm.number() != 0;
    }

    /** A copy of the master key; the caller wipes it. */
    public byte[] key() {
        return key.clone();
    }

    /** A copy of the master salt; the caller wipes it. */
    public byte[] salt() {
        return salt.clone();
    }

    /** Overwrites the content, when the message is written that carried it. */
    public void wipe() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(salt, (byte) 0);
    }

    private static byte[] field(SccpReader in, int used) {
        var content = new byte[used];
        in.bytes(content);
        in.skip(FIELD - used);
        return content;
    }

    /** MKI flag and key derivation rate, which older forms lack and nobody uses. */
    private static int tail(boolean longForm) {
        return longForm ? 8 : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SrtpKeyBlock block
                && algorithm.equals(block.algorithm)
                && MessageDigest.isEqual(key, block.key)
                && MessageDigest.isEqual(salt, block.salt);
    }

    @Override
    public int hashCode() {
        return algorithm.hashCode() * 31 + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return isEncrypted()
                ? algorithm + ", key " + key.length + " bytes, salt " + salt.length + " bytes"
                : algorithm.toString();
    }
}
