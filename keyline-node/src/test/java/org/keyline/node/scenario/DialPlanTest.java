package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.node.record.RecordArchive;
import org.keyline.processing.record.CallRecords;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.web.ladder.Ladder;
import org.keyline.web.ladder.LadderText;
import org.keyline.web.record.TraceSearch;
import org.keyline.web.record.TracedCall;

/** What phones see of the dial plan: codes, hot lines, the outside dial tone, the number shown outside. */
class DialPlanTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(
                    Desk.of("alice", "2001").line("externalMask: 555XXXX"),
                    Desk.of("bob", "2002"),
                    Desk.of("hotel", "2003"));

    @BeforeAll
    static void theDialPlan() {
        SITE.imports("""
                keyline: 1
                partitions: [{name: Hot}]
                callingSearchSpaces: [{name: Hot, partitions: [Hot]}]
                authorizationCodes: [{name: Alice Smith, code: "471147", level: 5}]
                clientMatterCodes: [{code: "33"}]
                translationPatterns:
                  - {pattern: "61", calledMask: "2002", authorizationCode: true, authorizationLevel: 5}
                  - {pattern: "62", calledMask: "2002", authorizationCode: true, clientMatterCode: true}
                  - {pattern: "9.XXXX", calledDiscard: PRE_DOT, outsideDialTone: true, urgent: false, callingExternalMask: true}
                  - {pattern: "", partition: Hot, calledMask: "2002"}
                  - {pattern: "7.@", routeFilter: Home, calledDiscard: PRE_DOT_ELEVEN_TO_TEN, calledMask: "XXXX"}
                routeFilters: [{name: Home, conditions: [{tag: AREA_CODE, operator: EQUALS, value: "555"}]}]
                routeGroups: [{name: Local, devices: [{device: GW1}]}]
                routeLists: [{name: City, members: [{routeGroup: Local}]}]
                routePatterns: [{pattern: "0.XXX", routeList: City, calledDiscard: PRE_DOT}]
                lines:
                  - {number: "2003", callingSearchSpace: Hot}
                """);
        SITE.awaitsConfiguration();
    }

    @Test
    void a_number_with_a_code_asks_for_it_and_then_rings() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("61").hearsTone(Tone.ZIP_ZIP).showsPrompt("Enter authorization code");
        bob.isIdle();
        alice.pressesDigits("4711").hearsNoTone().pressesDigits("47#");
        bob.rings().answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
        SITE.awaitsConfiguration();
        assertThat(pressed("2002")).doesNotContain("button=4", "key=4").contains("button=6", "button=*", "key=*");
    }

    private static String pressed(String number) {
        Await.until(
                "the call's signals",
                () -> traced(number),
                () -> !traced(number).isEmpty());
        try {
            var ladder = LadderText.of(
                    Ladder.of(archive().signals(traced(number).getFirst().id())));
            return ladder.lines()
                    .filter(line -> line.contains("KeypadButton") || line.contains("Digit"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<TracedCall> traced(String number) {
        try {
            var search = new TraceSearch(number, "", Optional.empty(), Optional.empty(), Optional.empty());
            return archive().traced(search, 100);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RecordArchive archive() {
        return new RecordArchive(SITE.data(), () -> new CallRecords.Wanted(false, false));
    }

    @Test
    void a_number_dialled_as_a_whole_asks_for_both_codes() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dialsEnBloc("62");
        alice.showsPrompt("Enter authorization code").pressesDigits("471147#");
        alice.showsPrompt("Enter client matter code").pressesDigits("33#");
        bob.rings().answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_wrong_code_gives_reorder_and_says_so() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("61").hearsTone(Tone.ZIP_ZIP).pressesDigits("4712#");
        alice.hearsReorder().showsPrompt("Wrong pin").hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void where_no_gateway_is_registered_the_caller_hears_reorder_and_the_administrator_of_it() {
        var alice = SITE.boots("alice");
        alice.dials("0").hearsTone(Tone.OUTSIDE_DIAL).pressesDigits("112");
        alice.hearsReorder().hangsUp().isIdle();
        SITE.raises(AlarmCatalogue.ROUTE_LIST_EXHAUSTED, Map.of("routeList", "City"));
    }

    @Test
    void a_hot_line_calls_when_the_receiver_is_lifted() {
        var hotel = SITE.boots("hotel");
        var bob = SITE.boots("bob");
        hotel.liftsHandset();
        bob.rings().showsParty("2003", "hotel").answers().hears(hotel);
        hotel.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void the_way_outside_has_its_own_dial_tone_and_the_caller_the_number_of_outside() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("9")
                .hearsTone(Tone.OUTSIDE_DIAL)
                .pressesDigits("2")
                .hearsNoTone()
                .pressesDigits("002");
        bob.rings().showsParty("5552001", "alice").answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_long_distance_number_that_the_filter_admits_leads_to_a_line() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("715555552002");
        bob.rings().answers().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_long_distance_number_that_the_filter_leaves_out_is_unknown_at_its_first_wrong_digit() {
        var alice = SITE.boots("alice");
        alice.dials("715").hearsNoTone().pressesDigits("4");
        alice.hearsReorder().showsPrompt("Unknown number").hangsUp().isIdle();
    }
}
