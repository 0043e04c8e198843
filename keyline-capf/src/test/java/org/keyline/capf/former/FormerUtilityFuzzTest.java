package org.keyline.capf.former;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as a file of the former utility are read or named as unread, and nothing else happens. */
class FormerUtilityFuzzTest {
    @TempDir
    static Path folder;

    @FuzzTest
    void any_file_is_read_or_named(FuzzedDataProvider data) throws IOException {
        var name = data.pickValue(new String[] {"CAPF.phone", "CAPF.config", "old.0"});
        for (var other : new String[] {"CAPF.phone", "CAPF.config", "old.0"}) {
            Files.deleteIfExists(folder.resolve(other));
        }
        Files.write(folder.resolve(name), data.consumeRemainingAsBytes());
        var _ = FormerUtility.read(folder);
    }
}
