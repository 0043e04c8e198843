package org.keyline.trust.sealed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a sealed file, or a described error; none makes the reader work without bounds. */
class SealedFileFuzzTest {
    static List<byte[]> seeds() {
        var sealed = Sealing.seal(new byte[1000]);
        return List.of(sealed, Arrays.copyOf(sealed, 60), new byte[0]);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void any_bytes_open_or_are_refused_with_a_reason(byte[] bytes) throws IOException {
        try {
            Sealing.open(bytes);
        } catch (SealedFileException described) {
            if (described.getMessage() == null) {
                throw new AssertionError("A refused file needs a description", described);
            }
        }
    }
}
