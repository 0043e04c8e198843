package org.keyline.sccp.codec.wire;

import java.util.stream.IntStream;

/**
 * An SCCP protocol version, 0 to 255. The phone announces its highest in Register; the server answers in RegisterAck
 * with the one both will use, and that one alone decides how message bodies are laid out.
 *
 * @param number the version, as in the header word and in RegisterAck
 */
public record ProtocolVersion(int number) implements Comparable<ProtocolVersion> {
    private static final ProtocolVersion[] ALL =
            IntStream.range(0, 256).mapToObj(ProtocolVersion::new).toArray(ProtocolVersion[]::new);

    /** What ATA 186 and 188 announce by mistake; they speak version 3. */
    private static final int ATA_MISTAKE = 33;

    /**
     * The versions this server agrees to, highest first; 16 is left out because its CallInfo differs between servers.
     */
    private static final int[] SPOKEN = {22, 21, 20, 19, 18, 17, 15, 11, 10, 9, 8, 5, 3};

    /** The oldest layouts, and what a connection speaks before Register. */
    public static final ProtocolVersion V0 = of(0);

    /** Checks the range. */
    public ProtocolVersion {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("A protocol version is one byte, not " + number);
        }
    }

    /** The version with this number, 0 to 255; the same number gives the same object. */
    public static ProtocolVersion of(int number) {
        return ALL[number];
    }

    /**
     * The version both will use: the highest this server speaks that is not above the phone's. Phones older than 3 keep
     * their own number, because the layouts up to 3 are one.
     */
    public static ProtocolVersion negotiate(int phoneMaximum) {
        if (phoneMaximum == ATA_MISTAKE) {
            return of(3);
        }
        for (int spoken : SPOKEN) {
            if (spoken <= phoneMaximum) {
                return of(spoken);
            }
        }
        return of(Math.max(0, phoneMaximum));
    }

    /** Whether this is {@code version} or newer. */
    public boolean atLeast(int version) {
        return number >= version;
    }

    /** The header's version word: 0 up to version 11, the version itself from 12 on. */
    public int headerWord() {
        return number >= 12 ? number : 0;
    }

    @Override
    public int compareTo(ProtocolVersion other) {
        return Integer.compare(number, other.number);
    }
}
