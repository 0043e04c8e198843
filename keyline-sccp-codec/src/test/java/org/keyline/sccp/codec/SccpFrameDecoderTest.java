package org.keyline.sccp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.ServerDisplay.ClearNotify;
import org.keyline.sccp.codec.message.StationKey.KeypadButton;
import org.keyline.sccp.codec.message.StationKey.OffHook;
import org.keyline.sccp.codec.message.StationRegistration.IpPort;
import org.keyline.sccp.codec.message.StationRegistration.KeepAlive;
import org.keyline.sccp.codec.message.Unknown;
import org.keyline.sccp.codec.wire.Dialect;

class SccpFrameDecoderTest {
    private static final List<SccpMessage> DIALLING = List.of(
            new OffHook(0, 0),
            new KeypadButton(KeypadKey.of('1'), 1, 5),
            new KeepAlive(),
            new KeypadButton(KeypadKey.of('#'), 1, 5));

    private final EmbeddedChannel phoneSide = new EmbeddedChannel(new SccpFrameDecoder(Sender.STATION));

    @Test
    void messages_split_at_any_byte_arrive_whole_and_in_order() {
        var stream = stream(DIALLING);
        for (int first = 0; first <= stream.readableBytes(); first++) {
            for (int second = first; second <= stream.readableBytes(); second++) {
                phoneSide.writeInbound(
                        stream.copy(0, first),
                        stream.copy(first, second - first),
                        stream.copy(second, stream.readableBytes() - second));

                assertThat(arrived()).isEqualTo(DIALLING);
            }
        }
    }

    @Test
    void messages_trickle_in_byte_by_byte() {
        var stream = stream(DIALLING);
        while (stream.isReadable()) {
            phoneSide.writeInbound(stream.readBytes(1));
        }

        assertThat(arrived()).isEqualTo(DIALLING);
    }

    @Test
    void a_thousand_messages_in_one_segment_arrive_in_order() {
        var many = new ArrayList<SccpMessage>();
        for (int i = 0; i < 250; i++) {
            many.addAll(DIALLING);
        }
        phoneSide.writeInbound(stream(many));

        assertThat(arrived()).isEqualTo(many);
    }

    @Test
    void a_length_word_below_four_loses_the_framing() {
        assertThatThrownBy(() -> phoneSide.writeInbound(header(3)))
                .isInstanceOf(FramingException.class)
                .hasMessage("A frame of length 3 cannot be SCCP");
    }

    @Test
    void a_length_word_above_eight_kibibytes_loses_the_framing_before_anything_is_buffered() {
        assertThatThrownBy(() -> phoneSide.writeInbound(header(8 * 1024 + 1)))
                .isInstanceOf(FramingException.class)
                .hasMessage("A frame of length 8193 cannot be SCCP");
        assertThatThrownBy(() -> new SccpDecoder(Sender.STATION).decode(header(-1)))
                .isInstanceOf(FramingException.class)
                .hasMessage("A frame of length 4294967295 cannot be SCCP");
    }

    @Test
    void nothing_is_read_any_more_once_framing_is_lost() {
        assertThatThrownBy(() -> phoneSide.writeInbound(header(0))).isInstanceOf(FramingException.class);
        phoneSide.writeInbound(stream(DIALLING));

        assertThat(arrived()).isEmpty();
    }

    @Test
    void the_session_goes_on_after_a_malformed_and_an_unknown_message() {
        var stream = Unpooled.buffer();
        stream.writeIntLE(6).writeIntLE(0).writeIntLE(0x0003).writeShortLE(7);
        stream.writeIntLE(8).writeIntLE(0).writeIntLE(0x00AB).writeIntLE(42);
        stream.writeBytes(stream(DIALLING));
        phoneSide.writeInbound(stream);

        var arrived = arrived();
        assertThat(arrived.getFirst()).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.reason()).isEqualTo("The message ends before kpButton");
            assertThat(malformed.body().hex()).isEqualTo("0700");
        });
        assertThat(arrived.get(1))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.body().hex()).isEqualTo("2a000000"));
        assertThat(arrived.subList(2, arrived.size())).isEqualTo(DIALLING);
    }

    @Test
    void a_longer_body_than_the_newest_layout_is_read_and_its_tail_ignored() {
        var stream = Unpooled.buffer().writeIntLE(16).writeIntLE(0).writeIntLE(0x0002);
        stream.writeIntLE(16384).writeIntLE(1).writeIntLE(2);
        phoneSide.writeInbound(stream);

        assertThat(arrived()).containsExactly(new IpPort(16384));
    }

    @Test
    void a_burst_leaves_in_one_buffer() {
        var encoder = new SccpMessageEncoder();
        encoder.dialect(Dialect.latin1(17));
        var channel = new EmbeddedChannel(encoder);
        channel.writeOutbound(Burst.of(new ClearNotify(), new ClearNotify()), new ClearNotify());

        ByteBuf burst = channel.readOutbound();
        ByteBuf one = channel.readOutbound();
        assertThat(burst.readableBytes()).isEqualTo(2 * 12);
        assertThat(burst.getIntLE(4)).isEqualTo(17);
        assertThat(one.readableBytes()).isEqualTo(12);
        burst.release();
        one.release();
    }

    private static ByteBuf stream(List<SccpMessage> messages) {
        var stream = Unpooled.buffer();
        messages.forEach(message -> SccpEncoder.encode(message, Dialect.INITIAL, stream));
        return stream;
    }

    private static ByteBuf header(int length) {
        return Unpooled.buffer().writeIntLE(length).writeIntLE(0);
    }

    private List<Object> arrived() {
        var messages = new ArrayList<Object>();
        for (Object one = phoneSide.readInbound(); one != null; one = phoneSide.readInbound()) {
            messages.add(one);
        }
        return messages;
    }
}
