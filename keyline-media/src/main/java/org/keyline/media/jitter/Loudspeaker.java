package org.keyline.media.jitter;

import java.util.Arrays;
import org.keyline.media.codec.AudioDecoder;
import org.keyline.media.codec.Codecs;
import org.keyline.model.media.AudioCodec;

/**
 * A jitter buffer with its decoder: sound for each tick. What is missing is made up from what was heard last, a little
 * lower each time, and after 60 ms it is silent. Used by one thread.
 */
public final class Loudspeaker implements Playout {
    /** Samples further from zero are heard; a quiet line of either law stays below. */
    private static final int AUDIBLE = 32;

    private static final float[] FADE = {0.7f, 0.4f, 0.15f};

    private final JitterBuffer buffer = new JitterBuffer();
    private final AudioDecoder decoder;
    private final int samplesPerUnit;
    private final short[] frame;
    private final short[] lastFrame;
    private int filled;
    private int missingFrames;
    private boolean missed;

    /** @param codec one that is known */
    public Loudspeaker(AudioCodec codec) {
        decoder = Codecs.decoder(codec);
        samplesPerUnit = decoder.samplesPerOctet();
        frame = new short[JitterBuffer.TICK * samplesPerUnit];
        lastFrame = new short[frame.length];
    }

    /** Where packets go in. */
    public JitterBuffer buffer() {
        return buffer;
    }

    /** Samples of a tick: 160 at 8 kHz, 320 at 16 kHz. */
    public int samples() {
        return frame.length;
    }

    /** Goes on by a tick; whether there is anything to hear in {@link #frame()}. */
    public boolean tick(long now) {
        filled = 0;
        missed = false;
        if (!buffer.tick(now, this)) {
            return false;
        }
        missingFrames = missed ? missingFrames + 1 : 0;
        System.arraycopy(frame, 0, lastFrame, 0, frame.length);
        return isAudible();
    }

    /** The samples of this tick; the array is used again at the next. */
    public short[] frame() {
        return frame;
    }

    private boolean isAudible() {
        for (short sample : frame) {
            if (sample > AUDIBLE || sample < -AUDIBLE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void play(byte[] octets, int from, int count) {
        decoder.decode(octets, from, frame, filled, count);
        filled += count * samplesPerUnit;
    }

    @Override
    public void conceal(int units) {
        missed = true;
        int end = filled + units * samplesPerUnit;
        float gain = missingFrames < FADE.length ? FADE[missingFrames] : 0;
        for (int i = filled; i < end; i++) {
            frame[i] = (short) (lastFrame[i] * gain);
        }
        filled = end;
    }

    @Override
    public void silence(int units) {
        int end = filled + units * samplesPerUnit;
        Arrays.fill(frame, filled, end, (short) 0);
        filled = end;
    }
}
