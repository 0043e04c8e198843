package org.keyline.trust.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MediaKeysTest {
    @Test
    void keys_are_fresh_on_every_thread() {
        Set<String> seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 10_000).parallel().forEach(i -> {
            var keys = MediaKeys.random();
            assertThat(keys.key()).hasSize(16);
            assertThat(keys.salt()).hasSize(14);
            assertThat(seen.add(HexFormat.of().formatHex(keys.key()))).isTrue();
        });

        assertThat(seen).hasSize(10_000);
    }

    @Test
    void keys_are_not_shown_and_can_be_wiped() {
        var keys = MediaKeys.random();
        assertThat(keys).isNotEqualTo(MediaKeys.random()).hasToString("MediaKeys[(hidden)]");

        keys.wipe();

        assertThat(keys.key()).containsOnly(0);
        assertThat(keys.salt()).containsOnly(0);
    }
}
