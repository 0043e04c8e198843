package org.keyline.capf.message;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/** Collects messages from the stream, however it is cut; looks at the announced length before it waits for it. */
public final class MessageDecoder extends ByteToMessageDecoder {
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.getUnsignedByte(in.readerIndex()) != MessageReader.PROTOCOL) {
            throw refused(in, "Not a CAPF message");
        }
        if (in.readableBytes() < MessageReader.HEADER) {
            return;
        }
        var length = in.getUnsignedShort(in.readerIndex() + MessageReader.HEADER - 2);
        if (length > MessageReader.MOST_ELEMENTS) {
            throw refused(in, "A message of " + length + " bytes is longer than any");
        }
        if (in.readableBytes() >= MessageReader.HEADER + length) {
            out.add(MessageReader.read(in.readSlice(MessageReader.HEADER + length)));
        }
    }

    /** What follows means nothing any more; left in the buffer it would be refused once more at the end. */
    private static MalformedMessage refused(ByteBuf in, String why) {
        in.skipBytes(in.readableBytes());
        return new MalformedMessage(why);
    }
}
