package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.wire.Bytes;

/** The list of a conference as a page on the phone, and what is chosen there. */
class ConferencePageTest {
    private static final String DEVICE = "SEP001122334455";
    private static final LineInstance LINE = new LineInstance(1);
    private static final CallReference CALL = new CallReference(0x01000005);

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private final SccpBench bench;

    ConferencePageTest() throws IOException {
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
    void it_names_everybody_and_offers_what_the_user_may_do() throws Exception {
        try (var phone = phone(20)) {
            processing.say(DEVICE, list(2, true));

            assertThat(page(phone))
                    .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                            + "<CiscoIPPhoneMenu><Title>Conference</Title><Prompt>2 participants</Prompt>"
                            + "<MenuItem><Name>* Person 1 2001 - encrypted</Name>"
                            + "<URL>UserCallData:9081:1:16777221:0:1</URL></MenuItem>"
                            + "<MenuItem><Name>Person 2 2002</Name>"
                            + "<URL>UserCallData:9081:1:16777221:0:2</URL></MenuItem>"
                            + "<SoftKeyItem><Name>Remove</Name>"
                            + "<URL>UserCallDataSoftKey:Select:9081:1:16777221:0:Remove</URL><Position>1</Position></SoftKeyItem>"
                            + "<SoftKeyItem><Name>Update</Name>"
                            + "<URL>UserCallData:9081:1:16777221:0:Update</URL><Position>2</Position></SoftKeyItem>"
                            + "<SoftKeyItem><Name>Exit</Name><URL>SoftKey:Exit</URL><Position>3</Position></SoftKeyItem>"
                            + "</CiscoIPPhoneMenu>");
            processing.say(DEVICE, list(2, false));
            assertThat(page(phone)).doesNotContain("Remove");
        }
    }

    @Test
    void what_does_not_fit_stands_on_further_pages() throws Exception {
        try (var phone = phone(20)) {
            processing.say(DEVICE, list(40, true));
            var first = page(phone);
            assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_000);
            var more = first.replaceAll("(?s).*0:(More\\.\\d+)<.*", "$1");

            assertThat(saidAfter(phone, more)).containsExactly("Press[key=CONFERENCE_LIST, line=0, call=16777221]");
            processing.say(DEVICE, list(40, true));
            assertThat(page(phone)).contains("Person " + (Integer.parseInt(more.substring(5)) + 1) + " ");
        }
    }

    @Test
    void the_page_leaves_with_the_conference() throws Exception {
        try (var phone = phone(20)) {
            processing.say(DEVICE, list(3, true));
            page(phone);
            processing.say(DEVICE, new StationCommand.UpdateParties(LINE, CALL, ofTwo()));
            assertThat(page(phone)).contains("<CiscoIPPhoneExecute><ExecuteItem Priority=\"0\" URL=\"App:Close:0\"/>");

            processing.say(DEVICE, new StationCommand.UpdateParties(LINE, CALL, ofTwo()));
            assertThat(pages(phone)).isEmpty();
        }
        try (var older = phone(11)) {
            processing.say(DEVICE, list(3, true), new StationCommand.Clear(LINE, CALL, true, false));
            assertThat(pages(older).getLast()).contains("Init:Services");
        }
    }

    @Test
    void only_what_is_marked_after_remove_is_sent_out() throws Exception {
        try (var phone = phone(20)) {
            assertThat(saidAfter(phone, "Remove", "2")).isEmpty();
            processing.say(DEVICE, list(2, true));
            page(phone);

            assertThat(saidAfter(phone, "2")).isEmpty();
            assertThat(saidAfter(phone, "Remove", "2"))
                    .containsExactly("RemoveParticipant[call=16777221, participant=2]");
            assertThat(saidAfter(phone, "2")).isEmpty();
            assertThat(saidAfter(phone, "Update")).containsExactly("Press[key=CONFERENCE_LIST, line=0, call=16777221]");
        }
    }

    @Test
    void words_that_no_page_has_change_nothing() throws Exception {
        try (var phone = phone(20)) {
            processing.say(DEVICE, list(2, true));
            page(phone);
            assertThat(saidAfter(
                            phone, "", "More.", "More.x", "Remove", "-1", "Remove", "99999999999", "2".repeat(1_000)))
                    .isEmpty();
            assertThat(said(phone, new StationData.DeviceToUserData(9081, 1, CALL.value(), 0, text("Update"))))
                    .hasSize(1);
            assertThat(said(phone, new StationData.DeviceToUserData(9999, 1, CALL.value(), 0, text("Update"))))
                    .isEmpty();
        }
    }

    @Test
    void both_languages_say_everything() throws Exception {
        assertThat(words("en")).isNotEmpty().isEqualTo(words("ja"));
    }

    private static Set<String> words(String language) throws IOException {
        var words = new Properties();
        try (var in = SccpService.class.getResourceAsStream("command/conference_" + language + ".properties")) {
            words.load(Objects.requireNonNull(in));
        }
        return words.stringPropertyNames();
    }

    private RawPhone phone(int version) throws IOException {
        return bench.connect().registered(DEVICE, 404, version, RawPhone.JAVA);
    }

    private static StationCommand list(int count, boolean controls) {
        return new StationCommand.ListParticipants(
                LINE,
                CALL,
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> new Participant(
                                new CallReference(n),
                                new Party("" + (2000 + n), "Person " + n),
                                n == 1,
                                n == 1 ? SecurityClass.ENCRYPTED : SecurityClass.NON_SECURE))
                        .toList(),
                controls);
    }

    private static CallParties ofTwo() {
        return new CallParties(
                Direction.OUTBOUND, new Party("2001", "Alice"), new Party("2002", "Bob"), Optional.empty());
    }

    private String page(RawPhone phone) throws IOException {
        return pages(phone).getLast();
    }

    private List<String> pages(RawPhone phone) throws IOException {
        return phone.hearAll(processing, DEVICE).stream()
                .filter(ServerData.UserToDeviceDataVersion1.class::isInstance)
                .map(message ->
                        ((ServerData.UserToDeviceDataVersion1) message).data().text(StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> saidAfter(RawPhone phone, String... words) throws IOException {
        return said(
                phone,
                List.of(words).stream()
                        .map(word -> new StationData.DeviceToUserDataVersion1(
                                9081, 1, CALL.value(), 0, SequenceFlag.LAST, 0, 0, 0, 0, text(word)))
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
