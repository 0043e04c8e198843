package org.keyline.trust.sealed;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.keyline.trust.secret.Secret;

/**
 * What it costs to make a key of a passphrase with Argon2id (RFC 9106), for its owner once and for who guesses each
 * time.
 *
 * @param memoryKib memory in KiB, 8 for each lane at least
 * @param passes how often that memory is gone over
 * @param lanes how many parts of it may be worked on at once
 */
public record DerivationCost(int memoryKib, int passes, int lanes) {
    /** The second recommendation of RFC 9106 section 4: 64 MiB, 3 passes, 4 lanes; about a second. */
    public static final DerivationCost STANDARD = new DerivationCost(64 * 1024, 3, 4);

    /** What a file may ask for at most: no file shall keep a server busy. */
    static final DerivationCost MOST = new DerivationCost(256 * 1024, 8, 8);

    private static final int KIB_PER_LANE = 8;

    boolean isWithin(DerivationCost most) {
        return passes >= 1
                && passes <= most.passes
                && lanes >= 1
                && lanes <= most.lanes
                && memoryKib >= KIB_PER_LANE * lanes
                && memoryKib <= most.memoryKib;
    }

    /** {@code length} bytes that nobody finds without the passphrase; the caller wipes them. */
    byte[] derive(Secret passphrase, byte[] salt, int length) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var derived = new byte[length];
        var typed = passphrase.utf8();
        try {
            argon2.generateBytes(typed, derived);
            return derived;
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }
}
