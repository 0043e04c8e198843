package org.keyline.media.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.keyline.media.codec.G711;
import org.keyline.media.codec.G711Table;

/**
 * Sound from a WAV file: RIFF with linear samples of 16 bits, A-law or µ-law, 8,000 or 16,000 a second, one channel or
 * two, which are brought together.
 */
public final class WavFile {
    /** The largest file, in octets; half an hour of stereo at 16 kHz is larger, and refused. */
    public static final int LARGEST = 64 << 20;

    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT_LENGTH = 16;
    private static final int EXTENSIBLE_LENGTH = 26;

    private static final int LINEAR = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    private WavFile() {}

    /**
     * Reads a whole file.
     *
     * @throws BadRecording when it is no such file, with what is wrong
     */
    public static Recording read(byte[] file) throws BadRecording {
        if (file.length > LARGEST) {
            throw new BadRecording("The file is larger than 64 MiB");
        }
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 12 || !text(in, 0).equals("RIFF") || !text(in, 8).equals("WAVE")) {
            throw new BadRecording("The file does not begin as a WAV file does");
        }
        var format = format(chunk(in, "fmt "));
        var samples = format.samples(chunk(in, "data"));
        if (samples.length < format.rate / 10) {
            throw new BadRecording("There is less than a tenth of a second of sound");
        }
        if (samples.length > format.rate * Recording.LONGEST_SECONDS) {
            throw new BadRecording("There is more than half an hour of sound");
        }
        return Recording.of(samples, format.rate);
    }

    /** The content of the first chunk of this name; one that claims more than there is ends with the file. */
    private static ByteBuffer chunk(ByteBuffer in, String name) throws BadRecording {
        long at = 12;
        while (at + CHUNK_HEADER <= in.capacity()) {
            long length = in.getInt((int) at + 4) & 0xFFFFFFFFL;
            if (text(in, (int) at).equals(name)) {
                int there = (int) Math.min(length, in.capacity() - at - CHUNK_HEADER);
                return in.slice((int) at + CHUNK_HEADER, there).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += CHUNK_HEADER + length + length % 2;
        }
        throw new BadRecording("The file has no part '" + name.strip() + "'");
    }

    private static String text(ByteBuffer in, int at) {
        var letters = new byte[4];
        in.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static Format format(ByteBuffer chunk) throws BadRecording {
        if (chunk.capacity() < FORMAT_LENGTH) {
            throw new BadRecording("The description of the sound is cut off");
        }
        int coding = chunk.getShort(0) & 0xFFFF;
        if (coding == EXTENSIBLE && chunk.capacity() >= EXTENSIBLE_LENGTH) {
            coding = chunk.getShort(24) & 0xFFFF;
        }
        var format = new Format(coding, chunk.getShort(2) & 0xFFFF, chunk.getInt(4), chunk.getShort(14) & 0xFFFF);
        format.check();
        return format;
    }

    /** What the octets of the data stand for. */
    private record Format(int coding, int channels, int rate, int bits) {
        void check() throws BadRecording {
            if (rate != Recording.NARROWBAND && rate != Recording.WIDEBAND) {
                throw new BadRecording(
                        "It has " + Integer.toUnsignedString(rate) + " samples a second; 8000 or 16000 can be played");
            }
            if (channels != 1 && channels != 2) {
                throw new BadRecording("It has " + channels + " channels; one or two can be played");
            }
            boolean known = (coding == LINEAR && bits == 16) || ((coding == A_LAW || coding == MU_LAW) && bits == 8);
            if (!known) {
                throw new BadRecording("It is coded as number " + coding + " with " + bits
                        + " bits; 16-bit linear, A-law and µ-law can be played");
            }
        }

        short[] samples(ByteBuffer data) {
            var samples = new short[data.capacity() / (channels * bits / 8)];
            for (int i = 0; i < samples.length; i++) {
                int first = sample(data, i * channels);
                samples[i] = (short) (channels == 1 ? first : (first + sample(data, i * channels + 1)) / 2);
            }
            return samples;
        }

        private int sample(ByteBuffer data, int index) {
            return switch (coding) {
                case A_LAW -> G711Table.of(G711.A_LAW).expand(data.get(index));
                case MU_LAW -> G711Table.of(G711.MU_LAW).expand(data.get(index));
                default -> data.getShort(2 * index);
            };
        }
    }
}
