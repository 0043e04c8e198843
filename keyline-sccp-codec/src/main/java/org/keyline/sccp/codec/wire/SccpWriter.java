package org.keyline.sccp.codec.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Puts the fields of one message body in wire order into a buffer. It knows the negotiated version and character set.
 *
 * <p>One writer serves one connection and is reset for each message; it belongs to that connection's thread.
 */
public final class SccpWriter {
    private static final int NAME_LIMIT = 120;

    private ByteBuf out = Unpooled.EMPTY_BUFFER;
    private Dialect dialect = Dialect.INITIAL;

    /** Starts at the buffer's writer index. */
    public SccpWriter reset(ByteBuf target, Dialect spoken) {
        out = target;
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

    /** A u32. */
    public SccpWriter u32(int value) {
        out.writeIntLE(value);
        return this;
    }

    /** An unsigned 32-bit counter; its low 32 bits are written. */
    public SccpWriter counter(long value) {
        return u32((int) value);
    }

    /** A u32 used as a boolean, 0 or 1. */
    public SccpWriter flag(boolean value) {
        return u32(value ? 1 : 0);
    }

    /** A u16. */
    public SccpWriter u16(int value) {
        out.writeShortLE(value);
        return this;
    }

    /** A u8. */
    public SccpWriter u8(int value) {
        out.writeByte(value);
        return this;
    }

    /** Eight opaque bytes, little-endian. */
    public SccpWriter u64(long value) {
        out.writeLongLE(value);
        return this;
    }

    /** A fixed string field of {@code size} bytes; longer text is cut so that a NUL follows it. */
    public SccpWriter text(int size, String value) {
        return field(size, size - 1, value);
    }

    /** A fixed string field that may be filled without a NUL. */
    public SccpWriter filledText(int size, String value) {
        return field(size, size, value);
    }

    /** A dynamic string of at most 120 bytes and its NUL. */
    public SccpWriter cString(String value) {
        return cString(NAME_LIMIT, value);
    }

    /** A dynamic string of at most {@code limit} bytes and its NUL. */
    public SccpWriter cString(int limit, String value) {
        TextCoding.write(out, value, limit, dialect.utf8());
        out.writeByte(0);
        return this;
    }

    /** How many bytes the text takes, cut at {@code limit}. */
    public int textSize(int limit, String value) {
        return TextCoding.size(value, limit, dialect.utf8());
    }

    /** A directory number: 24 bytes up to version 17, 25 packed from 18 on. */
    public SccpWriter directoryNumber(String number) {
        return text(atLeast(18) ? 25 : 24, number);
    }

    /** Four bytes of an IPv4 address; zero for any other. */
    public SccpWriter ipv4(MediaAddress address) {
        out.writeInt(address.isIpv6() ? 0 : address.ipv4());
        return this;
    }

    /** Sixteen bytes of an IPv6 address; zero for any other. */
    public SccpWriter ipv6(MediaAddress address) {
        out.writeLong(address.isIpv6() ? address.high() : 0).writeLong(address.isIpv6() ? address.low() : 0);
        return this;
    }

    /** An address: four bytes up to version 16, "ipv4or6" from 17 on. */
    public SccpWriter address(MediaAddress address) {
        if (!atLeast(17)) {
            return ipv4(address);
        }
        u32(address.type().number());
        out.writeLong(address.high()).writeLong(address.low());
        return this;
    }

    /** Opaque bytes as they are. */
    public SccpWriter bytes(Bytes value) {
        out.writeBytes(value.content());
        return this;
    }

    /** Opaque bytes in a field of {@code size} bytes, cut or filled with zeros. */
    public SccpWriter bytes(int size, Bytes value) {
        int used = Math.min(size, value.length());
        out.writeBytes(value.content(), 0, used);
        return zeros(size - used);
    }

    /** Raw bytes of the caller's array. */
    public SccpWriter bytes(byte[] value) {
        out.writeBytes(value);
        return this;
    }

    /** Zero bytes. */
    public SccpWriter zeros(int count) {
        out.writeZero(count);
        return this;
    }

    private SccpWriter field(int size, int limit, String value) {
        return zeros(size - TextCoding.write(out, value, limit, dialect.utf8()));
    }
}
