package org.keyline.media.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files for tests. */
public final class Wav {
    private Wav() {}

    /** A tone as 16-bit linear samples. */
    public static byte[] tone(int frequency, int rate, int channels, int millis) {
        int count = rate * millis / 1000;
        var data = ByteBuffer.allocate(2 * channels * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < channels; channel++) {
                data.putShort((short) (8000 * Math.sin(2 * Math.PI * frequency * i / rate)));
            }
        }
        return file(1, channels, rate, 16, data.array());
    }

    /** A file with a part nobody knows before the data. */
    public static byte[] file(int coding, int channels, int rate, int bits, byte[] data) {
        var out = ByteBuffer.allocate(12 + 24 + 12 + 8 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        text(out, "RIFF").putInt(out.capacity() - 8);
        text(out, "WAVE");
        text(out, "fmt ")
                .putInt(16)
                .putShort((short) coding)
                .putShort((short) channels)
                .putInt(rate);
        out.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        text(out, "LIST").putInt(3).putInt(0);
        text(out, "data").putInt(data.length).put(data);
        return out.array();
    }

    private static ByteBuffer text(ByteBuffer out, String four) {
        return out.put(four.getBytes(StandardCharsets.US_ASCII));
    }
}
