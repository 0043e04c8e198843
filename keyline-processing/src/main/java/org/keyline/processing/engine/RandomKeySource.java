package org.keyline.processing.engine;

import java.security.SecureRandom;
import java.util.Arrays;
import org.keyline.callcontrol.security.KeySource;
import org.keyline.callcontrol.station.MediaKey;

/**
 * Makes media keys from the system's secure random numbers (spec OV-63, OV-65). Each thread draws many at a time, since
 * a draw costs far more than a key; bytes are overwritten as they are handed out.
 */
public final class RandomKeySource implements KeySource {
    private static final int KEY = 16;
    private static final int SALT = 14;
    private static final int KEYS_A_DRAW = 32;

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<Draw> draws = ThreadLocal.withInitial(Draw::new);

    @Override
    public MediaKey next() {
        return draws.get().next(random);
    }

    private static final class Draw {
        private final byte[] bytes = new byte[(KEY + SALT) * KEYS_A_DRAW];
        private int used = bytes.length;

        MediaKey next(SecureRandom random) {
            if (used == bytes.length) {
                random.nextBytes(bytes);
                used = 0;
            }
            var key = take(KEY);
            var salt = take(SALT);
            var made = new MediaKey(key, salt);
            Arrays.fill(key, (byte) 0);
            Arrays.fill(salt, (byte) 0);
            return made;
        }

        private byte[] take(int count) {
            var taken = Arrays.copyOfRange(bytes, used, used + count);
            Arrays.fill(bytes, used, used + count, (byte) 0);
            used += count;
            return taken;
        }
    }
}
