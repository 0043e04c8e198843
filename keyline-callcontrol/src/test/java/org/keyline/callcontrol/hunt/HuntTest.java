package org.keyline.callcontrol.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Target.Group;
import org.keyline.callcontrol.hunt.Hunt.Vain;
import org.keyline.callcontrol.hunt.HuntStep.Exhausted;
import org.keyline.callcontrol.hunt.HuntStep.Offer;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;

class HuntTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final MemberState BUSY = new MemberState.Busy();
    private static final MemberState AWAY = new MemberState.NotAvailable();
    private static final MemberState LOGGED_OUT = new MemberState.LoggedOut();

    private final Staff staff = new Staff(new HashMap<>(), new HashMap<>());

    /** Members who are idle since noon unless something else is said. */
    private record Staff(Map<String, MemberState> states, Map<String, String> last) implements Members {
        @Override
        public MemberState state(Destination member) {
            return states.getOrDefault(number(member), new MemberState.Idle(NOON));
        }

        @Override
        public Optional<Destination> lastOffered(String lineGroup) {
            return Optional.ofNullable(last.get(lineGroup)).map(HuntTest::member);
        }
    }

    @Test
    void top_down_always_begins_at_the_top_and_goes_on_to_the_next_group() {
        var groups = List.of(group("a", Distribution.TOP_DOWN, "1", "2"), group("b", Distribution.TOP_DOWN, "3"));
        staff.last().put("a", "1");

        assertThat(rings(groups)).containsExactly("1", "2", "3", "nobody answered");
    }

    @Test
    void circular_begins_after_the_member_last_offered() {
        var groups = List.of(group("a", Distribution.CIRCULAR, "1", "2", "3"));
        staff.last().put("a", "2");
        assertThat(rings(groups)).containsExactly("3", "1", "2", "nobody answered");

        staff.last().put("a", "3");
        assertThat(rings(groups)).containsExactly("1", "2", "3", "nobody answered");

        staff.last().put("a", "99");
        assertThat(rings(groups)).containsExactly("1", "2", "3", "nobody answered");
    }

    @Test
    void circular_goes_on_after_a_member_whose_line_was_changed_since_the_last_call() {
        var changed = new Members() {
            @Override
            public MemberState state(Destination member) {
                return new MemberState.Idle(NOON);
            }

            @Override
            public Optional<Destination> lastOffered(String lineGroup) {
                var two = member("2").line();
                var renamed = new Line(two.number(), two.partition(), "moved", "Renamed", Optional.empty());
                return Optional.of(new Destination(renamed, List.of()));
            }
        };
        var first = Hunt.begin(List.of(group("a", Distribution.CIRCULAR, "1", "2", "3")), changed);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Offer.class, offer -> assertThat(offer.members()).containsExactly(member("3")));
    }

    @Test
    void circular_goes_on_from_a_member_who_has_logged_out_meanwhile() {
        staff.last().put("a", "2");
        staff.states().put("2", LOGGED_OUT);

        assertThat(rings(List.of(group("a", Distribution.CIRCULAR, "1", "2", "3"))))
                .containsExactly("3", "1", "nobody answered");
    }

    @Test
    void who_has_been_idle_longest_is_offered_first_and_the_groups_order_decides_between_equals() {
        staff.states().put("1", new MemberState.Idle(NOON.plusSeconds(60)));
        staff.states().put("3", new MemberState.Idle(NOON.minusSeconds(60)));

        assertThat(rings(List.of(group("a", Distribution.LONGEST_IDLE, "1", "2", "3", "4"))))
                .containsExactly("3", "2", "4", "1", "nobody answered");
    }

    @Test
    void broadcast_rings_all_idle_members_at_once_and_each_once() {
        staff.states().put("2", BUSY);

        assertThat(rings(List.of(
                        group("a", Distribution.BROADCAST, "1", "2", "3", "1"),
                        group("b", Distribution.TOP_DOWN, "4"))))
                .containsExactly("1+3", "4", "nobody answered");
    }

    @Test
    void busy_absent_and_logged_out_members_are_passed() {
        staff.states().putAll(Map.of("1", BUSY, "2", AWAY, "3", LOGGED_OUT));

        assertThat(rings(List.of(group("a", Distribution.TOP_DOWN, "1", "2", "3", "4"))))
                .containsExactly("4", "nobody answered");
    }

    @Test
    void where_all_are_busy_or_away_nobody_rang() {
        staff.states().putAll(Map.of("1", BUSY, "2", AWAY, "3", LOGGED_OUT));

        for (var distribution : Distribution.values()) {
            assertThat(rings(List.of(group("a", distribution, "1", "2", "3")))).containsExactly("all busy");
        }
        assertThat(rings(List.of())).containsExactly("all busy");
        assertThat(rings(List.of(group("a", Distribution.CIRCULAR)))).containsExactly("all busy");
    }

    @Test
    void a_group_says_for_each_case_what_follows() {
        staff.states().put("1", BUSY);
        var next = group("b", Distribution.TOP_DOWN, "9");

        assertThat(rings(List.of(deciding(Vain.BUSY, Onward.NEXT_MEMBER_THEN_NEXT_GROUP, "1", "2"), next)))
                .containsExactly("2", "9", "nobody answered");
        assertThat(rings(List.of(deciding(Vain.BUSY, Onward.NEXT_GROUP, "1", "2"), next)))
                .containsExactly("9", "nobody answered");
        assertThat(rings(List.of(deciding(Vain.BUSY, Onward.STOP, "1", "2"), next)))
                .containsExactly("all busy");
        assertThat(rings(List.of(deciding(Vain.BUSY, Onward.NEXT_MEMBER_NOT_NEXT_GROUP, "2", "1"), next)))
                .containsExactly("2", "nobody answered");
        assertThat(rings(List.of(deciding(Vain.NO_ANSWER, Onward.NEXT_MEMBER_NOT_NEXT_GROUP, "1", "2", "3"), next)))
                .containsExactly("2", "3", "nobody answered");
        assertThat(rings(List.of(deciding(Vain.NO_ANSWER, Onward.STOP, "2", "3"), next)))
                .containsExactly("2", "nobody answered");
    }

    @Test
    void a_member_that_turns_out_busy_is_passed_as_a_busy_one() {
        var groups = List.of(deciding(Vain.BUSY, Onward.STOP, "1", "2"));
        var first = (Offer) Hunt.begin(groups, staff);

        assertThat(Hunt.onward(groups, first.from(), Vain.BUSY, staff)).isEqualTo(new Exhausted(false));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void every_hunt_ends_and_offers_only_who_is_idle_and_nobody_twice_in_a_group(
            @ForAll("groups") List<Group> groups, @ForAll("states") List<MemberState> states) {
        for (var i = 0; i < states.size(); i++) {
            staff.states().put(Integer.toString(i), states.get(i));
        }
        var most = groups.stream().mapToInt(group -> group.members().size()).sum();
        var offered = new ArrayList<String>();

        var step = Hunt.begin(groups, staff);
        for (var steps = 0; step instanceof Offer offer; steps++) {
            assertThat(steps).isLessThan(most);
            assertThat(offer.members())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(member -> staff.state(member) instanceof MemberState.Idle);
            offer.members().forEach(member -> offered.add(offer.from().group() + ":" + number(member)));
            step = Hunt.onward(groups, offer.from(), Vain.NO_ANSWER, staff);
        }

        assertThat(offered).doesNotHaveDuplicates();
        assertThat(step).isEqualTo(new Exhausted(!offered.isEmpty()));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void where_every_case_goes_on_every_idle_member_of_every_group_is_offered(
            @ForAll("groups") List<Group> groups, @ForAll("states") List<MemberState> states) {
        for (var i = 0; i < states.size(); i++) {
            staff.states().put(Integer.toString(i), states.get(i));
        }
        var patient = groups.stream()
                .map(group -> group(group.group().name(), group.group().distribution(), numbers(group)))
                .toList();
        var idle = patient.stream()
                .flatMap(group -> group.members().stream().distinct())
                .filter(member -> staff.state(member) instanceof MemberState.Idle)
                .map(HuntTest::number)
                .toList();

        var rung = rings(patient).stream()
                .limit(rings(patient).size() - 1L)
                .flatMap(ring -> Arrays.stream(ring.split("\\+")))
                .toList();

        assertThat(rung).containsExactlyInAnyOrderElementsOf(idle);
    }

    /** Everybody who rings while nobody answers, and how it ends. */
    private List<String> rings(List<Group> groups) {
        var rung = new ArrayList<String>();
        var step = Hunt.begin(groups, staff);
        while (step instanceof Offer offer) {
            rung.add(String.join(
                    "+", offer.members().stream().map(HuntTest::number).toList()));
            step = Hunt.onward(groups, offer.from(), Vain.NO_ANSWER, staff);
        }
        rung.add(((Exhausted) step).somebodyRang() ? "nobody answered" : "all busy");
        return rung;
    }

    @Provide
    Arbitrary<List<Group>> groups() {
        var numbers = Arbitraries.of("0", "1", "2", "3", "4", "5").list().ofMaxSize(6);
        var onward = Arbitraries.of(Onward.class);
        return Combinators.combine(
                        Arbitraries.of("a", "b"), Arbitraries.of(Distribution.class), onward, onward, onward, numbers)
                .as((name, distribution, noAnswer, busy, away, members) -> group(
                        new LineGroup(name, distribution, Duration.ofSeconds(10), noAnswer, busy, away, List.of()),
                        members.toArray(String[]::new)))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<MemberState>> states() {
        return Arbitraries.<MemberState>of(
                        new MemberState.Idle(NOON), new MemberState.Idle(NOON.plusSeconds(1)), BUSY, AWAY, LOGGED_OUT)
                .list()
                .ofSize(6);
    }

    private static Group deciding(Vain on, Onward onward, String... members) {
        var usual = Onward.NEXT_MEMBER_THEN_NEXT_GROUP;
        return group(
                new LineGroup(
                        "a",
                        Distribution.TOP_DOWN,
                        Duration.ofSeconds(10),
                        on == Vain.NO_ANSWER ? onward : usual,
                        on == Vain.BUSY ? onward : usual,
                        on == Vain.NOT_AVAILABLE ? onward : usual,
                        List.of()),
                members);
    }

    private static Group group(String name, Distribution distribution, String... members) {
        var usual = Onward.NEXT_MEMBER_THEN_NEXT_GROUP;
        return group(
                new LineGroup(name, distribution, Duration.ofSeconds(10), usual, usual, usual, List.of()), members);
    }

    private static Group group(LineGroup group, String... members) {
        return new Group(group, Arrays.stream(members).map(HuntTest::member).toList());
    }

    private static String[] numbers(Group group) {
        return group.members().stream().map(HuntTest::number).toArray(String[]::new);
    }

    private static Destination member(String number) {
        return new Destination(new Line(new DirectoryNumber(number), "", "", "", Optional.empty()), List.of());
    }

    private static String number(Destination member) {
        return member.line().number().digits();
    }
}
