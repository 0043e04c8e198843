package org.keyline.tftp.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** The error codes of RFC 1350 (appendix) and RFC 2347 that this server sends. */
public enum TftpError {
    NOT_DEFINED(0),
    FILE_NOT_FOUND(1),
    ACCESS_VIOLATION(2),
    ILLEGAL_OPERATION(4),
    UNKNOWN_TRANSFER(5),
    OPTION_REFUSED(8);

    private final int code;

    TftpError(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** An ERROR packet with this code and text. */
    ByteBuf packet(ByteBufAllocator allocator, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return allocator
                .buffer(5 + bytes.length)
                .writeShort(5)
                .writeShort(code)
                .writeBytes(bytes)
                .writeByte(0);
    }
}
