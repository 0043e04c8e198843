package org.keyline.sccp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallPrecedence;
import org.keyline.sccp.codec.field.CallPrivacy;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.UnregisterReason;
import org.keyline.sccp.codec.message.RegisterForm;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.ServerAudio.SetRinger;
import org.keyline.sccp.codec.message.ServerCall.CallStateMessage;
import org.keyline.sccp.codec.message.ServerConfiguration.LineStat;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;
import org.keyline.sccp.codec.message.StationKey.EnblocCall;
import org.keyline.sccp.codec.message.StationKey.KeypadButton;
import org.keyline.sccp.codec.message.StationKey.OnHook;
import org.keyline.sccp.codec.message.StationKey.Stimulus;
import org.keyline.sccp.codec.message.StationMedia.ConnectionStatisticsRes;
import org.keyline.sccp.codec.message.StationMedia.OpenReceiveChannelAck;
import org.keyline.sccp.codec.message.StationRegistration.Register;
import org.keyline.sccp.codec.message.StationRegistration.UnregisterReq;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.MediaAddress;

/** The short, long and odd bodies that real phones and servers send. */
class FormsByLengthTest {
    private static final MediaAddress PHONE = MediaAddress.ipv4(0xC0000215);

    @ParameterizedTest
    @CsvSource({"4,0,0", "8,1,0", "12,1,5", "20,1,5"})
    void keypad_button_is_read_from_four_bytes_on(int length, int line, int call) {
        var body = words(7, 1, 5, 9, 9).writerIndex(length);

        assertThat(read(0x0003, 8, body)).isEqualTo(new KeypadButton(KeypadKey.of('7'), line, call));
    }

    @Test
    void on_hook_of_old_phones_is_empty() {
        assertThat(read(0x0007, 3, words())).isEqualTo(new OnHook(0, 0));
    }

    @Test
    void stimulus_of_old_firmware_has_two_words() {
        assertThat(read(0x0005, 3, words(9, 2))).isEqualTo(new Stimulus(ButtonType.LINE, 2, 0, 0));
    }

    @Test
    void a_7912_leaves_the_call_out_of_its_ack() {
        var body = words(0).writeInt(0xC0000215).writeIntLE(16384).writeIntLE(77);

        assertThat(read(0x0022, 8, body)).isEqualTo(new OpenReceiveChannelAck(MediaStatus.OK, PHONE, 16384, 77, 0));
    }

    @Test
    void a_narrow_ack_is_understood_in_version_17_too() {
        var body =
                words(0).writeInt(0xC0000215).writeIntLE(16384).writeIntLE(77).writeIntLE(5);

        assertThat(read(0x0022, 17, body)).isEqualTo(new OpenReceiveChannelAck(MediaStatus.OK, PHONE, 16384, 77, 5));
    }

    @Test
    void enbloc_call_grows_with_the_version() {
        assertThat(read(0x0004, 11, number(24))).isEqualTo(new EnblocCall("1002", 0));
        assertThat(read(0x0004, 17, number(24).writeIntLE(2))).isEqualTo(new EnblocCall("1002", 2));
    }

    @Test
    void enbloc_call_of_a_7970_is_packed_without_filling() {
        assertThat(read(0x0004, 18, number(25).writeIntLE(2))).isEqualTo(new EnblocCall("1002", 2));
    }

    @Test
    void enbloc_call_of_an_8945_is_padded_before_the_line() {
        assertThat(read(0x0004, 20, number(28).writeIntLE(2))).isEqualTo(new EnblocCall("1002", 2));
    }

    @Test
    void unregister_of_old_phones_gives_no_reason() {
        assertThat(read(0x0027, 3, words())).isEqualTo(new UnregisterReq(UnregisterReason.UNKNOWN));
        assertThat(read(0x0027, 17, words(1))).isEqualTo(new UnregisterReq(UnregisterReason.POWER_SAVE));
    }

