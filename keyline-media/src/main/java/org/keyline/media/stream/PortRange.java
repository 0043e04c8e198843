package org.keyline.media.stream;

/**
 * UDP ports for media. RTP takes the even ones; the odd one above each stays free, since RTCP of the other side goes
 * there (RFC 3550 section 11).
 *
 * @param first the first port, 1024…65534
 * @param last the last port, not below the first
 */
public record PortRange(int first, int last) {
    /** The range phones and firewalls expect. */
    public static final PortRange USUAL = new PortRange(16384, 32767);

    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65535;

    public PortRange {
        if (first < LOWEST || last > HIGHEST || last < first + 1) {
            throw new IllegalArgumentException(
                    "Media ports are a range within 1024 to 65535, not " + first + " to " + last);
        }
    }

    /** How many even ports with an odd one above there are. */
    int pairs() {
        return (last + 1 - firstEven()) / 2;
    }

    int pair(int index) {
        return firstEven() + 2 * index;
    }

    private int firstEven() {
        return first + first % 2;
    }
}
