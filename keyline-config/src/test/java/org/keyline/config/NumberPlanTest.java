package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.keyline.config.TestConfigurations.ADMIN;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.store.Edit;
import org.keyline.config.store.Notice;
import org.keyline.config.store.SaveResult;
import org.keyline.model.dial.CallOrigin;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.PickupNotice;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.TimePeriod;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.security.SecurityClass;

/** Patterns, hunting, times and codes as configuration. */
class NumberPlanTest {
    @TempDir
    private Path directory;

    private Configuration configuration;

    @BeforeEach
    void open() {
        configuration = Configuration.open(directory, TestConfigurations.CLOCK);
        TestConfigurations.basics(configuration);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void a_number_stands_in_a_partition_once_whatever_it_is_for() {
        saved(Kinds.LINE, Map.of("number", "2001"));
        saved(Kinds.HUNT_LIST, Map.of("name", "Sales"));

        var taken = problems(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "2001"));
        assertThat(taken)
                .singleElement()
                .asString()
                .contains("“2001” is already the number of the Line in this partition");

        saved(Kinds.PARTITION, Map.of("name", "Inner"));
        saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "2001", "partition", "Inner"));
        assertThat(problems(Kinds.HUNT_PILOT, Map.of("pattern", "2001", "partition", "Inner", "huntList", "Sales")))
                .singleElement()
                .asString()
                .contains("Translation pattern");
        assertThat(problems(Kinds.MESSAGE_WAITING_NUMBER, Map.of("number", "2001", "indicator", "ON")))
                .singleElement()
                .asString()
                .contains("“2001” is already the number of the Line in this partition");
    }

    @Test
    void a_number_may_pass_from_one_kind_to_another_in_one_transaction() {
        saved(Kinds.LINE, Map.of("number", "2001"));

        var result = configuration
                .store()
                .apply(
                        List.of(
                                new Edit.Create(
                                        Kinds.TRANSLATION_PATTERN,
                                        values(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "2001"))),
                                new Edit.Remove(Kinds.LINE, "2001")),
                        ADMIN);

        assertThat(result).isInstanceOf(SaveResult.Saved.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1?+", "[", "[]", "[5-2]", "+1", "?", ".", "1..2", "a", "1@2", "1!@", "@@", "12\\", "[^0-9]"})
    void what_is_no_pattern_is_refused(String pattern) {
        assertThat(problems(Kinds.TRANSLATION_PATTERN, Map.of("pattern", pattern)))
                .isNotEmpty()
                .allMatch(text -> text.contains("is not a pattern"));
    }

    @Test
    void what_leads_out_is_read_as_it_was_written() {
        saved(Kinds.ROUTE_GROUP, Map.of("name", "Local"));
        saved(Kinds.ROUTE_LIST, Map.of("name", "City"));
        assertThat(problems(Kinds.ROUTE_PATTERN, Map.of("pattern", "9.!")))
                .singleElement()
                .asString()
                .contains("A route list or a gateway is needed");
        assertThat(problems(Kinds.ROUTE_PATTERN, Map.of("pattern", "9.!", "routeList", "City", "device", "GW1")))
                .hasSize(1);
        saved(Kinds.ROUTE_PATTERN, Map.of("pattern", "9.!", "routeList", "City", "calledDiscard", "PRE_DOT"));
        saved(Kinds.ROUTE_PATTERN, Map.of("pattern", "8.!", "device", "GW1", "classification", "ON_NET"));

        var routes = configuration.snapshots().current().numberPlan().routes();
        assertThat(routes.patterns())
                .extracting(RoutePattern::pattern, RoutePattern::to, RoutePattern::offNet)
                .containsExactlyInAnyOrder(
                        tuple("9.!", new RoutePattern.Way.List("City"), true),
                        tuple("8.!", new RoutePattern.Way.Device("GW1"), false));
        assertThat(routes.patterns()).allMatch(pattern -> pattern.treatment().outsideDialTone());
        assertThat(routes.lists()).containsKey("City");
        assertThat(routes.groups()).containsKey("Local");
    }

    @Test
    void a_forward_for_all_callers_is_for_those_who_have_none_of_their_own() {
        saved(Kinds.LINE, Map.of("number", "2001"));
        var rows = Stream.of("BUSY", "BUSY_EXTERNAL", "NO_ANSWER_INTERNAL")
                .map(when -> new Value.Row(Map.of("when", Value.of(when), "to", Value.of("9" + when.length()))))
                .toList();
        assertThat(configuration
                        .store()
                        .apply(
                                new Edit.Change(Kinds.LINE, "2001", Map.of("forwards", new Value.Rows(rows)), Set.of()),
                                ADMIN,
                                _ -> List.of()))
                .isInstanceOf(SaveResult.Saved.class);

        var forwards =
                configuration.snapshots().current().lines().iterator().next().forwards();
        assertThat(forwards.on(ForwardReason.BUSY, CallOrigin.INTERNAL)).hasValue(new Forward("94", Optional.empty()));
        assertThat(forwards.on(ForwardReason.BUSY, CallOrigin.EXTERNAL)).hasValue(new Forward("913", Optional.empty()));
        assertThat(forwards.on(ForwardReason.NO_ANSWER, CallOrigin.INTERNAL)).isPresent();
        assertThat(forwards.on(ForwardReason.NO_ANSWER, CallOrigin.EXTERNAL)).isEmpty();
    }

    @Test
    void a_pattern_without_digits_is_a_hot_lines_and_needs_a_partition() {
        saved(Kinds.PARTITION, Map.of("name", "Door"));

        assertThat(problems(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "")))
                .singleElement()
                .asString()
                .contains("needs a partition");
        saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "", "partition", "Door"));

        assertThat(snapshot().numberPlan().translations())
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.pattern()).isEmpty());
    }

    @Test
    void a_pattern_that_is_as_close_as_another_is_told() {
        saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1[2-4]XX"));

        assertThat(saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1[4-6]XX"))
                        .notices())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.text(Texts.in(Locale.ENGLISH))).contains("“1[2-4]XX”"));
        assertThat(saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1[7-9]XX"))
                        .notices())
                .isEmpty();
        assertThat(saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1XXX")).notices())
                .isEmpty();
    }

    @Test
    void patterns_of_other_partitions_are_no_matter() {
        saved(Kinds.PARTITION, Map.of("name", "Inner"));
        saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "9[12]@"));
        saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1[2-4]XX", "partition", "Inner"));

        assertThat(saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1[4-6]XX"))
                        .notices())
                .isEmpty();
        assertThat(saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "9[23]@")).notices())
                .extracting(Notice::arguments)
                .containsExactly(List.of("9[12]@"));
        assertThat(saved(Kinds.TRANSLATION_PATTERN, Map.of("pattern", "1[4-6]XX", "partition", "Inner"))
                        .notices())
                .extracting(Notice::arguments)
                .containsExactly(List.of("1[2-4]XX"));
    }

    @Test
    void a_translation_pattern_is_in_the_snapshot_with_all_it_does() {
        saved(
                Kinds.TRANSLATION_PATTERN,
                Map.of(
                        "pattern", "9.!#",
                        "urgent", "false",
                        "outsideDialTone", "true",
                        "block", "true",
                        "releaseClause", "NUMBER_CHANGED",
                        "authorizationCode", "true",
                        "authorizationLevel", "7",
                        "calledDiscard", "PRE_DOT_TRAILING_HASH",
                        "calledPrefix", "00"));

        assertThat(snapshot().numberPlan().translations()).singleElement().satisfies(pattern -> {
            assertThat(pattern.called())
                    .isEqualTo(new CalledTransformation(DigitDiscard.PRE_DOT_TRAILING_HASH, "", "00"));
            assertThat(pattern.treatment().urgent()).isFalse();
            assertThat(pattern.treatment().outsideDialTone()).isTrue();
            assertThat(pattern.treatment().blocked()).hasValue(ReleaseCause.NUMBER_CHANGED);
            assertThat(pattern.treatment().codes()).isEqualTo(new CodeDemand(Optional.of(7), false));
        });
    }

    @Test
    void hunting_is_in_the_snapshot() {
        saved(Kinds.PARTITION, Map.of("name", "Staff"));
        saved(Kinds.LINE, Map.of("number", "2001", "partition", "Staff"));
        saved(Kinds.LINE_GROUP, Map.of("name", "First", "distribution", "CIRCULAR", "members", "2001@Staff"));
        saved(Kinds.HUNT_LIST, Map.of("name", "Sales", "lineGroups", "First"));
        assertThat(problems(
                        Kinds.HUNT_PILOT, Map.of("pattern", "5000", "huntList", "Sales", "noAnswerForward", "NUMBER")))
                .singleElement()
                .asString()
                .contains("A number to forward to is needed");
        saved(
                Kinds.HUNT_PILOT,
                Map.of("pattern", "5000", "huntList", "Sales", "noAnswerForward", "NUMBER", "noAnswerNumber", "0"));

        var plan = snapshot().numberPlan();
        assertThat(plan.huntPilots())
                .singleElement()
                .satisfies(pilot ->
                        assertThat(pilot.noAnswer()).isEqualTo(new HuntPilot.Forward.To("0", Optional.empty())));
        assertThat(named(plan.huntLists(), "Sales").lineGroups()).containsExactly("First");
        assertThat(named(plan.lineGroups(), "First").distribution()).isEqualTo(LineGroup.Distribution.CIRCULAR);
        assertThat(named(plan.lineGroups(), "First").members())
                .singleElement()
                .satisfies(member -> assertThat(member.partition()).isEqualTo("Staff"));
        assertThat(configuration.store().remove(Kinds.LINE, "2001@Staff", ADMIN))
                .isInstanceOf(SaveResult.Invalid.class);
    }

    @Test
    void a_line_is_in_a_pickup_group_that_names_others() {
        saved(Kinds.PARTITION, Map.of("name", "Staff"));
        saved(Kinds.PICKUP_GROUP, Map.of("number", "7002", "partition", "Staff", "name", "Service"));
        saved(Kinds.PICKUP_GROUP, Map.of("number", "7001", "name", "Sales", "others", "7002@Staff"));
        saved(Kinds.LINE, Map.of("number", "2001", "pickupGroup", "7001"));

        assertThat(snapshot().numberPlan().pickupGroups())
                .contains(new PickupGroup("7001", "", "Sales", List.of("7002@Staff")));
        assertThat(snapshot().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.pickupGroup()).hasValue("7001"));
        assertThat(configuration.store().remove(Kinds.PICKUP_GROUP, "7001", ADMIN))
                .isInstanceOf(SaveResult.Invalid.class);
        assertThat(problems(Kinds.PICKUP_GROUP, Map.of("number", "7003", "others", "7003")))
                .containsExactly("A pickup group is not among its own other groups.");
        assertThat(problems(Kinds.LINE, Map.of("number", "7001")))
                .singleElement()
                .asString()
                .contains("already the number of the Pickup group");
    }

    @Test
    void the_members_of_a_pickup_group_are_told_as_it_has_it() {
        saved(
                Kinds.PICKUP_GROUP,
                Map.of(
                        "number",
                        "7001",
                        "notificationPolicy",
                        "visual",
                        "notificationTimer",
                        "300",
                        "notifyCallingParty",
                        "off"));

        assertThat(snapshot().numberPlan().pickupGroups())
                .containsExactly(new PickupGroup(
                        "7001",
                        "",
                        "",
                        List.of(),
                        new PickupNotice(PickupNotice.Policy.VISUAL, Duration.ofMinutes(5), false, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "301", "-1", "soon"})
    void the_time_before_a_pickup_group_is_told_is_1_to_300_seconds(String seconds) {
        assertThat(problems(Kinds.PICKUP_GROUP, Map.of("number", "7001", "notificationTimer", seconds)))
                .containsExactly("“" + seconds + "” is not right; a whole number from 1 to 300 is.");
    }

    @Test
    void a_pickup_group_is_told_in_one_of_four_ways() {
        assertThat(problems(Kinds.PICKUP_GROUP, Map.of("number", "7001", "notificationPolicy", "LOUD")))
                .singleElement()
                .asString()
                .contains("LOUD", "NONE, AUDIO, VISUAL, BOTH");
    }

    @Test
    void slots_are_ranges_of_numbers_of_one_length() {
        saved(Kinds.CALL_PARK, Map.of("pattern", "71[0-4]X"));
        saved(Kinds.DIRECTED_CALL_PARK, Map.of("pattern", "80X", "retrievalPrefix", "21", "reversionNumber", "2001"));

        var plan = snapshot().numberPlan();
        assertThat(plan.parks())
                .singleElement()
                .satisfies(park -> assertThat(park.slots())
                        .hasSize(50)
                        .startsWith("7100", "7101")
                        .endsWith("7149"));
        assertThat(plan.directedParks())
                .containsExactly(
                        new DirectedCallPark("80X", "", "", "21", Optional.of(new Forward("2001", Optional.empty()))));
        assertThat(problems(Kinds.CALL_PARK, Map.of("pattern", "80X")))
                .singleElement()
                .asString()
                .contains("already the number of the Directed call park number");
        assertThat(problems(Kinds.DIRECTED_CALL_PARK, Map.of("pattern", "81X"))).isNotEmpty();
    }

    @Test
    void people_meet_at_ranges_of_numbers_for_phones_that_are_secure_enough() {
        saved(Kinds.MEET_ME_NUMBER, Map.of("pattern", "85X"));
        saved(Kinds.MEET_ME_NUMBER, Map.of("pattern", "860", "minimumSecurity", "ENCRYPTED"));

        assertThat(snapshot().numberPlan().meetMes())
                .containsExactlyInAnyOrder(
                        new MeetMeNumber("85X", "", "", SecurityClass.NON_SECURE),
                        new MeetMeNumber("860", "", "", SecurityClass.ENCRYPTED));
        assertThat(problems(Kinds.CALL_PARK, Map.of("pattern", "85X")))
                .singleElement()
                .asString()
                .contains("already the number of the Meet-me number");
        assertThat(problems(Kinds.MEET_ME_NUMBER, Map.of("pattern", "85!"))).isNotEmpty();
        assertThat(problems(Kinds.MEET_ME_NUMBER, Map.of("pattern", "87X", "minimumSecurity", "SOME")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"71!", "7?", "7XXXX", "7.1", "[", "7[2-1]", "7a"})
    void what_is_no_range_of_slots_is_refused(String pattern) {
        assertThat(problems(Kinds.CALL_PARK, Map.of("pattern", pattern)))
                .isNotEmpty()
                .allMatch(text -> text.contains("is no range of numbers that can stand here"));
    }

    @Test
    void a_partition_has_a_schedule_of_periods() {
        saved(Kinds.TIME_PERIOD, Map.of("name", "Weekend", "firstDay", "SATURDAY", "lastDay", "SUNDAY"));
        saved(Kinds.TIME_PERIOD, Map.of("name", "Nights", "start", "18:00", "lastDay", "FRIDAY"));
        saved(Kinds.TIME_PERIOD, Map.of("name", "Never", "officeHours", "false"));
        saved(Kinds.TIME_SCHEDULE, Map.of("name", "Closed", "periods", "Weekend, Nights, Never"));
        saved(Kinds.PARTITION, Map.of("name", "Night", "timeSchedule", "Closed", "timeZone", "Asia/Tokyo"));

        var partition = named(snapshot().partitions(), "Night");
        assertThat(partition.timeZone()).hasValue(ZoneId.of("Asia/Tokyo"));
        var schedule = named(snapshot().numberPlan().timeSchedules(), "Closed");
        assertThat(schedule.periods().getFirst().days())
                .isEqualTo(new TimePeriod.Days.Weekly(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        assertThat(schedule.contains(LocalDateTime.parse("2026-11-20T17:59"))).isFalse();
        assertThat(schedule.contains(LocalDateTime.parse("2026-11-20T18:00"))).isTrue();
        assertThat(schedule.contains(LocalDateTime.parse("2026-11-21T12:00"))).isTrue();
    }

    @Test
    void periods_that_cannot_be_are_refused() {
        assertThat(problems(Kinds.TIME_PERIOD, Map.of("name", "x", "start", "18:00", "end", "08:00")))
                .singleElement()
                .asString()
                .contains("does not come after 18:00");
        assertThat(problems(Kinds.TIME_PERIOD, Map.of("name", "x", "firstDate", "02-30")))
                .singleElement()
                .asString()
                .contains("is not a date");
    }

    @Test
    void two_authorization_codes_never_have_the_same_digits() {
        saved(Kinds.AUTHORIZATION_CODE, Map.of("name", "Ann", "code", "4711", "level", "10"));

        assertThat(problems(Kinds.AUTHORIZATION_CODE, Map.of("name", "Bob", "code", "4711")))
                .singleElement()
                .asString()
                .contains("Another authorization code")
                .doesNotContain("4711");
        assertThat(named(snapshot().numberPlan().authorizationCodes(), "Ann").toString())
                .doesNotContain("4711");
    }

    private static <T> T named(Map<String, T> objects, String name) {
        return Objects.requireNonNull(objects.get(name), name);
    }

    private ConfigSnapshot snapshot() {
        return configuration.snapshots().current();
    }

    private SaveResult.Saved saved(ObjectKind kind, Map<String, String> texts) {
        return configuration.store().create(kind, values(kind, texts), ADMIN).orThrow();
    }

    private List<String> problems(ObjectKind kind, Map<String, String> texts) {
        var form = Form.read(kind, "", texts);
        var problems = form.problems().isEmpty()
                ? switch (configuration.store().create(kind, form.values(), ADMIN)) {
                    case SaveResult.Invalid(var found) -> found;
                    case SaveResult.Saved _ -> List.<Problem>of();
                }
                : form.problems();
        return problems.stream()
                .map(problem -> problem.text(Texts.in(Locale.ENGLISH)))
                .toList();
    }

    private static Map<String, Value> values(ObjectKind kind, Map<String, String> texts) {
        var form = Form.read(kind, "", texts);
        assertThat(form.problems()).isEmpty();
        return form.values();
    }
}
