package org.keyline.sccp.codec.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Takes the fields of one message body in wire order. It knows the negotiated version and how much of the body is left,
 * so that a message can read every form of itself: what a shorter body lacks reads as zero, and a longer tail is
 * ignored. A field that no form may lack is read by name, and its absence is a {@link MalformedMessage}.
 *
 * <p>One reader serves one connection and is reset for each message; it belongs to that connection's thread.
 */
public final class SccpReader {
    private static final int WIDE_ADDRESS = 20;
    private static final int SCRATCH = 64;

    private ByteBuf in = Unpooled.EMPTY_BUFFER;
    private int end;
    private byte[] scratch = new byte[SCRATCH];
    private Dialect dialect = Dialect.INITIAL;

    /** Starts on the {@code length} bytes at the buffer's reader index. */
    public SccpReader reset(ByteBuf body, int length, Dialect spoken) {
        in = body;
        end = body.readerIndex() + length;
        dialect = spoken;
        return this;
    }

    /** The negotiated version. */
    public ProtocolVersion version() {
        return dialect.version();
    }

    /** Whether the negotiated version is {@code version} or newer. */
    public boolean atLeast(int version) {
        return dialect.version().atLeast(version);
    }

    /** Bytes of the body not yet read. */
    public int remaining() {
        return end - in.readerIndex();
    }

    /** A required u32. */
    public int u32(String field) {
        if (remaining() < 4) {
            throw new MalformedMessage("The message ends before " + field);
        }
        return in.readIntLE();
    }

    /** A u32 that short forms lack. */
    public int u32() {
        return remaining() < 4 ? exhausted() : in.readIntLE();
    }

    /** An unsigned 32-bit counter that short forms lack. */
    public long counter() {
        return u32() & 0xFFFF_FFFFL;
    }

    /** A u32 used as a boolean: anything but zero is true. */
    public boolean flag() {
        return u32() != 0;
    }

    /** A u16 that short forms lack. */
    public int u16() {
        return remaining() < 2 ? exhausted() : in.readUnsignedShortLE();
    }

    /** A u8 that short forms lack. */
    public int u8() {
        return remaining() < 1 ? 0 : in.readUnsignedByte();
    }

    /** Eight opaque bytes as one number, little-endian. */
    public long u64() {
        return remaining() < 8 ? exhausted() : in.readLongLE();
    }

    /**
     * A required count of entries that follow in full.
     *
     * @param entrySize bytes of one entry
     */
    public int count(String field, int entrySize) {
        int count = u32(field);
        if (count < 0 || (long) count * entrySize > remaining()) {
            throw new MalformedMessage(
                    field + " is " + Integer.toUnsignedString(count) + ", more than the message holds");
        }
        return count;
    }

    /** A fixed string field of {@code size} bytes, up to its first NUL; bytes after that may be garbage. */
    public String text(int size) {
        int length = Math.min(size, remaining());
        int used = upToNul(length);
        var value = take(used);
        in.skipBytes(length - used);
        return value;
    }

    /** A dynamic string: bytes up to a NUL, or to the end of the body. */
    public String cString() {
        var value = take(upToNul(remaining()));
        in.skipBytes(Math.min(1, remaining()));
        return value;
    }

    /** A directory number: 24 bytes up to version 17, 25 packed from 18 on. */
    public String directoryNumber() {
        return text(atLeast(18) ? 25 : 24);
    }

    /** An IPv4 address that short forms lack. */
    public MediaAddress ipv4() {
        return remaining() < 4 ? noAddress() : MediaAddress.ipv4(in.readInt());
    }

    /** Sixteen bytes of an IPv6 address that short forms lack; all zero is no address. */
    public MediaAddress ipv6() {
        return remaining() < 16 ? noAddress() : MediaAddress.ipv6(in.readLong(), in.readLong());
    }

    /**
     * An address: four bytes up to version 16, "ipv4or6" from 17 on, unless the body is too short for that.
     *
     * @param tail the least number of bytes that follow the address
     */
    public MediaAddress address(int tail) {
        boolean wide = atLeast(17) && remaining() >= WIDE_ADDRESS + tail;
        return wide ? ipv4or6() : ipv4();
    }

    private MediaAddress ipv4or6() {
        var type = IpAddressType.of(in.readIntLE());
        long high = in.readLong();
        long low = in.readLong();
        return switch (type) {
            case IPV4 -> MediaAddress.ipv4((int) (high >>> 32));
            case IPV6, BOTH, INVALID -> new MediaAddress(type, high, low);
        };
    }

    /** At most {@code length} opaque bytes. */
    public Bytes bytes(int length) {
        int size = Math.max(0, Math.min(length, remaining()));
        if (size == 0) {
            return Bytes.EMPTY;
        }
        var content = new byte[size];
        in.readBytes(content);
        return new Bytes(content);
    }

    /** Bytes into the caller's array; what the body lacks stays as it is. */
    public void bytes(byte[] target) {
        in.readBytes(target, 0, Math.min(target.length, remaining()));
    }

    /** All that is left. */
    public Bytes rest() {
        return bytes(remaining());
    }

    /** Passes over at most {@code length} bytes. */
    public void skip(int length) {
        in.skipBytes(Math.min(length, remaining()));
    }

    /** The byte {@code offset} bytes ahead, without taking it; zero beyond the end. */
    public int peek(int offset) {
        return offset < remaining() ? in.getUnsignedByte(in.readerIndex() + offset) : 0;
    }

    private int upToNul(int length) {
        int start = in.readerIndex();
        if (length == 0 || in.getByte(start) == 0) {
            return 0; // most strings of most messages are empty
        }
        int copied = Math.min(length, SCRATCH);
        in.getBytes(start, scratch, 0, copied);
        for (int i = 1; i < copied; i++) {
            if (scratch[i] == 0) {
                return i;
            }
        }
        int nul = copied == length ? -1 : in.indexOf(start + copied, start + length, (byte) 0);
        return nul < 0 ? length : nul - start;
    }

    /** Takes the string just measured; its beginning is in the scratch array already. */
    private String take(int length) {
        if (length > scratch.length) {
            scratch = new byte[length];
        }
        if (length > SCRATCH) {
            in.getBytes(in.readerIndex(), scratch, 0, length);
        }
        in.skipBytes(length);
        return TextCoding.read(scratch, length, dialect.utf8());
    }

    /** A field cut in half is as good as missing, and nothing follows it. */
    private int exhausted() {
        in.readerIndex(end);
        return 0;
    }

    private MediaAddress noAddress() {
        exhausted();
        return MediaAddress.NONE;
    }
}
