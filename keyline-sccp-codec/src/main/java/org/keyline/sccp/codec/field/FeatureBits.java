package org.keyline.sccp.codec.field;

import org.keyline.sccp.codec.wire.ProtocolVersion;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * The three feature bytes after the protocol version in Register and RegisterAck.
 *
 * @param first byte with no known bit
 * @param second port request (0x02), UTF-8 (0x10)
 * @param third dynamic messages (0x01), RFC 2833 (0x04), internal media (0x10), abbreviated dial (0x80)
 */
public record FeatureBits(int first, int second, int third) {
    /** No feature. */
    public static final FeatureBits NONE = new FeatureBits(0, 0, 0);

    /** What a server answers in RegisterAck at this version. */
    public static FeatureBits answerTo(ProtocolVersion version) {
        if (!version.atLeast(4)) {
            return NONE;
        }
        return new FeatureBits(0x20, 0xF1, version.atLeast(11) ? 0xFF : 0xFE);
    }

    /** Reads the three bytes. */
    public static FeatureBits read(SccpReader in) {
        return new FeatureBits(in.u8(), in.u8(), in.u8());
    }

    /** Writes the three bytes. */
    public void write(SccpWriter out) {
        out.u8(first).u8(second).u8(third);
    }

    /** The phone takes messages with dynamic strings. */
    public boolean dynamicMessages() {
        return (third & 0x01) != 0;
    }

    /** The phone shows UTF-8 instead of ISO-8859-1. */
    public boolean utf8() {
        return (second & 0x10) != 0;
    }

    /** The phone sends and takes DTMF in RTP. */
    public boolean rfc2833() {
        return (third & 0x04) != 0;
    }

    /** The phone does without an external media resource. */
    public boolean internalMedia() {
        return (third & 0x10) != 0;
    }

    /** The phone dials abbreviated numbers. */
    public boolean abbreviatedDial() {
        return (third & 0x80) != 0;
    }

    /** The phone answers PortRequest. */
    public boolean portRequest() {
        return (second & 0x02) != 0;
    }

    @Override
    public String toString() {
        return "%02X %02X %02X".formatted(first, second, third);
    }
}
