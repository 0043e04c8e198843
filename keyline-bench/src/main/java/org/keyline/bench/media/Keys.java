package org.keyline.bench.media;

import java.util.Random;
import org.keyline.media.port.StreamKey;

/** Keys that both processes know without telling each other. For measurements only. */
final class Keys {
    private Keys() {}

    /** The key of what a party sends. */
    static StreamKey fromParty(int party) {
        return key(2L * party);
    }

    /** The key of what a party is sent. */
    static StreamKey toParty(int party) {
        return key(2L * party + 1);
    }

    private static StreamKey key(long seed) {
        var chance = new Random(seed);
        var key = new byte[StreamKey.KEY_LENGTH];
        var salt = new byte[StreamKey.SALT_LENGTH];
        chance.nextBytes(key);
        chance.nextBytes(salt);
        return new StreamKey(key, salt);
    }
}