    @ParameterizedTest
    @CsvSource({"44,BASIC", "68,CONFERENCES", "100,CONFERENCES", "124,LOAD", "172,STAMP", "188,STAMP"})
    void register_tells_by_its_length_what_is_in_it(int length, RegisterForm form) {
        var body = Unpooled.buffer().writeBytes("SEP0011223344AA".getBytes(StandardCharsets.US_ASCII));
        body.writeZero(13).writeIntLE(7).writeZero(8).writeByte(11).writeZero(length - 41);

        assertThat(read(0x0001, 0, body)).isInstanceOfSatisfying(Register.class, register -> {
            assertThat(register.form()).isEqualTo(form);
            assertThat(register.deviceName()).isEqualTo("SEP0011223344AA");
            assertThat(register.protocolVersion()).isEqualTo(11);
        });
    }

    @Test
    void call_state_of_call_manager_3_has_three_words() {
        assertThat(read(0x0111, 3, words(5, 1, 9)))
                .isEqualTo(
                        new CallStateMessage(CallState.CONNECTED, 1, 9, CallPrivacy.NONE, CallPrecedence.ROUTINE, 0));
    }

    @Test
    void set_ringer_of_call_manager_2_has_one_word() {
        assertThat(read(0x0085, 0, words(1))).isEqualTo(new SetRinger(RingMode.OFF, RingDuration.NORMAL, 0, 0));
    }

    @Test
    void line_stat_of_call_manager_2_has_the_number_only() {
        var body =
                words(1).writeBytes("1001".getBytes(StandardCharsets.US_ASCII)).writeZero(20);

        assertThat(read(0x0092, 0, body)).isEqualTo(new LineStat(1, "1001", "", "", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "3,24,40",
        "5,68,84",
        "8,92,112",
        "10,92,112",
        "11,92,112",
        "15,108,116",
        "17,128,132",
        "20,128,132",
        "21,168,168",
        "22,168,168"
    })
    void media_bodies_grow_with_the_version(int version, int open, int start) {
        assertThat(bodyLength(AnyMessage.of(OpenReceiveChannel.class, 1), version))
                .isEqualTo(open);
        assertThat(bodyLength(AnyMessage.of(StartMediaTransmission.class, 1), version))
                .isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({"11,false", "20,false", "22,true"})
    void statistics_are_read_in_each_form(int version, boolean packed) {
        var body = Unpooled.buffer().writeBytes("1001".getBytes(StandardCharsets.US_ASCII));
        body.writeZero(version < 18 ? 20 : 24).writeIntLE(5);
        (packed ? body.writeByte(1) : body.writeIntLE(1))
                .writeIntLE(10)
                .writeIntLE(1600)
                .writeIntLE(11);
        body.writeIntLE(1760).writeIntLE(2).writeIntLE(3).writeIntLE(4).writeIntLE(7);
        body.writeBytes("MLQK=4.".getBytes(StandardCharsets.US_ASCII)).writeZero(packed ? 0 : 593);

        assertThat(read(0x0023, version, body))
                .isEqualTo(new ConnectionStatisticsRes("1001", 5, 1, 10, 1600, 11, 1760, 2, 3, 4, "MLQK=4."));
    }

    private static ByteBuf words(int... words) {
        var body = Unpooled.buffer();
        for (int word : words) {
            body.writeIntLE(word);
        }
        return body;
    }

    private static ByteBuf number(int size) {
        return Unpooled.buffer()
                .writeBytes("1002".getBytes(StandardCharsets.US_ASCII))
                .writeZero(size - 4);
    }

    private static int bodyLength(SccpMessage message, int version) {
        var frame = Unpooled.buffer();
        SccpEncoder.encode(message, Dialect.latin1(version), frame);
        return frame.readableBytes() - 12;
    }

    private static Object read(int id, int version, ByteBuf body) {
        var frame = Unpooled.buffer().writeIntLE(4 + body.readableBytes()).writeIntLE(0);
        frame.writeIntLE(id).writeBytes(body);
        var decoder = new SccpDecoder(Sender.EITHER);
        decoder.dialect(Dialect.latin1(version));
        return decoder.decode(frame).orElseThrow();
    }
}
