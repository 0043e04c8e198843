package org.keyline.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Against another's work: {@code sweep.g722} is what FFmpeg 5.1 made of {@code sweep.s16} (a second of a tone from 200
 * Hz to 6.7 kHz with noise, 16 kHz), and {@code sweep-decoded.s16} what it made of that again.
 */
class G722Test {
    @Test
    void octets_are_decoded_as_by_another_decoder() throws IOException {
        var octets = resource("sweep.g722");
        var samples = new short[octets.length * 2];
        new G722Decoder().decode(octets, 0, samples, 0, octets.length);

        assertThat(samples).isEqualTo(samples(resource("sweep-decoded.s16")));
    }

    @Test
    void samples_are_encoded_as_by_another_encoder() throws IOException {
        var samples = samples(resource("sweep.s16"));
        var octets = new byte[samples.length / 2];
        new G722Encoder().encode(samples, 0, octets, 0, octets.length);

        assertThat(octets).isEqualTo(resource("sweep.g722"));
    }

    @Test
    void packets_of_any_length_make_the_same_stream() throws IOException {
        var octets = resource("sweep.g722");
        var whole = new short[octets.length * 2];
        new G722Decoder().decode(octets, 0, whole, 0, octets.length);
        var pieces = new short[octets.length * 2];
        var decoder = new G722Decoder();
        for (int at = 0; at < octets.length; at += 77) {
            decoder.decode(octets, at, pieces, 2 * at, Math.min(77, octets.length - at));
        }
        assertThat(pieces).isEqualTo(whole);
    }

    private static short[] samples(byte[] octets) {
        var samples = new short[octets.length / 2];
        ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(G722Test.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
