package org.keyline.media.codec;

/** Octets become samples. One decoder serves one stream. */
public interface AudioDecoder {
    /** Samples in one octet: 1 at 8 kHz, 2 at 16 kHz. */
    int samplesPerOctet();

    /** Decodes so many octets. */
    void decode(byte[] octets, int from, short[] target, int at, int count);
}
