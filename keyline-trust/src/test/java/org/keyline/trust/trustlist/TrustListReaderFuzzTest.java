package org.keyline.trust.trustlist;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.tlv.MalformedFileException;

/** Any bytes are a trust list or a described error. */
class TrustListReaderFuzzTest {
    static List<byte[]> seeds() {
        return List.of(Sheet.file("CTLFile.tlv"), new byte[0]);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void any_bytes_are_a_list_or_malformed(byte[] bytes) {
        try {
            TrustListReader.read(bytes).integrity();
        } catch (MalformedFileException described) {
            require(described);
        }
    }

    private static void require(MalformedFileException described) {
        if (described.getMessage() == null) {
            throw new AssertionError("A malformed file needs a description", described);
        }
    }
}
