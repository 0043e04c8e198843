package org.keyline.media.codec;

/** Samples become octets. One encoder serves one stream. */
public interface AudioEncoder {
    /** Samples that make one octet: 1 at 8 kHz, 2 at 16 kHz. */
    int samplesPerOctet();

    /** Encodes {@code octets} octets' worth of samples. */
    void encode(short[] samples, int from, byte[] target, int at, int octets);
}
