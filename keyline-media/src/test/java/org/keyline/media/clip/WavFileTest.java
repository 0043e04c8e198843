package org.keyline.media.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.model.media.AudioCodec;

class WavFileTest {
    @ParameterizedTest
    @CsvSource({"8000, 1", "16000, 1", "8000, 2", "16000, 2"})
    void linear_sound_of_both_rates_mono_and_stereo_is_read(int rate, int channels) throws Exception {
        var recording = WavFile.read(Wav.tone(400, rate, channels, 500));
        assertThat(recording.length()).isEqualTo(4000);
    }

    @Test
    void octets_of_a_law_come_through_as_they_are() throws Exception {
        var data = new byte[1600];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) i;
        }
        var recording = WavFile.read(Wav.file(6, 1, 8000, 8, data));
        var played = new byte[data.length];
        recording.copyLooped(AudioCodec.G711_ALAW, 0, played, 0, played.length);
        assertThat(played).isEqualTo(data);

        var around = new byte[200];
        recording.copyLooped(AudioCodec.G711_ALAW, 1600L * 1_000_000 + 1500, around, 0, around.length);
        assertThat(Arrays.copyOf(around, 100)).isEqualTo(Arrays.copyOfRange(data, 1500, 1600));
        assertThat(Arrays.copyOfRange(around, 100, 200)).isEqualTo(Arrays.copyOf(data, 100));
    }

    @Test
    void what_cannot_be_played_is_told() {
        var second = new byte[88_200];
        refused(new byte[0], "does not begin");
        refused("RIFFxxxxWAVE".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "no part 'fmt'");
        refused(Wav.file(1, 1, 44_100, 16, second), "44100 samples");
        refused(Wav.file(1, 6, 8000, 16, second), "6 channels");
        refused(Wav.file(85, 1, 8000, 16, second), "number 85");
        refused(Wav.file(1, 1, 8000, 24, second), "24 bits");
        refused(Wav.file(7, 1, 8000, 8, new byte[10]), "tenth of a second");
        refused(Arrays.copyOf(Wav.tone(400, 8000, 1, 500), 40), "no part 'data'");
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> WavFile.read(file))
                .isInstanceOf(BadRecording.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_bad_file_does_not_keep_the_others_from_the_shelf(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("good.wav"), Wav.tone(400, 8000, 1, 200));
        Files.write(directory.resolve("bad.wav"), new byte[100]);
        Files.write(directory.resolve("notes.txt"), new byte[100]);
        var shelf = new Shelf(directory);

        assertThat(shelf.refresh()).isTrue();
        assertThat(shelf.all()).containsOnlyKeys("good");
        assertThat(shelf.refresh()).as("again").isFalse();

        Files.write(directory.resolve("bad.wav"), Wav.tone(400, 8000, 1, 200));
        Files.delete(directory.resolve("good.wav"));
        assertThat(shelf.refresh()).isTrue();
        assertThat(shelf.all()).containsOnlyKeys("bad");
    }
}
