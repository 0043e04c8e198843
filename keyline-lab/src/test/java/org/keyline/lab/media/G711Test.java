package org.keyline.lab.media;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class G711Test {
    @Test
    void the_extremes_have_the_codes_of_the_recommendation() {
        assertThat(G711.MU_LAW.compress(0)).isEqualTo(0xFF);
        assertThat(G711.MU_LAW.compress(32767)).isEqualTo(0x80);
        assertThat(G711.MU_LAW.compress(-32768)).isEqualTo(0x00);
        assertThat(G711.MU_LAW.expand(0x80)).isEqualTo(32124);
        assertThat(G711.A_LAW.compress(0)).isEqualTo(0xD5);
        assertThat(G711.A_LAW.compress(32767)).isEqualTo(0xAA);
        assertThat(G711.A_LAW.compress(-32768)).isEqualTo(0x2A);
        assertThat(G711.A_LAW.expand(0xAA)).isEqualTo(32256);
    }

    @Property
    void expanding_and_compressing_a_code_gives_the_code(@ForAll G711 law, @ForAll @IntRange(max = 255) int code) {
        int again = law.compress(law.expand(code));

        // µ-law has two codes for zero.
        assertThat(again).isEqualTo(law == G711.MU_LAW && code == 0x7F ? 0xFF : code);
    }

    @Property
    void the_error_is_at_most_a_thirtieth_of_the_sample(
            @ForAll G711 law, @ForAll @IntRange(min = -32000, max = 32000) int sample) {
        int heard = law.expand(law.compress(sample));

        assertThat(Math.abs(heard - sample)).isLessThanOrEqualTo(16 + Math.abs(sample) / 30);
    }
}
