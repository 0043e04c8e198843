package org.keyline.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class MixerTest {
    /** One sample is as good as 160: they do not meet. */
    @Property
    void each_hears_the_others_and_not_himself(@ForAll @Size(min = 1, max = 12) List<Short> voices) {
        var mixer = mixed(voices);
        int sum = voices.stream().mapToInt(Short::intValue).sum();
        for (var voice : voices) {
            var heard = new short[1];
            mixer.without(new short[] {voice}, heard);
            assertThat(heard[0]).isEqualTo(limited(sum - voice));
        }
    }

    @Property
    void who_is_silent_hears_all_and_loud_voices_stop_at_the_limit(@ForAll @Size(max = 12) List<Short> voices) {
        var heard = new short[1];
        mixed(voices).all(heard);
        assertThat(heard[0])
                .isEqualTo(limited(voices.stream().mapToInt(Short::intValue).sum()));
    }

    private static Mixer mixed(List<Short> voices) {
        var mixer = new Mixer(1);
        mixer.clear();
        voices.forEach(voice -> mixer.add(new short[] {voice}));
        return mixer;
    }

    private static short limited(int value) {
        return value > 32767 ? 32767 : value < -32768 ? -32768 : (short) value;
    }
}
