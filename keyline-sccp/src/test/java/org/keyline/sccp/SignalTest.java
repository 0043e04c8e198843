package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.wire.MediaAddress;

/** What a phone's messages mean for call control, odd forms of old phones included. */
class SignalTest {
    private static final String DEVICE = "SEP001122334455";
    private static final MediaStream STREAM = new MediaStream(7, 0x01010001);

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private final SccpBench bench;

    SignalTest() throws IOException {
        bench = new SccpBench(processing, phones);
    }

    @BeforeEach
    void configure() {
        phones.add(DEVICE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001", "2002"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<String> heardAfter(int version, SccpMessage... messages) throws IOException {
        try (var phone = bench.connect().registered(DEVICE, 404, version, RawPhone.JAVA)) {
            return heardAfter(phone, messages);
        }
    }

    private List<String> heardAfter(RawPhone phone, SccpMessage... messages) throws IOException {
        return heardAfter(phone, () -> phone.send(messages));
    }

    private List<String> heardAfter(RawPhone phone, ByteBuf... frames) throws IOException {
        return heardAfter(phone, () -> {
            for (var frame : frames) {
                phone.sendBytes(frame.array(), frame.readableBytes());
            }
        });
    }

    private List<String> heardAfter(RawPhone phone, Saying saying) throws IOException {
        var before = processing.heard().size();
        saying.say();
        phone.hearAll();
        return processing.heard().subList(before, processing.heard().size()).stream()
                .map(line -> line.substring(DEVICE.length() + 1))
                .toList();
    }

    /** What a phone sends. */
    private interface Saying {
        void say() throws IOException;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 11, 17, 22})
    void every_key_of_the_dial_pad_is_a_digit(int version) throws Exception {
        var digits = "0123456789*#ABCD";
        var keys = digits.chars()
                .mapToObj(digit -> new StationKey.KeypadButton(KeypadKey.of((char) digit), 1, 5))
                .toArray(SccpMessage[]::new);
        assertThat(heardAfter(version, keys))
                .hasSize(digits.length())
                .contains(
                        "Digit[key=7, line=1, call=5]", "Digit[key=*, line=1, call=5]", "Digit[key=#, line=1, call=5]");
    }

    @Test
    void a_number_dialled_at_once_is_en_bloc() throws Exception {
        assertThat(heardAfter(22, new StationKey.EnblocCall("2002", 1))).containsExactly("EnBloc[digits=2002, line=1]");
        assertThat(heardAfter(11, new StationKey.EnblocCall("2002", 1))).containsExactly("EnBloc[digits=2002, line=0]");
    }

    @Test
    void hook_and_softkeys_carry_line_and_call() throws Exception {
        assertThat(heardAfter(
                        20,
                        new StationKey.OffHook(0, 0),
                        new StationKey.OffHook(1, 5),
                        new StationKey.OnHook(0, 0),
                        new StationKey.OnHook(1, 5),
                        new StationKey.SoftKeyEvent(SoftKey.NEW_CALL, 2, 0),
                        new StationKey.SoftKeyEvent(SoftKey.ANSWER, 1, 5),
                        new StationKey.SoftKeyEvent(SoftKey.of(32), 1, 5),
                        new StationKey.SoftKeyEvent(SoftKey.BACKSPACE, 1, 5)))
                .containsExactly(
                        "OffHook[line=0, call=0]",
                        "OffHook[line=1, call=5]",
                        "OnHook[line=0, call=0]",
                        "OnHook[line=1, call=5]",
                        "Press[key=NEW_CALL, line=2, call=0]",
                        "Press[key=ANSWER, line=1, call=5]",
                        "Press[key=DIAL, line=1, call=5]",
                        "Press[key=BACKSPACE, line=1, call=5]");
    }

    @Test
    void buttons_mean_what_they_are() throws Exception {
        assertThat(heardAfter(
                        20,
                        new StationKey.Stimulus(ButtonType.LINE, 2, 0, 0),
                        new StationKey.Stimulus(ButtonType.SPEED_DIAL, 3, 0, 0),
                        new StationKey.Stimulus(ButtonType.HOLD, 1, 5, 0),
                        new StationKey.Stimulus(ButtonType.LAST_NUMBER_REDIAL, 1, 0, 0),
                        new StationKey.HookFlash(1, 5)))
                .containsExactly(
                        "LineKey[line=2]",
                        "SpeedDialKey[instance=3]",
                        "Press[key=HOLD, line=0, call=5]",
                        "Press[key=REDIAL, line=0, call=0]",
                        "Press[key=HOLD, line=1, call=5]");
    }

    @Test
    void a_button_index_in_place_of_a_line_counts_as_no_line() throws Exception {
        assertThat(heardAfter(11, new StationKey.KeypadButton(KeypadKey.of('7'), 6, 0), new StationKey.OnHook(6, 0)))
                .containsExactly("Digit[key=7, line=0, call=0]", "OnHook[line=0, call=0]");
    }

    @Test
    void keys_of_features_that_are_not_there_and_transducers_mean_nothing() throws Exception {
        assertThat(heardAfter(
                        20,
                        new StationKey.SoftKeyEvent(SoftKey.VIDEO_MODE, 1, 5),
                        new StationKey.Stimulus(ButtonType.VIDEO_MODE, 1, 5, 0),
                        new StationKey.HeadsetStatus(OnOff.ON),
                        new StationKey.KeypadButton(KeypadKey.of(99), 1, 5)))
                .isEmpty();
    }

