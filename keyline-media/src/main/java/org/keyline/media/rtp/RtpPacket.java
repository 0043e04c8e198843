package org.keyline.media.rtp;

/**
 * An RTP packet (RFC 3550 section 5.1) within a buffer that is used again for the next one.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |           synchronization source (SSRC) identifier            |
 * </pre>
 *
 * <p>Used by one thread. Nothing but {@link #read} may be asked of bytes that it refused.
 */
public final class RtpPacket {
    /** Octets of the fixed header. */
    public static final int HEADER = 12;

    private static final int VERSION_2 = 0x80;
    private static final int VERSION_MASK = 0xC0;
    private static final int PADDING = 0x20;
    private static final int EXTENSION = 0x10;
    private static final int CONTRIBUTORS = 0x0F;
    private static final int MARKER = 0x80;
    private static final int WORD = 4;

    private byte[] octets = new byte[0];
    private int payloadOffset;
    private int payloadLength;

    /**
     * Takes a datagram in; the array must stay as it is while the packet is used.
     *
     * @return false when it is not RTP version 2 or claims more than there is
     */
    public boolean read(byte[] datagram, int length) {
        octets = datagram;
        if (!isRtp(datagram, length)) {
            return false;
        }
        int start = headerLength(datagram, length);
        if (start > length) {
            return false;
        }
        int padding = (datagram[0] & PADDING) == 0 ? 0 : paddingLength(datagram, start, length);
        payloadOffset = start;
        payloadLength = length - start - padding;
        return padding >= 0 && payloadLength >= 0;
    }

    /** Whether these octets begin as RTP version 2 does, with a whole fixed header. */
    public static boolean isRtp(byte[] datagram, int length) {
        return length >= HEADER && length <= datagram.length && (datagram[0] & VERSION_MASK) == VERSION_2;
    }

    /** Octets before the payload, more than there are when the header claims so. */
    private static int headerLength(byte[] datagram, int length) {
        int start = HEADER + WORD * (datagram[0] & CONTRIBUTORS);
        if ((datagram[0] & EXTENSION) == 0) {
            return start;
        }
        return start + WORD > length ? length + 1 : start + WORD + WORD * u16(datagram, start + 2);
    }

    /** The count in the last octet, which counts itself; −1 when that cannot be. */
    private static int paddingLength(byte[] datagram, int start, int length) {
        int count = length > start ? datagram[length - 1] & 0xFF : 0;
        return count == 0 || count > length - start ? -1 : count;
    }

    /** Writes a fixed header to the beginning of {@code target}. */
    public static void writeHeader(
            byte[] target, boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
        target[0] = (byte) VERSION_2;
        target[1] = (byte) ((marker ? MARKER : 0) | payloadType);
        target[2] = (byte) (sequence >> 8);
        target[3] = (byte) sequence;
        put32(target, 4, timestamp);
        put32(target, 8, ssrc);
    }

    public boolean marker() {
        return (octets[1] & MARKER) != 0;
    }

    /** 0…127. */
    public int payloadType() {
        return octets[1] & 0x7F;
    }

    /** 0…65535. */
    public int sequence() {
        return u16(octets, 2);
    }

    /** All 32 bits; to be read as unsigned. */
    public int timestamp() {
        return get32(octets, 4);
    }

    public int ssrc() {
        return get32(octets, 8);
    }

    /** The synchronisation source of octets that are RTP. */
    public static int ssrc(byte[] datagram) {
        return get32(datagram, 8);
    }

    /** The array the payload lies in. */
    public byte[] octets() {
        return octets;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }

    private static int u16(byte[] from, int at) {
        return ((from[at] & 0xFF) << 8) | (from[at + 1] & 0xFF);
    }

    private static int get32(byte[] from, int at) {
        return (u16(from, at) << 16) | u16(from, at + 2);
    }

    private static void put32(byte[] target, int at, int value) {
        target[at] = (byte) (value >> 24);
        target[at + 1] = (byte) (value >> 16);
        target[at + 2] = (byte) (value >> 8);
        target[at + 3] = (byte) value;
    }
}
