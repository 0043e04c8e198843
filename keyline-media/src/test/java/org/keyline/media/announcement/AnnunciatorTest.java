package org.keyline.media.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.model.media.AudioCodec.G711_ALAW;
import static org.keyline.model.media.AudioCodec.G711_ULAW;
import static org.keyline.model.media.AudioCodec.G722;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.media.clip.Wav;
import org.keyline.media.phone.Await;
import org.keyline.media.phone.TestPhone;
import org.keyline.media.stream.MediaSettings;
import org.keyline.media.stream.MediaThreads;
import org.keyline.model.media.AudioCodec;

class AnnunciatorTest {
    private final MediaThreads threads = MediaThreads.start(MediaSettings.on(InetAddress.getLoopbackAddress()), 1);
    private final AtomicInteger finished = new AtomicInteger();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void a_dial_tone_sounds_until_the_port_is_closed_and_japan_has_its_own() {
        var annunciator = annunciator();
        try (var alice = new TestPhone(G711_ULAW);
                var hanako = TestPhone.encrypted(G722, 21)) {
            alice.connect(tone(annunciator, Tone.DIAL, Locale.ENGLISH));
            hanako.connect(tone(annunciator, Tone.DIAL, Locale.JAPANESE));
            Await.until("dial tone", () -> alice.level(350) > 0.3 && alice.level(440) > 0.3);
            Await.until("Japan's dial tone", () -> hanako.level(400) > 0.3);
            assertThat(alice.level(400)).isLessThan(0.1);
        }
        assertThat(finished).hasValue(0);
    }

    private org.keyline.media.port.MediaPort tone(Annunciator annunciator, Tone tone, Locale locale) {
        return annunciator
                .tone(tone, locale, Repetition.UNTIL_CLOSED, finished::incrementAndGet)
                .orElseThrow();
    }

    @Test
    void an_announcement_is_played_as_often_as_asked_and_its_end_is_told_once() throws Exception {
        Files.createDirectories(directory.resolve("en"));
        Files.write(directory.resolve("en/closed.wav"), Wav.tone(600, 8000, 1, 500));
        try (var alice = new TestPhone(G711_ALAW)) {
            var port = annunciator()
                    .announcement("closed", Locale.ENGLISH, new Repetition(3), finished::incrementAndGet)
                    .orElseThrow();
            alice.connect(port);
            Await.until("the end", () -> finished.get() == 1);
            Await.until("all of it", () -> alice.heard() == 3 * 4000);
            assertThat(alice.level(600)).isGreaterThan(0.9);
        }
    }

    @Test
    void the_callers_language_comes_first_then_english_then_the_tones_of_an_unreachable_number() throws Exception {
        Files.createDirectories(directory.resolve("en"));
        Files.createDirectories(directory.resolve("ja"));
        Files.write(directory.resolve("en/closed.wav"), Wav.tone(600, 8000, 1, 500));
        Files.write(directory.resolve("ja/closed.wav"), Wav.tone(900, 8000, 1, 500));
        Files.write(directory.resolve("en/busy.wav"), Wav.tone(1500, 8000, 1, 500));
        var announcements = new Announcements(directory);

        assertThat(announcements.file("closed", Locale.JAPAN)).isNotEqualTo(announcements.file("closed", Locale.ROOT));
        assertThat(announcements.file("busy", Locale.JAPAN)).isPresent();
        assertThat(announcements.tone(Tone.BUSY, Locale.JAPAN))
                .isEqualTo(announcements.file("busy", Locale.ENGLISH).orElseThrow());
        try (var alice = new TestPhone(G711_ULAW)) {
            var port = new Annunciator(threads, announcements, 1)
                    .announcement("unknown", Locale.ENGLISH, Repetition.UNTIL_CLOSED, () -> {})
                    .orElseThrow();
            alice.connect(port);
            for (int frequency : List.of(950, 1400, 1800)) {
                Await.until("tone " + frequency, () -> alice.level(frequency) > 0.2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_tone_sounds_in_every_codec(Tone tone) {
        var announcements = new Announcements(directory);
        for (var locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            for (var codec : List.of(G711_ULAW, G711_ALAW, G722)) {
                assertThat(loudest(announcements, tone, locale, codec)).isGreaterThan(2000);
            }
        }
    }

    private static int loudest(Announcements announcements, Tone tone, Locale locale, AudioCodec codec) {
        var recording = announcements.tone(tone, locale);
        var octets = new byte[recording.length()];
        recording.copyLooped(codec, 0, octets, 0, octets.length);
        var decoder = org.keyline.media.codec.Codecs.decoder(codec);
        var samples = new short[octets.length * decoder.samplesPerOctet()];
        decoder.decode(octets, 0, samples, 0, octets.length);
        int loudest = 0;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }

    @Test
    void an_announcement_too_many_is_turned_away() {
        var annunciator = annunciator();
        var first = tone(annunciator, Tone.BUSY, Locale.ENGLISH);
        tone(annunciator, Tone.BUSY, Locale.ENGLISH);
        assertThat(annunciator.tone(Tone.BUSY, Locale.ENGLISH, Repetition.ONCE, () -> {}))
                .isEmpty();
        assertThat(annunciator.capacity().outOfResources()).isEqualTo(1);
        first.close();
        Await.until("a free port", () -> annunciator.capacity().available() == 1);
    }

    private Annunciator annunciator() {
        return new Annunciator(threads, new Announcements(directory), 2);
    }
}