    @Test
    void a_keypad_button_of_a_7905_has_no_call_and_of_others_not_even_a_line() throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, 5, RawPhone.CLASSIC)) {
            var twoWords = Unpooled.buffer()
                    .writeIntLE(12)
                    .writeIntLE(0)
                    .writeIntLE(3)
                    .writeIntLE(7)
                    .writeIntLE(1);
            var oneWord =
                    Unpooled.buffer().writeIntLE(8).writeIntLE(0).writeIntLE(3).writeIntLE(8);
            assertThat(heardAfter(phone, twoWords, oneWord))
                    .containsExactly("Digit[key=7, line=1, call=0]", "Digit[key=8, line=0, call=0]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 11, 15, 17, 22})
    void the_phones_address_comes_back_with_the_stream_it_was_asked_for(int version) throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, version, RawPhone.JAVA)) {
            open(phone);
            assertThat(heardAfter(
                            phone,
                            new StationMedia.OpenReceiveChannelAck(
                                    MediaStatus.OK, MediaAddress.ipv4(0xC0000215), 16_384, STREAM.party(), 5)))
                    .containsExactly("ReceiveOpened[stream=" + STREAM + ", address=192.0.2.21:16384]");
        }
    }

    @Test
    void a_7912_answers_without_a_call_reference() throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, 5, RawPhone.CLASSIC)) {
            open(phone);
            var ack = Unpooled.buffer().writeIntLE(20).writeIntLE(0).writeIntLE(0x22);
            ack.writeIntLE(0).writeInt(0xC0000215).writeIntLE(16_384).writeIntLE(STREAM.party());
            assertThat(heardAfter(phone, ack))
                    .containsExactly("ReceiveOpened[stream=" + STREAM + ", address=192.0.2.21:16384]");
        }
    }

    @Test
    void an_error_or_an_address_of_zeros_is_a_refusal() throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, 20, RawPhone.JAVA)) {
            open(phone);
            assertThat(heardAfter(
                            phone,
                            new StationMedia.OpenReceiveChannelAck(
                                    MediaStatus.NOT_ENOUGH_CHANNELS, MediaAddress.NONE, 0, STREAM.party(), 5),
                            new StationMedia.OpenReceiveChannelAck(
                                    MediaStatus.OK, MediaAddress.NONE, 16_384, STREAM.party(), 5),
                            new StationMedia.OpenReceiveChannelAck(
                                    MediaStatus.OK, MediaAddress.ipv4(0xC0000215), 70_000, STREAM.party(), 5)))
                    .containsExactly(
                            "ReceiveRefused[stream=" + STREAM + ", status=2]",
                            "ReceiveRefused[stream=" + STREAM + ", status=0]",
                            "ReceiveRefused[stream=" + STREAM + ", status=0]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 20, 22})
    void counters_of_a_call_arrive(int version) throws Exception {
        assertThat(heardAfter(
                        version,
                        new StationMedia.ConnectionStatisticsRes(
                                "2001", 5, 0, 100, 16_000, 99, 15_840, 1, 3, 20, "MLQK=4.5")))
                .containsExactly("Statistics[call=5, packetsSent=100, octetsSent=16000, packetsReceived=99, "
                        + "octetsReceived=15840, packetsLost=1, jitterMillis=3, latencyMillis=20, quality=MLQK=4.5]");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11, 17, 22})
    void whether_a_multicast_group_was_joined_comes_back_with_its_stream(int version) throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, version, RawPhone.JAVA)) {
            join(phone);
            assertThat(heardAfter(
                            phone,
                            new StationMedia.MulticastMediaReceptionAck(0, STREAM.party(), 5),
                            new StationMedia.MulticastMediaReceptionAck(1, STREAM.party(), 5)))
                    .containsExactly(
                            "GroupJoined[stream=" + STREAM + "]", "ReceiveRefused[stream=" + STREAM + ", status=1]");
        }
    }

    @Test
    void an_old_phone_answers_for_its_group_without_a_call_reference() throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, 5, RawPhone.CLASSIC)) {
            join(phone);
            var ack = Unpooled.buffer().writeIntLE(12).writeIntLE(0).writeIntLE(0x21);
            ack.writeIntLE(0).writeIntLE(STREAM.party());
            assertThat(heardAfter(phone, ack)).containsExactly("GroupJoined[stream=" + STREAM + "]");
        }
    }

    private void join(RawPhone phone) throws IOException {
        processing.say(
                DEVICE,
                new StationCommand.JoinGroup(
                        new CallReference(5),
                        STREAM,
                        new org.keyline.model.media.MediaAddress(InetAddress.getByName("239.1.1.5"), 16_384),
                        AudioCodec.G711_ULAW,
                        20));
        phone.hearAll(processing, DEVICE);
    }

    private void open(RawPhone phone) throws IOException {
        processing.say(
                DEVICE,
                new StationCommand.OpenReceive(
                        new CallReference(5), STREAM, AudioCodec.G711_ULAW, 20, Optional.empty()));
        phone.hearAll(processing, DEVICE);
    }
}
