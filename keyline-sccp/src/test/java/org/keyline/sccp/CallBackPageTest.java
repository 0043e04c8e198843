package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallBackNotice.Kind;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand.ShowCallBack;
import org.keyline.callcontrol.station.StationCommand.ShowDoNotDisturb;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.wire.Bytes;

/** Call back as pages on the phone, and what is chosen there. */
class CallBackPageTest {
    private static final String DEVICE = "SEP001122334455";
    private static final Party BOB = new Party("2002", "Bob <&> \"Son\"");

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private final SccpBench bench;

    CallBackPageTest() throws IOException {
        bench = new SccpBench(processing, phones);
    }

    @BeforeEach
    void configure() {
        phones.add(DEVICE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void who_is_free_is_named_with_the_time_and_may_be_called() throws Exception {
        try (var phone = phone(20)) {
            processing.say(
                    DEVICE, new ShowCallBack(CallBackNotice.available(BOB, Instant.parse("2026-07-01T10:15:00Z"))));

            var heard = phone.hearAll(processing, DEVICE);
            assertThat(pages(heard))
                    .containsExactly("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                            + "<CiscoIPPhoneText><Title>Call back</Title><Prompt></Prompt>"
                            + "<Text>Bob &lt;&amp;&gt; &quot;Son&quot; 2002 is now available, since 19:15.</Text>"
                            + key("Dial", "UserCallData:9082:0:0:0:DIAL", 1)
                            + key("Cancel", "UserCallData:9082:0:0:0:CANCEL", 2)
                            + key("Exit", "SoftKey:Exit", 3)
                            + "</CiscoIPPhoneText>");
            assertThat(heard).contains(new ServerAudio.SetRinger(RingMode.FEATURE, RingDuration.SINGLE, 0, 0));
        }
    }

    private static String key(String name, String url, int position) {
        return "<SoftKeyItem><Name>" + name + "</Name><URL>" + url + "</URL><Position>" + position
                + "</Position></SoftKeyItem>";
    }

    @Test
    void who_wants_peace_sees_it_and_hears_nothing() throws Exception {
        try (var phone = phone(20)) {
            processing.say(
                    DEVICE, new ShowDoNotDisturb(true), new ShowCallBack(CallBackNotice.available(BOB, Instant.EPOCH)));

            var heard = phone.hearAll(processing, DEVICE);
            assertThat(pages(heard)).hasSize(1);
            assertThat(heard).noneMatch(ServerAudio.SetRinger.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OVER")
    void every_notice_fits_and_escapes_names(Kind kind) throws Exception {
        var verbose = new Party("2".repeat(50), "<".repeat(64));
        try (var phone = phone(20)) {
            processing.say(
                    DEVICE,
                    new ShowCallBack(
                            new CallBackNotice(kind, verbose, Optional.of(verbose), Optional.of(Instant.EPOCH))));

            var page = pages(phone.hearAll(processing, DEVICE)).getLast();
            assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_000);
            assertThat(page).doesNotContain("<<").contains("<Name>Exit</Name>");
        }
    }

    @Test
    void it_leaves_the_display_when_it_is_over() throws Exception {
        var over = new ShowCallBack(CallBackNotice.of(Kind.OVER, BOB));
        try (var phone = phone(20)) {
            processing.say(DEVICE, over);
            assertThat(pages(phone.hearAll(processing, DEVICE))).isEmpty();
            processing.say(DEVICE, new ShowCallBack(CallBackNotice.of(Kind.ACTIVE, BOB)), over, over);
            assertThat(pages(phone.hearAll(processing, DEVICE)))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("App:Close:0");
        }
    }

    @Test
    void a_phone_that_takes_no_pages_shows_a_line() throws Exception {
        try (var phone = bench.connect().registered(DEVICE, 404, 3, RawPhone.JAVA)) {
            processing.say(DEVICE, new ShowCallBack(CallBackNotice.of(Kind.ACTIVE, BOB)));

            var heard = phone.hearAll(processing, DEVICE);
            assertThat(pages(heard)).isEmpty();
            assertThat(heard).anyMatch(message -> message.toString().contains("Call back 2002"));
        }
    }

    @Test
    void what_is_chosen_comes_back_and_other_words_change_nothing() throws Exception {
        try (var phone = phone(20)) {
            assertThat(saidAfter(phone, "DIAL", "CANCEL", "REPLACE", "", "dial", "DIALX", "D".repeat(1_000)))
                    .containsExactly(
                            "ChooseCallBack[choice=DIAL]",
                            "ChooseCallBack[choice=CANCEL]",
                            "ChooseCallBack[choice=REPLACE]");
            assertThat(said(phone, new StationData.DeviceToUserData(9082, 0, 0, 0, text("DIAL"))))
                    .hasSize(1);
            assertThat(said(phone, new StationData.DeviceToUserData(9999, 0, 0, 0, text("DIAL"))))
                    .isEmpty();
        }
    }

    @Test
    void both_languages_say_everything() throws Exception {
        assertThat(words("en")).isNotEmpty().isEqualTo(words("ja"));
    }

    private static Set<String> words(String language) throws IOException {
        var words = new Properties();
        try (var in = SccpService.class.getResourceAsStream("command/callback_" + language + ".properties")) {
            words.load(Objects.requireNonNull(in));
        }
        return words.stringPropertyNames();
    }

    private RawPhone phone(int version) throws IOException {
        return bench.connect().registered(DEVICE, 404, version, RawPhone.JAVA);
    }

    private static List<String> pages(List<Decoded> heard) {
        return heard.stream()
                .filter(ServerData.UserToDeviceDataVersion1.class::isInstance)
                .map(message ->
                        ((ServerData.UserToDeviceDataVersion1) message).data().text(StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> saidAfter(RawPhone phone, String... words) throws IOException {
        return said(
                phone,
                Stream.of(words)
                        .map(word -> new StationData.DeviceToUserDataVersion1(
                                9082, 0, 0, 0, SequenceFlag.LAST, 0, 0, 0, 0, text(word)))
                        .toArray(SccpMessage[]::new));
    }

    private List<String> said(RawPhone phone, SccpMessage... messages) throws IOException {
        var before = processing.heard().size();
        phone.send(messages);
        phone.hearAll();
        return processing.heard().subList(before, processing.heard().size()).stream()
                .map(line -> line.substring(DEVICE.length() + 1))
                .toList();
    }

    private static Bytes text(String word) {
        return Bytes.of(word, StandardCharsets.US_ASCII);
    }
}
