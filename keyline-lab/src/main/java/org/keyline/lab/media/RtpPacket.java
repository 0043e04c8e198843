package org.keyline.lab.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** An RTP packet (RFC 3550 section 5.1) in a buffer with room for an SRTP tag. */
final class RtpPacket implements ByteArrayBuffer {
    static final int HEADER = 12;
    private static final int TAG_ROOM = 16;

    private byte[] buffer;
    private int offset;
    private int length;

    private RtpPacket(byte[] buffer, int length) {
        this.buffer = buffer;
        this.length = length;
    }

    /** A packet to be sent. */
    static RtpPacket of(int payloadType, int sequence, long timestamp, int ssrc, byte[] payload) {
        var buffer = ByteBuffer.allocate(HEADER + payload.length + TAG_ROOM);
        buffer.put((byte) 0x80).put((byte) payloadType).putShort((short) sequence);
        buffer.putInt((int) timestamp).putInt(ssrc).put(payload);
        return new RtpPacket(buffer.array(), HEADER + payload.length);
    }

    /** A packet that came in; the bytes now belong to it. */
    static RtpPacket received(byte[] datagram) {
        return new RtpPacket(datagram, datagram.length);
    }

    /** Whether this is RTP version 2 with a whole fixed header. */
    boolean isRtp() {
        return length >= HEADER && (buffer[offset] & 0xC0) == 0x80;
    }

    int payloadType() {
        return buffer[offset + 1] & 0x7F;
    }

    int sequence() {
        return ByteBuffer.wrap(buffer).getShort(offset + 2) & 0xFFFF;
    }

    int ssrc() {
        return ByteBuffer.wrap(buffer).getInt(offset + 8);
    }

    /** What follows header and contributing sources; empty where the header claims more than there is. */
    byte[] payload() {
        int from = offset + HEADER + 4 * (buffer[offset] & 0x0F);
        int end = offset + length;
        return from > end ? new byte[0] : Arrays.copyOfRange(buffer, from, end);
    }

    @Override
    public byte[] getBuffer() {
        return buffer;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public void setOffset(int newOffset) {
        offset = newOffset;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int newLength) {
        length = newLength;
    }

    @Override
    public boolean isInvalid() {
        return !isRtp();
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] out) {
        System.arraycopy(buffer, offset + from, out, 0, count);
    }

    @Override
    public void grow(int by) {
        if (offset + length + by > buffer.length) {
            buffer = Arrays.copyOf(buffer, offset + length + by);
        }
    }

    @Override
    public void append(byte[] data, int count) {
        grow(count);
        System.arraycopy(data, 0, buffer, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int by) {
        length = Math.max(0, length - by);
    }
}
