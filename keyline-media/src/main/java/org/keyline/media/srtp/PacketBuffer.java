package org.keyline.media.srtp;

import org.jitsi.utils.ByteArrayBuffer;
import org.keyline.media.rtp.RtpPacket;

/** A packet as the library wants to see it: the first octets of an array that has room for the tag. */
final class PacketBuffer implements ByteArrayBuffer {
    private byte[] octets = new byte[0];
    private int length;

    void wrap(byte[] packet, int packetLength) {
        octets = packet;
        length = packetLength;
    }

    @Override
    public byte[] getBuffer() {
        return octets;
    }

    @Override
    public int getOffset() {
        return 0;
    }

    @Override
    public void setOffset(int offset) {
        throw new UnsupportedOperationException("A packet begins where its array does");
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
        return !RtpPacket.isRtp(octets, length);
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] out) {
        System.arraycopy(octets, from, out, 0, count);
    }

    /** Whoever wraps a packet leaves room. */
    @Override
    public void grow(int by) {
        if (length + by > octets.length) {
            throw new IllegalStateException("No room for " + by + " octets after " + length);
        }
    }

    @Override
    public void append(byte[] data, int count) {
        grow(count);
        System.arraycopy(data, 0, octets, length, count);
        length += count;
    }

    @Override
    public void shrink(int by) {
        length = Math.max(0, length - by);
    }
}
