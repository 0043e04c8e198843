package org.keyline.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {
    /** Values of the tables in G.711: zero, the ends, and the first of a segment. */
    @ParameterizedTest
    @CsvSource({
        "MU_LAW, 0, 255", "MU_LAW, -1, 127", "MU_LAW, 32767, 128", "MU_LAW, -32768, 0", "MU_LAW, 132, 239",
        "A_LAW, 0, 213", "A_LAW, -1, 85", "A_LAW, 32767, 170", "A_LAW, -32768, 42", "A_LAW, 1024, 229"
    })
    void known_samples_have_known_codes(G711 law, short sample, int code) {
        assertThat(G711Table.of(law).compress(sample) & 0xFF).isEqualTo(code);
    }

    /** The one code for minus zero of µ-law comes back as zero. */
    @ParameterizedTest
    @EnumSource
    void every_code_survives_expanding_and_compressing(G711 law) {
        var table = G711Table.of(law);
        for (int code = 0; code < 256; code++) {
            int back = table.compress(table.expand((byte) code)) & 0xFF;
            assertThat(back == code || table.expand((byte) back) == table.expand((byte) code))
                    .as("code %d", code)
                    .isTrue();
        }
    }

    /** The step of a segment is a sixteenth of its width, so no sample is farther from its code than a twenty-sixth. */
    @ParameterizedTest
    @EnumSource
    void every_sample_comes_back_nearly_the_same(G711 law) {
        var table = G711Table.of(law);
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int back = table.expand(table.compress((short) sample));
            assertThat(Math.abs(back - sample))
                    .as("sample %d", sample)
                    .isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 26));
        }
    }

    @Test
    void a_tone_keeps_its_height_from_one_rate_to_the_other_and_back() {
        var tone = new short[1600];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (10_000 * Math.sin(2 * Math.PI * 1000 * i / 8000));
        }
        var wide = new short[2 * tone.length];
        var narrow = new short[tone.length];
        new Resampler().up(tone, wide, tone.length);
        new Resampler().down(wide, narrow, wide.length);

        assertThat(energy(wide, 200)).isBetween(0.97 * energy(tone, 100), 1.03 * energy(tone, 100));
        assertThat(energy(narrow, 100)).isBetween(0.97 * energy(tone, 100), 1.03 * energy(tone, 100));
    }

    @Test
    void what_8_kilohertz_cannot_carry_is_left_out() {
        var tone = new short[3200];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (10_000 * Math.sin(2 * Math.PI * 6000 * i / 16000));
        }
        var narrow = new short[tone.length / 2];
        new Resampler().down(tone, narrow, tone.length);

        assertThat(energy(narrow, 100)).isLessThan(energy(tone, 100) / 100);
    }

    private static double energy(short[] samples, int from) {
        double sum = 0;
        for (int i = from; i < samples.length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (samples.length - from));
    }
}
