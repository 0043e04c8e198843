package org.keyline.capf.verification;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.keyline.capf.verification.VerificationAnswer.Verdict;

/** Writes an answer into one buffer: it must leave in one write. */
public final class AnswerWriter {
    private static final int CERTIFICATE = 2;
    private static final int STATUS = 7;
    private static final int ROLES = 8;
    private static final int TIME_TO_LIVE = 9;
    private static final int TRUSTED = 0;
    private static final int UNKNOWN = 1;

    private AnswerWriter() {}

    /** The whole message. */
    public static ByteBuf write(ByteBufAllocator allocator, VerificationAnswer answer) {
        var out = allocator
                .buffer()
                .writeByte(RequestReader.PROTOCOL)
                .writeByte(RequestReader.VERSION)
                .writeByte(answer.kind().command())
                .writeByte(0)
                .writeInt(answer.id())
                .writeShort(0);
        switch (answer.verdict()) {
            case Verdict.Trusted trusted -> trusted(out, trusted);
            case Verdict.Unknown _ -> element(out, STATUS, 1).writeByte(UNKNOWN);
        }
        return out.setShort(RequestReader.HEADER - 2, out.readableBytes() - RequestReader.HEADER);
    }

    /** In the order of the vendor's servers. */
    private static void trusted(ByteBuf out, Verdict.Trusted trusted) {
        element(out, STATUS, 1).writeByte(TRUSTED);
        trusted.certificate()
                .ifPresent(der -> element(out, CERTIFICATE, der.length()).writeBytes(der.bytes()));
        element(out, ROLES, trusted.roles().size());
        trusted.roles().forEach(role -> out.writeByte(role.number()));
        element(out, TIME_TO_LIVE, Integer.BYTES)
                .writeInt(Math.toIntExact(trusted.timeToLive().toSeconds()));
    }

    private static ByteBuf element(ByteBuf out, int tag, int length) {
        return out.writeByte(tag).writeShort(length);
    }
}
