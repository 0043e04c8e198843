package org.keyline.capf.verification;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/** Collects requests from the stream, however it is cut; looks at the announced length before it waits for it. */
final class RequestDecoder extends ByteToMessageDecoder {
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.getUnsignedByte(in.readerIndex()) != RequestReader.PROTOCOL) {
            throw refused(in, "Not a request for trust verification");
        }
        if (in.readableBytes() < RequestReader.HEADER) {
            return;
        }
        var length = in.getUnsignedShort(in.readerIndex() + RequestReader.HEADER - 2);
        if (length > RequestReader.MOST_ELEMENTS) {
            throw refused(in, "A request of " + length + " bytes is longer than any");
        }
        if (in.readableBytes() >= RequestReader.HEADER + length) {
            out.add(RequestReader.read(in.readSlice(RequestReader.HEADER + length)));
        }
    }

    /** What follows means nothing any more; left in the buffer it would be refused once more at the end. */
    private static MalformedRequest refused(ByteBuf in, String why) {
        in.skipBytes(in.readableBytes());
        return new MalformedRequest(why);
    }
}
