package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallBackNotice.Kind;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand.ShowCallBack;
import org.keyline.callcontrol.station.StationCommand.ShowDoNotDisturb;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.message.ServerAudio;

/** Call back as pages on the phone, and what is chosen there. */
class CallBackPageTest {
    private static final Party BOB = new Party("2002", "Bob <&> \"Son\"");

    private final PageBench bench;

    CallBackPageTest() throws IOException {
        bench = new PageBench(9082, 0, 0);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void who_is_free_is_named_with_the_time_and_may_be_called() throws Exception {
        try (var phone = bench.phone(20)) {
            bench.say(new ShowCallBack(CallBackNotice.available(BOB, Instant.parse("2026-07-01T10:15:00Z"))));

            var heard = bench.heard(phone);
            assertThat(PageBench.pages(heard))
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
        try (var phone = bench.phone(20)) {
            bench.say(new ShowDoNotDisturb(true), new ShowCallBack(CallBackNotice.available(BOB, Instant.EPOCH)));

            var heard = bench.heard(phone);
            assertThat(PageBench.pages(heard)).hasSize(1);
            assertThat(heard).noneMatch(ServerAudio.SetRinger.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OVER")
    void every_notice_fits_and_escapes_names(Kind kind) throws Exception {
        var verbose = new Party("2".repeat(50), "<".repeat(64));
        try (var phone = bench.phone(20)) {
            bench.say(new ShowCallBack(
                    new CallBackNotice(kind, verbose, Optional.of(verbose), Optional.of(Instant.EPOCH))));

            var page = bench.pages(phone).getLast();
            assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_000);
            assertThat(page).doesNotContain("<<").contains("<Name>Exit</Name>");
        }
    }

    @Test
    void it_leaves_the_display_when_it_is_over() throws Exception {
        var over = new ShowCallBack(CallBackNotice.of(Kind.OVER, BOB));
        try (var phone = bench.phone(20)) {
            bench.say(over);
            assertThat(bench.pages(phone)).isEmpty();
            bench.say(new ShowCallBack(CallBackNotice.of(Kind.ACTIVE, BOB)), over, over);
            assertThat(bench.pages(phone)).hasSize(2).last().asString().contains("App:Close:0");
        }
    }

    @Test
    void a_phone_that_takes_no_pages_shows_a_line() throws Exception {
        try (var phone = bench.phone(3)) {
            bench.say(new ShowCallBack(CallBackNotice.of(Kind.ACTIVE, BOB)));

            var heard = bench.heard(phone);
            assertThat(PageBench.pages(heard)).isEmpty();
            assertThat(heard).anyMatch(message -> message.toString().contains("Call back 2002"));
        }
    }

    @Test
    void what_is_chosen_comes_back_and_other_words_change_nothing() throws Exception {
        try (var phone = bench.phone(20)) {
            assertThat(bench.saidAfter(phone, "DIAL", "CANCEL", "REPLACE", "", "dial", "DIALX", "D".repeat(1_000)))
                    .containsExactly(
                            "ChooseCallBack[choice=DIAL]",
                            "ChooseCallBack[choice=CANCEL]",
                            "ChooseCallBack[choice=REPLACE]");
            assertThat(bench.saidAfterOlder(phone, 9082, "DIAL")).hasSize(1);
            assertThat(bench.saidAfterOlder(phone, 9999, "DIAL")).isEmpty();
        }
    }

    @Test
    void both_languages_say_everything() throws Exception {
        assertThat(PageBench.words("callback", "en")).isNotEmpty().isEqualTo(PageBench.words("callback", "ja"));
    }
}
