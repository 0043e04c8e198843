package org.keyline.sccp.codec;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.wire.Dialect;

class SccpDecoderFuzzTest {
    private static final Sender[] SENDERS = Sender.values();

    @FuzzTest(maxDuration = "2m")
    void any_bytes_are_messages_or_malformed_or_lost_framing(FuzzedDataProvider data) {
        var decoder = new SccpDecoder(data.pickValue(SENDERS));
        decoder.dialect(new Dialect(Dialect.latin1(data.consumeInt(0, 22)).version(), data.consumeBoolean()));
        var in = Unpooled.wrappedBuffer(data.consumeRemainingAsBytes());
        try {
            for (var next = decoder.decode(in); next.isPresent(); next = decoder.decode(in)) {
                use(next.get(), decoder.dialect());
            }
        } catch (FramingException closed) {
            assert in.readableBytes() >= SccpDecoder.PREFIX : closed;
        }
    }

    private static void use(Decoded decoded, Dialect dialect) {
        SccpText.describe(decoded).line();
        if (decoded instanceof SccpMessage message) {
            SccpEncoder.encode(message, dialect, Unpooled.buffer());
        }
    }
}
