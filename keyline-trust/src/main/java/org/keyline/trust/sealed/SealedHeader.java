package org.keyline.trust.sealed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.keyline.trust.sealed.SealedFileException.Reason;

/**
 * The readable beginning of a sealed file: which version and cost, salt, and the constant part of the nonces
 * (docs/decisions/0011). Nothing of it is secret; {@link SealingKey} notices any change of it.
 */
final class SealedHeader {
    /** Bytes before the check value. */
    static final int LENGTH = 43;

    /** Bytes of the constant part of each nonce. */
    static final int PREFIX = 7;

    /** The plain bytes of a chunk but the last. */
    static final int CHUNK = 1 << 16;

    private static final byte[] MAGIC = "KLSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int ARGON2ID = 1;
    private static final int CHUNK_BITS = Integer.numberOfTrailingZeros(CHUNK);
    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final DerivationCost cost;

    private SealedHeader(byte[] bytes, DerivationCost cost) {
        this.bytes = bytes;
        this.cost = cost;
    }

    /** A header for a new file: salt and nonces are its own. */
    static SealedHeader fresh(DerivationCost cost) {
        var random = new byte[SALT + PREFIX];
        RANDOM.nextBytes(random);
        var bytes = ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put((byte) VERSION)
                .put((byte) ARGON2ID)
                .put((byte) cost.lanes())
                .put((byte) CHUNK_BITS)
                .putInt(cost.memoryKib())
                .putInt(cost.passes())
                .put(random);
        return new SealedHeader(bytes.array(), cost);
    }

    /** Reads the header of a file whose key may not cost more than {@code most}. */
    static SealedHeader read(InputStream in, DerivationCost most) throws IOException {
        var bytes = in.readNBytes(LENGTH);
        if (bytes.length < LENGTH || !MessageDigest.isEqual(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new SealedFileException(Reason.FOREIGN, "It does not begin as a sealed file does");
        }
        return parse(bytes, most);
    }

    private static SealedHeader parse(byte[] bytes, DerivationCost most) throws SealedFileException {
        var fields = ByteBuffer.wrap(bytes).position(MAGIC.length);
        int version = Byte.toUnsignedInt(fields.get());
        int derivation = Byte.toUnsignedInt(fields.get());
        int lanes = Byte.toUnsignedInt(fields.get());
        int chunkBits = Byte.toUnsignedInt(fields.get());
        if (version != VERSION || derivation != ARGON2ID || chunkBits != CHUNK_BITS) {
            throw new SealedFileException(Reason.NEWER, "It is of version " + version + " of the format");
        }
        var cost = new DerivationCost(fields.getInt(), fields.getInt(), lanes);
        if (!cost.isWithin(most)) {
            throw new SealedFileException(Reason.EXCESSIVE, "To make its key would take " + cost);
        }
        return new SealedHeader(bytes, cost);
    }

    DerivationCost cost() {
        return cost;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] salt() {
        return Arrays.copyOfRange(bytes, LENGTH - PREFIX - SALT, LENGTH - PREFIX);
    }

    byte[] noncePrefix() {
        return Arrays.copyOfRange(bytes, LENGTH - PREFIX, LENGTH);
    }
}
