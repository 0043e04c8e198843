package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.model.security.SecurityClass;

/** The list of a conference as a page on the phone, and what is chosen there. */
class ConferencePageTest {
    private static final LineInstance LINE = new LineInstance(1);
    private static final CallReference CALL = new CallReference(0x01000005);

    private final PageBench bench;

    ConferencePageTest() throws IOException {
        bench = new PageBench(9081, 1, CALL.value());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void it_names_everybody_and_offers_what_the_user_may_do() throws Exception {
        try (var phone = bench.phone(20)) {
            bench.say(list(2, true));

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
            bench.say(list(2, false));
            assertThat(page(phone)).doesNotContain("Remove");
        }
    }

    @Test
    void what_does_not_fit_stands_on_further_pages() throws Exception {
        try (var phone = bench.phone(20)) {
            bench.say(list(40, true));
            var first = page(phone);
            assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_000);
            var more = first.replaceAll("(?s).*0:(More\\.\\d+)<.*", "$1");

            assertThat(bench.saidAfter(phone, more))
                    .containsExactly("Press[key=CONFERENCE_LIST, line=0, call=16777221]");
            bench.say(list(40, true));
            assertThat(page(phone)).contains("Person " + (Integer.parseInt(more.substring(5)) + 1) + " ");
        }
    }

    @Test
    void the_page_leaves_with_the_conference() throws Exception {
        try (var phone = bench.phone(20)) {
            bench.say(list(3, true));
            page(phone);
            bench.say(new StationCommand.UpdateParties(LINE, CALL, ofTwo()));
            assertThat(page(phone)).contains("<CiscoIPPhoneExecute><ExecuteItem Priority=\"0\" URL=\"App:Close:0\"/>");

            bench.say(new StationCommand.UpdateParties(LINE, CALL, ofTwo()));
            assertThat(bench.pages(phone)).isEmpty();
        }
        try (var older = bench.phone(11)) {
            bench.say(list(3, true), new StationCommand.Clear(LINE, CALL, true, false));
            assertThat(bench.pages(older).getLast()).contains("Init:Services");
        }
    }

    @Test
    void only_what_is_marked_after_remove_is_sent_out() throws Exception {
        try (var phone = bench.phone(20)) {
            assertThat(bench.saidAfter(phone, "Remove", "2")).isEmpty();
            bench.say(list(2, true));
            page(phone);

            assertThat(bench.saidAfter(phone, "2")).isEmpty();
            assertThat(bench.saidAfter(phone, "Remove", "2"))
                    .containsExactly("RemoveParticipant[call=16777221, participant=2]");
            assertThat(bench.saidAfter(phone, "2")).isEmpty();
            assertThat(bench.saidAfter(phone, "Update"))
                    .containsExactly("Press[key=CONFERENCE_LIST, line=0, call=16777221]");
        }
    }

    @Test
    void words_that_no_page_has_change_nothing() throws Exception {
        try (var phone = bench.phone(20)) {
            bench.say(list(2, true));
            page(phone);
            assertThat(bench.saidAfter(
                            phone, "", "More.", "More.x", "Remove", "-1", "Remove", "99999999999", "2".repeat(1_000)))
                    .isEmpty();
            assertThat(bench.saidAfterOlder(phone, 9081, "Update")).hasSize(1);
            assertThat(bench.saidAfterOlder(phone, 9999, "Update")).isEmpty();
        }
    }

    @Test
    void both_languages_say_everything() throws Exception {
        assertThat(PageBench.words("conference", "en")).isNotEmpty().isEqualTo(PageBench.words("conference", "ja"));
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
        return bench.pages(phone).getLast();
    }
}
