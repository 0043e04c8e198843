package org.keyline.node.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.processing.engine.Epoch;
import org.keyline.web.dial.NumberAnalyser.Answer;
import org.keyline.web.dial.NumberAnalyser.Answer.Explained;
import org.keyline.web.dial.NumberAnalyser.Answer.NotUnderstood;
import org.keyline.web.dial.NumberAnalyser.Question;

class DialPlanDeskTest {
    private static final String OFFICE = """
            keyline: 1
            timePeriods:
              - {name: Work, start: "08:00", end: "18:00", firstDay: MONDAY, lastDay: FRIDAY}
            timeSchedules:
              - {name: Office hours, periods: [Work]}
            partitions:
              - {name: Staff}
              - {name: Day, timeSchedule: Office hours, timeZone: Europe/Berlin}
              - {name: Night}
            callingSearchSpaces:
              - {name: Everything, partitions: [Staff, Day, Night]}
            lines:
              - {number: "2001", partition: Staff, callingSearchSpace: Everything}
              - {number: "2002", partition: Staff}
            translationPatterns:
              - {pattern: "100", partition: Day, callingSearchSpace: Everything, calledMask: "2002", callingPrefix: "8"}
              - {pattern: "100", partition: Night, block: true, releaseClause: CALL_REJECTED}
              - {pattern: "0.!", partition: Staff, urgent: false, callingSearchSpace: Everything, calledDiscard: PRE_DOT, authorizationCode: true, authorizationLevel: 7}
            routeGroups:
              - {name: Local, devices: [{device: GW1}, {device: GW2}]}
              - {name: Far, distribution: CIRCULAR, devices: [{device: GW4}]}
            routeFilters:
              - {name: New York, conditions: [{tag: AREA_CODE, operator: EQUALS, value: "212"}]}
            routeLists:
              - {name: Long, members: [{routeGroup: Far, calledDiscard: PRE_AT_ELEVEN_TEN_TO_SEVEN}]}
              - {name: City, members: [{routeGroup: Local}, {routeGroup: Far, calledPrefix: "0049", callingMask: "555XXXX"}]}
            routePatterns:
              - {pattern: "9.!", partition: Staff, routeList: City, calledDiscard: PRE_DOT, callingExternalMask: true}
              - {pattern: "8.@", partition: Staff, routeList: Long, routeFilter: New York, calledDiscard: PRE_DOT_ELEVEN_TO_TEN}
            lineGroups:
              - {name: Desk, members: [2001@Staff, 2002@Staff]}
            huntLists: [{name: Help, lineGroups: [Desk]}]
            huntPilots: [{pattern: "5000", partition: Staff, huntList: Help}]
            phones:
              - {name: SEP001122334455, model: 7960, lines: [{line: 2001@Staff, externalMask: 030XXXX}]}
              - {name: SEP001122334466, model: 7960, loggedIntoHuntGroups: false, lines: [{line: 2002@Staff}]}
            """;

    @TempDir
    private Path directory;

    private Configuration configuration;
    private DialPlanDesk desk;

