package org.keyline.capf.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.tlv.Octets;

/** The worked examples of the CAPF sheet, section 8, and what is not in it. */
class MessageTest {
    private static final int SESSION = 0x2a;
    private static final String NULL_STRING =
            "55 02 0000002a 001b  07 0001 03  0d 0010 53455030303131323233333434353500  01 0001 01";
    private static final String WITH_STRING = "55 02 0000002a 0024  01 0001 01  07 0001 03  0b 0006 343831353100"
            + "  0d 0010 53455030303131323233333434353500";

    @Test
    void what_the_server_says_is_as_in_the_examples() {
        assertThat(written(new ServerMessage.AuthRequest()))
                .isEqualTo(hex("55 01 0000002a 0008  07 0001 03  08 0001 00"));
        assertThat(written(new ServerMessage.KeyRequest(KeyType.RSA_1024, 3)))
                .isEqualTo(hex("55 03 0000002a 0009  0a 0002 0400  11 0001 00"));
        assertThat(written(new ServerMessage.KeyRequest(KeyType.RSA_1024, 2)))
                .isEqualTo(hex("55 03 0000002a 0005  0a 0002 0400"));
        assertThat(written(new ServerMessage.KeyRequest(KeyType.EC_P256, 3)))
                .isEqualTo(hex("55 03 0000002a 0008  11 0001 01  12 0001 00"));
        assertThat(written(new ServerMessage.FetchRequest(CertificateKind.LSC))).isEqualTo(hex("55 0b 0000002a 0000"));
        assertThat(written(new ServerMessage.DeleteRequest())).isEqualTo(hex("55 0d 0000002a 0000"));
        assertThat(written(new ServerMessage.EndSession(Reason.SUCCESS)))
                .isEqualTo(hex("55 0f 0000002a 0004  01 0001 01"));
        assertThat(written(new ServerMessage.EndSession(Reason.UNKNOWN_DEVICE)))
                .isEqualTo(hex("55 0f 0000002a 0004  01 0001 09"));
        assertThat(written(new ServerMessage.EncryptRequest(Octets.of(hex("aabbcc")))))
                .as("the data to sign, and SHA-256")
                .isEqualTo(hex("55 05 0000002a 000a  06 0003 aabbcc  13 0001 02"));
        var der = new byte[523];
        assertThat(written(new ServerMessage.StoreRequest(Octets.of(der))))
                .isEqualTo(hex("55 09 0000002a 0217  03 0001 01  04 0210  01 020d 00 01" + "00".repeat(523)));
    }

    @Test
    void what_the_phone_says_is_read_as_in_the_examples() {
        var nothing = new PhoneMessage.Proof(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var name = Optional.of("SEP001122334455");

        assertThat(read(NULL_STRING))
                .isEqualTo(new PhoneMessage.AuthResponse(SESSION, 3, name, Optional.empty(), nothing));
        assertThat(read(WITH_STRING))
                .isEqualTo(new PhoneMessage.AuthResponse(SESSION, 3, name, Optional.of("48151"), nothing));
        assertThat(read("55 11 0000002a 0000")).isEqualTo(new PhoneMessage.InProgress(SESSION));
        assertThat(read("55 04 0000002a 0004 01 0001 07"))
                .isEqualTo(new PhoneMessage.KeyResponse(SESSION, Optional.empty()));
        assertThat(read("55 06 0000002a 000a  01 0001 01  06 0003 aabbcc"))
                .isEqualTo(new PhoneMessage.EncryptResponse(SESSION, Optional.of(Octets.of(hex("aabbcc")))));
        assertThat(read("55 06 0000002a 0004  01 0001 07"))
                .isEqualTo(new PhoneMessage.EncryptResponse(SESSION, Optional.empty()));
        assertThat(read("55 0a 0000002a 0004  01 0001 01")).isEqualTo(new PhoneMessage.StoreResponse(SESSION, true));
        assertThat(read("55 0a 0000002a 0004  01 0001 07")).isEqualTo(new PhoneMessage.StoreResponse(SESSION, false));
        assertThat(read("55 0e 0000002a 0000")).isEqualTo(new PhoneMessage.DeleteResponse(SESSION, false));
        assertThat(read("55 0c 0000002a 000f  01 0001 01  04 0008  01 0005 00 02 aabbcc"))
                .isEqualTo(new PhoneMessage.FetchResponse(
                        SESSION, Optional.of(new CertificateElement(CertificateKind.MIC, Octets.of(hex("aabbcc"))))));
        assertThat(read("55 63 0000002a 0000")).isEqualTo(new PhoneMessage.Unexpected(SESSION, 0x63));
    }

    @Test
    void a_password_is_in_no_text() {
        assertThat(read(WITH_STRING)).asString().doesNotContain("48151");
    }

    @Property(tries = 200)
    void elements_may_come_in_any_order_with_unknown_ones_between(@ForAll Random random) {
        var elements = new ArrayList<>(List.of(
                "01 0001 01",
                "07 0001 03",
                "0b 0006 343831353100",
                "0d 0010 53455030303131323233333434353500",
                "fe 0003 010203"));
        Collections.shuffle(elements, random);
        var body = hex(String.join("", elements));
        var message =
                "55 02 0000002a %04x %s".formatted(body.length, HexFormat.of().formatHex(body));

        assertThat(read(message)).isEqualTo(read(WITH_STRING));
    }

    @Property(tries = 100)
    void a_message_cut_short_is_malformed(@ForAll @IntRange(max = 43) int length) {
        var message = hex(WITH_STRING);

        assertThatThrownBy(() -> MessageReader.read(Unpooled.wrappedBuffer(message, 0, length)))
                .isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "56 02 0000002a 0000",
                "55 02 0000002a 0004 01 0002 01",
                "55 02 0000002a 0002 01 00",
                "55 02 0000002a 0005 07 0002 0303",
                "55 0c 0000002a 0007 04 0004 01 0000 00",
                "55 0c 0000002a 0009 04 0006 01 0009 00 01 aa",
                "55 02 0000002a 0006 14 0003 01 0000",
                "55 02 0000002a 0006 10 0003 00 0009"
            })
    void nonsense_is_malformed(String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(MalformedMessage.class);
    }

    @Property(tries = 200)
    void messages_are_found_in_the_stream_however_it_is_cut(@ForAll Random random) {
        var stream = hex(NULL_STRING + WITH_STRING + "55 11 0000002a 0000" + WITH_STRING);
        var channel = new EmbeddedChannel(new MessageDecoder());
        for (var at = 0; at < stream.length; ) {
            var next = Math.min(stream.length, at + 1 + random.nextInt(60));
            channel.writeInbound(Unpooled.copiedBuffer(stream, at, next - at));
            at = next;
        }

        assertThat(channel.inboundMessages())
                .containsExactly(
                        read(NULL_STRING), read(WITH_STRING), new PhoneMessage.InProgress(SESSION), read(WITH_STRING));
        channel.finishAndReleaseAll();
    }

    @Test
    void a_length_beyond_any_is_refused_before_it_is_waited_for() {
        var channel = new EmbeddedChannel(new MessageDecoder());

        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(hex("55 02 0000002a ffff"))))
                .isInstanceOf(MalformedMessage.class);
        channel.finishAndReleaseAll();
    }

    private static PhoneMessage read(String hex) {
        return MessageReader.read(Unpooled.wrappedBuffer(hex(hex)));
    }

    private static byte[] written(ServerMessage message) {
        var buffer = MessageWriter.write(UnpooledByteBufAllocator.DEFAULT, SESSION, message);
        try {
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
