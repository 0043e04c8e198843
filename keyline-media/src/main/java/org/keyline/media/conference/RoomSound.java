package org.keyline.media.conference;

import java.util.EnumMap;
import java.util.Map;
import org.keyline.media.codec.G711;
import org.keyline.media.codec.G711Table;
import org.keyline.media.jitter.JitterBuffer;

/**
 * What is to be heard in a room at one tick, at 8 kHz and, when somebody has a wideband codec, at 16 kHz. What all
 * silent parties hear is encoded once for each law.
 */
final class RoomSound {
    private static final int NARROW = JitterBuffer.TICK;
    private static final int WIDE = 2 * JitterBuffer.TICK;

    private final Mixer narrow = new Mixer(NARROW);
    private final Mixer wide = new Mixer(WIDE);
    private final short[] samples = new short[WIDE];
    private final Map<G711, byte[]> shared = new EnumMap<>(G711.class);
    private final byte[] muLaw = new byte[NARROW];
    private final byte[] aLaw = new byte[NARROW];
    private boolean wideband;

    /** Begins a tick. */
    void begin(boolean withWideband) {
        narrow.clear();
        wide.clear();
        shared.clear();
        wideband = withWideband;
    }

    /** Whether the sum at 16 kHz is wanted too. */
    boolean isWideband() {
        return wideband;
    }

    void addNarrow(short[] voice) {
        narrow.add(voice);
    }

    void addWide(short[] voice) {
        wide.add(voice);
    }

    /** What silent parties with this law hear, as octets. */
    byte[] forAll(G711Table law) {
        return shared.computeIfAbsent(law.law(), _ -> {
            narrow.all(samples);
            return compress(law, octetsOf(law.law()));
        });
    }

    /** What the one with this voice hears, as octets; the array is used again. */
    byte[] without(short[] voice, G711Table law, byte[] target) {
        narrow.without(voice, samples);
        return compress(law, target);
    }

    private byte[] octetsOf(G711 law) {
        return switch (law) {
            case MU_LAW -> muLaw;
            case A_LAW -> aLaw;
        };
    }

    private byte[] compress(G711Table law, byte[] target) {
        law.compress(samples, 0, target, 0, NARROW);
        return target;
    }

    /** What silent parties hear at 16 kHz; the array is used again. */
    short[] wideForAll() {
        wide.all(samples);
        return samples;
    }

    /** What the one with this voice hears at 16 kHz; the array is used again. */
    short[] wideWithout(short[] voice) {
        wide.without(voice, samples);
        return samples;
    }
}
