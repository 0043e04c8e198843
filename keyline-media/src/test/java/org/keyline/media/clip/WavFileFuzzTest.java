package org.keyline.media.clip;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any file is sound or refused with a reason. */
class WavFileFuzzTest {
    @FuzzTest
    void any_file_is_read_or_refused(byte[] file) {
        try {
            assertThat(WavFile.read(file).length()).isPositive();
        } catch (BadRecording expected) {
            assertThat(expected).hasMessageMatching("(?s).{10,}");
        }
    }
}
