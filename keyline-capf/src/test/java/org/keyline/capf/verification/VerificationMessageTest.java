package org.keyline.capf.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of the TVS sheet, and what is not among them. */
class VerificationMessageTest {
    private static final Verifier VERIFIER = new Verifier(Example::table, () -> Duration.ofDays(1));

    private static byte[] answer(byte[] request) {
        var answer = VERIFIER.answer(RequestReader.read(Unpooled.wrappedBuffer(request)));
        var written = AnswerWriter.write(UnpooledByteBufAllocator.DEFAULT, answer);
        try {
            return ByteBufUtil.getBytes(written);
        } finally {
            written.release();
        }
    }

    @Test
    void the_worked_examples_are_answered_byte_for_byte() {
        assertThat(Example.verify()).hasSize(467);
        assertThat(answer(Example.verify())).hasSize(26).isEqualTo(Example.verified());
        assertThat(Example.query()).hasSize(68);
        assertThat(answer(Example.query())).hasSize(464).isEqualTo(Example.found());
        assertThat(answer(Example.queryExchanged())).isEqualTo(Example.found());
    }

    @Test
    void a_certificate_with_one_bit_changed_is_unknown() {
        for (var fromEnd : new int[] {1, 100, 400}) {
            var changed = Example.verify();
            changed[changed.length - fromEnd] ^= 1;
            assertThat(answer(changed)).hasSize(14).isEqualTo(Example.notVerified());
        }
    }

    @Test
    void who_asks_is_only_a_name_for_the_log() {
        var request = RequestReader.read(Unpooled.wrappedBuffer(Example.verify()));
        assertThat(request.device()).isEqualTo("SEP001122334455");

        var bare = Example.bytes("57010100 00000001 0015 01000e 43502d373937352d5345500a0d41 02000130");
        assertThat(RequestReader.read(Unpooled.wrappedBuffer(bare)).device()).isEqualTo("CP-7975-SEPA");

        var nameless = Example.bytes("57010100 00000001 0004 02000130");
        assertThat(RequestReader.read(Unpooled.wrappedBuffer(nameless)).device())
                .isEmpty();
    }

    @Test
    void unknown_elements_and_the_reserved_byte_are_skipped() {
        var request = Example.bytes("57010355 ffffffff 002b 990003010203"
                + "04000e434e3d63636d313b4f3d4c616200 0500024a01 6300080000000000000000 77 0000");
        request[9] = (byte) (request.length - 10);
        var answer = answer(request);
        assertThat(HexFormat.of().formatHex(answer, 0, 8)).isEqualTo("57010400ffffffff");
        assertThat(answer).hasSize(464);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "56010100 00000001 0004 02000130",
                "57020100 00000001 0004 02000130",
                "57010000 00000001 0004 02000130",
                "57010200 00000001 0004 07000100",
                "57010100 00000001 0000",
                "57010100 00000001 0003 020000",
                "57010100 00000001 0005 02000130",
                "57010100 00000001 0004 02000230",
                "57010100 00000001 0002 0200",
                "57010300 00000001 0005 0500024a01",
                "57010300 00000001 0011 04000e434e3d63636d313b4f3d4c616200",
                "57010300 00000001 0015 04000e434e3d63636d313b4f3d4c616200 050000 00",
                "570101"
            })
    void what_is_no_request_is_refused_with_a_reason(String hex) {
        assertThatThrownBy(() -> RequestReader.read(Unpooled.wrappedBuffer(Example.bytes(hex))))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageMatching("[A-Z].{10,}");
    }

    @Test
    void a_request_that_announces_too_much_is_refused_before_it_comes() {
        var channel = new EmbeddedChannel(new RequestDecoder());
        assertThatThrownBy(() ->
                        channel.writeInbound(Unpooled.wrappedBuffer(Example.bytes("57010100 00000001 ffff 0201b330"))))
                .isInstanceOf(MalformedRequest.class);
        channel.finishAndReleaseAll();
    }

    @Property(tries = 50)
    void a_request_is_read_however_the_stream_is_cut(
            @ForAll @Size(6) List<@IntRange(min = 1, max = 466) Integer> cuts) {
        var channel = new EmbeddedChannel(new RequestDecoder());
        var bytes = Example.verify();
        var last = 0;
        for (var cut : cuts.stream().sorted().toList()) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes, last, cut - last));
            last = cut;
        }
        channel.writeInbound(Unpooled.copiedBuffer(bytes, last, bytes.length - last));
        assertThat(channel.<Object>readInbound()).isInstanceOf(VerificationRequest.Verify.class);
        assertThat(channel.<Object>readInbound()).isNull();
        channel.finishAndReleaseAll();
    }
}
