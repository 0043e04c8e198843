package org.keyline.sccp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessage;

class GoldenFrameTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    static Stream<GoldenFrame> frames() {
        return Stream.of(GoldenStationFrames.all(), GoldenServerFrames.all(), GoldenMediaFrames.all())
                .flatMap(java.util.List::stream);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_frame_is_read_as_its_message(GoldenFrame golden) {
        var in = golden.buffer();
        var decoder = new SccpDecoder(golden.from());
        decoder.dialect(golden.dialect());

        assertThat(decoder.decode(in)).contains(golden.message());
        assertThat(in.isReadable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_message_is_written_as_its_frame(GoldenFrame golden) {
        var out = Unpooled.buffer();
        SccpEncoder.encode(golden.message(), golden.dialect(), out);

        assertThat(HEX.formatHex(out.array(), 0, out.readableBytes())).isEqualTo(HEX.formatHex(golden.bytes()));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_body_cut_at_any_byte_is_a_message_or_malformed(GoldenFrame golden) {
        byte[] whole = golden.bytes();
        for (int body = 0; body < whole.length - 12; body++) {
            var cut = Unpooled.buffer().writeBytes(whole, 0, 12 + body).setIntLE(0, 4 + body);
            var decoder = new SccpDecoder(golden.from());
            decoder.dialect(golden.dialect());

            assertThat(decoder.decode(cut)).get().isInstanceOfAny(SccpMessage.class, Malformed.class);
            assertThat(cut.isReadable()).isFalse();
        }
    }
}
