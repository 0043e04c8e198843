package org.keyline.tftp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whatever a request's target is, the name in it stays below the root, or there is none. */
class RequestPathFuzzTest {
    private static final Path ROOT = Path.of("/root/of/files");

    @FuzzTest
    void no_target_leads_out_of_the_root(byte[] target) {
        RequestPath.name("/" + new String(target, StandardCharsets.ISO_8859_1))
                .map(name -> ROOT.resolve(name).normalize())
                .ifPresent(file -> assertThat(file.startsWith(ROOT) && !file.equals(ROOT))
                        .as("%s", file)
                        .isTrue());
    }
}
