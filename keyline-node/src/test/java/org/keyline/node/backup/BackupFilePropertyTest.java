package org.keyline.node.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Any bytes inside the seal are a backup, or a described error. */
class BackupFilePropertyTest {
    private static final byte[] GOOD = Crafted.plain()
            .with("tftp/x", new byte[] {1, 2, 3})
            .with("certificates/capf.pem", new byte[10])
            .bytes();

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void bytes_changed_anywhere_are_a_backup_or_refused_with_a_reason(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) throws IOException {
        var random = new Random(seed);
        var bytes = GOOD.clone();
        for (int change = 0; change < changes; change++) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : '\t');
        }
        isReadOrRefused(bytes);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void any_bytes_at_all_are_refused_with_a_reason(@ForAll byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    private static void isReadOrRefused(byte[] bytes) throws IOException {
        try (var backup = Crafted.opened(bytes)) {
            backup.verify(Progress.UNSEEN);
        } catch (BackupException described) {
            assertThat(described.reason()).isNotNull();
        }
    }
}