    @BeforeEach
    void open() throws IOException {
        configuration = Configuration.open(directory);
        FreshDatabase.ensure(configuration.store(), "cm1", "10.0.0.1", 2000);
        var office = new ByteArrayInputStream(OFFICE.getBytes(StandardCharsets.UTF_8));
        assertThat(configuration.file().importFrom(office, ImportMode.MERGE, Author.administrator("test")))
                .isInstanceOf(ImportResult.Imported.class);
        var snapshot = configuration.snapshots().current();
        var plan = DialPlan.compile(Epoch.numbering(snapshot), InstantSource.system());
        desk = new DialPlanDesk(() -> snapshot, () -> plan, InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")));
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void by_day_a_number_is_translated_and_by_night_it_is_blocked() {
        for (var caller : new String[] {"2001", "2001@Staff", "sep001122334455", "Everything"}) {
            assertThat(explained(caller, "100", "").verdict()).contains("the line 2002, partition Staff");
        }

        assertThat(explained("2001", "100", "2026-11-20T20:00:00Z").verdict()).contains("blocked, cause 21");
    }

    @Test
    void each_step_says_what_won_and_what_did_not() {
        var explained = explained("2001", "100", "");

        assertThat(explained.steps()).hasSize(2);
        assertThat(explained.steps().getFirst().candidates().stream()
                        .map(candidate -> candidate.partition() + ": " + candidate.standing()))
                .containsExactly("Day: wins", "Night: as close, but its partition is searched later");
        assertThat(explained.steps().getFirst().remarks()).contains("100 becomes 2002.");
        assertThat(explained.facts()).contains("The caller is shown as 82001.");
    }

    @Test
    void what_a_call_would_wait_and_ask_for_is_told() {
        var explained = explained("2001", "02002", "");

        assertThat(explained.verdict())
                .startsWith("Longer numbers are possible")
                .contains("2002");
        assertThat(explained.facts()).anyMatch(fact -> fact.contains("level 7"));
    }

    @Test
    void the_ways_out_are_told_with_the_numbers_each_is_sent() {
        var explained = explained("2001", "91234", "");

        assertThat(explained.verdict()).contains("The route pattern 9.!, partition Staff, leads out by City.");
        assertThat(explained.facts())
                .containsExactly(
                        "Route group Local, top down: GW1, GW2. Sent: 1234, caller 0302001.",
                        "Route group Far, circular: GW4. Sent: 004991234, caller 5552001.");
        assertThat(explained.steps().getFirst().candidates().getFirst().kind()).isEqualTo("Route pattern");
    }

    @Test
    void the_parts_of_a_numbering_plans_number_are_told_with_filter_and_discards() {
        var explained = explained("2001", "812125551212", "");

        assertThat(explained.verdict()).contains("The route pattern 8.@, partition Staff, leads out by Long.");
        assertThat(explained.steps().getFirst().remarks())
                .contains(
                        "By 8.@ with the route filter New York: LONG-DISTANCE-DIRECT-DIAL = 1, AREA-CODE = 212,"
                                + " OFFICE-CODE = 555, SUBSCRIBER = 1212.",
                        "Discarded: 8 (PreDot), 1 (LONG-DISTANCE-DIRECT-DIAL).",
                        "812125551212 becomes 2125551212.");
        assertThat(explained.facts()).containsExactly("Route group Far, circular: GW4. Sent: 5551212, caller 2001.");
    }

    @Test
    void a_filter_that_leaves_a_number_out_is_named() {
        var explained = explained("2001", "816175551212", "");

        assertThat(explained.verdict()).contains("leads nowhere");
        assertThat(explained.steps().getFirst().candidates())
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.standing()).isEqualTo("its route filter leaves this number out"));
        assertThat(explained.steps().getFirst().remarks())
                .anyMatch(remark -> remark.startsWith("By 8.@ with the route filter New York: ")
                        && remark.contains("AREA-CODE = 617"));
    }

    @Test
    void who_is_logged_out_of_hunt_groups_is_named() {
        var explained = explained("2001", "5000", "");

        assertThat(explained.verdict()).contains("hunts by the hunt list Help: Desk");
        assertThat(explained.facts())
                .contains("Line 2002, partition Staff, of line group Desk is passed: its phones are logged out of hunt"
                        + " groups.")
                .noneMatch(fact -> fact.contains("Line 2001"));
    }

    @Test
    void who_reaches_nothing_is_told_so() {
        var explained = explained("", "2002", "");

        assertThat(explained.verdict()).contains("leads nowhere");
        assertThat(explained.steps().getFirst().candidates().getFirst().standing())
                .contains("none of the caller's search spaces");
    }

    @Test
    void a_question_that_means_nothing_says_what_is_wrong_with_it() {
        assertThat(why("4711", "100", "")).contains("“4711” is no line");
        assertThat(why("2001", "10x", "")).contains("cannot be dialled");
        assertThat(why("2001", "1".repeat(51), "")).contains("cannot be dialled");
        assertThat(why("2001", "100", "tomorrow")).contains("is not a time");
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(DialPlanTexts.in(Locale.JAPANESE).bundle().keySet())
                .isEqualTo(DialPlanTexts.in(Locale.ENGLISH).bundle().keySet());
    }

    @Test
    void it_speaks_japanese() {
        assertThat(desk.analyse(new Question("2001", "100", ""), Locale.JAPANESE))
                .isInstanceOfSatisfying(
                        Explained.class,
                        explained -> assertThat(explained.verdict()).contains("回線 2002"));
    }

    private Explained explained(String from, String digits, String at) {
        return switch (answer(from, digits, at)) {
            case Explained explained -> explained;
            case NotUnderstood(var why) -> throw new AssertionError(why);
        };
    }

    private String why(String from, String digits, String at) {
        return switch (answer(from, digits, at)) {
            case NotUnderstood(var why) -> why;
            case Explained explained -> throw new AssertionError(explained.verdict());
        };
    }

    private Answer answer(String from, String digits, String at) {
        return desk.analyse(new Question(from, digits, at), Locale.ENGLISH);
    }
}
