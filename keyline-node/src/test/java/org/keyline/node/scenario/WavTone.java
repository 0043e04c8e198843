package org.keyline.node.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording that can be told by its pitch. */
final class WavTone {
    private static final int RATE = 8000;

    private WavTone() {}

    /** A second of a tone as a WAV file, 16-bit linear at 8 kHz. */
    static void write(Path file, int frequency) throws IOException {
        var wav = ByteBuffer.allocate(44 + 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * RATE);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * RATE);
        for (int i = 0; i < RATE; i++) {
            wav.putShort((short) (8000 * Math.sin(2 * Math.PI * frequency * i / RATE)));
        }
        Files.write(file, wav.array());
    }
}
