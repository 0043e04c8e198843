package org.keyline.trust.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import org.keyline.trust.inventory.CertificateView.View;

/** Any bytes brought as a certificate file are certificates that can be shown, or a described refusal. */
class CertificateFileFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void any_file_is_read_or_refused(byte[] content) {
        switch (CertificateFile.read("file", content)) {
            case Outcome.Done<?>(var _) ->
                CertificateInventoryTest.done(CertificateFile.read("file", content))
                        .forEach(found -> assertThat(CertificateView.text(found, View.ALL))
                                .isNotEmpty());
            case Outcome.Refused<?>(var problem) ->
                assertThat(problem.text(Locale.ENGLISH)).isNotEmpty();
        }
    }
}
