package org.keyline.processing.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.PickupNotice;
import org.keyline.model.dial.PickupNotice.Policy;

/** Which calls are shown to which members of which group. */
class NoticeBoardTest {
    private static final CallReference FIRST = new CallReference(11);
    private static final CallReference SECOND = new CallReference(21);
    private static final NoticedGroups BOTH = groups(notice(Policy.BOTH, true, true), notice(Policy.BOTH, true, true));

    private final NoticeBoard board = new NoticeBoard();
    private final Member bob = new Member("2002");
    private final Member carol = new Member("2003");
    private final Member dave = new Member("2004");

    /** A phone that notes what it is told. */
    private static final class Member implements GroupMember {
        private final List<String> told = new ArrayList<>();
        private final DeviceName device;

        Member(String number) {
            device = phone(number);
        }

        @Override
        public DeviceName device() {
            return device;
        }

        @Override
        public void ringsInGroup(Optional<PickupCall> call) {
            told.add(call.map(Member::text).orElse("nothing"));
        }

        private static String text(PickupCall call) {
            return call.calling().map(Party::number).orElse("?") + " to "
                    + call.called().map(Party::number).orElse("?");
        }

        @Override
        public void alertsOfPickup() {
            told.add("beep");
        }

        List<String> told() {
            return told;
        }
    }

    private static DeviceName phone(String number) {
        return new DeviceName("SEP00000000" + number);
    }

    private static PickupNotice notice(Policy policy, boolean calling, boolean called) {
        return new PickupNotice(policy, Duration.ofSeconds(6), calling, called);
    }

    private static NoticedGroups groups(PickupNotice sales, PickupNotice service) {
        return new NoticedGroups(Map.of("7001", sales, "7002", service), Map.of());
    }

    private static RingingCall call(int number, String calling, String called, Member... at) {
        var ringing = new ArrayList<DeviceName>();
        for (var member : at) {
            ringing.add(member.device());
        }
        return new RingingCall(
                number,
                Instant.ofEpochSecond(1_000 + number),
                phone(calling),
                new Party(calling, ""),
                new Party(called, ""),
                Set.copyOf(ringing));
    }

    @BeforeEach
    void bob_and_carol_sell_and_dave_serves_too() {
        board.join(bob, Set.of("7001"), BOTH);
        board.join(carol, Set.of("7001"), BOTH);
        board.join(dave, Set.of("7001", "7002"), BOTH);
    }

    @Test
    void those_at_whose_phones_it_rings_and_who_calls_are_told_nothing() {
        board.rings(FIRST, "7001", call(1, "2004", "2002", bob), BOTH);

        assertThat(carol.told()).containsExactly("beep", "2004 to 2002");
        assertThat(bob.told()).isEmpty();
        assertThat(dave.told()).isEmpty();
    }

    @Test
    void a_call_that_rings_at_several_phones_is_heard_once_and_shown_until_the_last_is_silent() {
        board.rings(FIRST, "7001", call(1, "2001", "2002", bob, dave), BOTH);
        board.rings(SECOND, "7001", call(1, "2001", "2002", bob, dave), BOTH);
        board.silent(FIRST, BOTH);
        assertThat(carol.told()).containsExactly("beep", "2001 to 2002");

        board.silent(SECOND, BOTH);
        assertThat(carol.told()).containsExactly("beep", "2001 to 2002", "nothing");
        assertThat(dave.told()).isEmpty();
    }

    @Test
    void a_transferred_call_shows_who_calls_now_and_is_not_heard_again() {
        board.rings(FIRST, "7001", call(1, "2001", "2002", bob), BOTH);
        board.callsNow(FIRST, call(2, "2004", "2002", bob), BOTH);
        board.callsNow(SECOND, call(3, "2005", "2002", bob), BOTH);

        assertThat(carol.told()).containsExactly("beep", "2001 to 2002", "2004 to 2002");
        assertThat(dave.told()).as("who calls now").containsExactly("beep", "2001 to 2002", "nothing");
    }

    @Test
    void of_several_calls_the_oldest_is_shown_then_the_next() {
        board.rings(SECOND, "7001", call(2, "2009", "2002", bob), BOTH);
        board.rings(FIRST, "7001", call(1, "2008", "2002", bob), BOTH);
        board.silent(FIRST, BOTH);
        board.silent(SECOND, BOTH);

        assertThat(carol.told())
                .containsExactly("beep", "2009 to 2002", "beep", "2008 to 2002", "2009 to 2002", "nothing");
    }

    @Test
    void what_is_only_heard_hides_nothing_that_is_seen() {
        var heardAndSeen = groups(notice(Policy.AUDIO, true, true), notice(Policy.VISUAL, false, true));
        board.rings(FIRST, "7001", call(1, "2001", "2002", bob), heardAndSeen);
        board.rings(SECOND, "7002", call(2, "2001", "2005", bob), heardAndSeen);

        assertThat(dave.told()).containsExactly("beep", "? to 2005");
        assertThat(carol.told()).containsExactly("beep");
    }

    @Test
    void a_group_that_is_told_in_another_way_shows_what_rings_so() {
        board.rings(FIRST, "7001", call(1, "2001", "2002", bob), BOTH);
        board.showAll(groups(notice(Policy.VISUAL, true, false), notice(Policy.NONE, true, true)));
        board.showAll(groups(notice(Policy.VISUAL, false, false), notice(Policy.NONE, true, true)));
        board.showAll(NoticedGroups.NONE);
        board.silent(FIRST, NoticedGroups.NONE);

        assertThat(carol.told()).containsExactly("beep", "2001 to 2002", "2001 to ?", "? to ?", "nothing");
    }

    @Test
    void who_joins_is_shown_what_rings_and_who_leaves_nothing_more() {
        board.leave(carol);
        board.rings(FIRST, "7001", call(1, "2001", "2002", bob), BOTH);
        assertThat(carol.told()).isEmpty();
        board.join(carol, Set.of("7001"), BOTH);
        board.join(carol, Set.of("7002"), BOTH);
        board.join(carol, Set.of("7001"), BOTH);
        board.leave(carol);
        board.silent(FIRST, BOTH);

        assertThat(carol.told()).containsExactly("2001 to 2002", "nothing", "2001 to 2002", "nothing");
    }
}
