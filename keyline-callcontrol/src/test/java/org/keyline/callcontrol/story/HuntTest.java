package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.HuntPilot.Forward;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;

/** Behind 5000 are Bob, Carol and Dave. */
class HuntTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002").takes(1, 1);
    private final Deskphone carol = office.phone("2003").takes(1, 1);
    private final Deskphone dave = office.phone("2004").takes(1, 1);
    private final Deskphone eve = office.phone("2005");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol, dave, eve).forEach(Deskphone::registered);
    }

    @Test
    void the_first_member_rings_then_the_next_and_the_caller_sees_the_pilot() {
        hunts(Distribution.TOP_DOWN, pilot -> pilot);
        alice.dialsEnBloc("5000");
        bob.shows("ringing");
        alice.seesCalled("5000");

        office.expires(CallTimer.FORWARD);

        bob.isIdle();
        carol.shows("ringing");
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void busy_members_and_those_who_are_not_there_are_passed() {
        hunts(Distribution.TOP_DOWN, pilot -> pilot);
        eve.dialsEnBloc("2002");
        bob.answers();
        carol.vanishes();

        alice.dialsEnBloc("5000");

        dave.shows("ringing");
        bob.isStillTalkingTo(eve);
    }

    @Test
    void a_member_who_declines_passes_the_call_on() {
        hunts(Distribution.TOP_DOWN, pilot -> pilot);
        alice.dialsEnBloc("5000");

        bob.presses(Softkey.END_CALL, bob.call());

        carol.shows("ringing");
    }

    @Test
    void circular_hunting_begins_after_the_one_who_was_offered_the_last_call() {
        hunts(Distribution.CIRCULAR, pilot -> pilot);
        alice.dialsEnBloc("5000");
        bob.answers();
        alice.hangsUp();

        alice.dialsEnBloc("5000");

        carol.shows("ringing");
        bob.isIdle();
    }

    @Test
    void broadcast_rings_at_all_of_them_and_the_first_to_answer_has_the_call() {
        hunts(Distribution.BROADCAST, pilot -> pilot);
        alice.dialsEnBloc("5000");
        Stream.of(bob, carol, dave).forEach(phone -> phone.shows("ringing"));

        dave.answers();

        alice.isInCallWith(dave);
        bob.isIdle();
        carol.isIdle();
    }

    @Test
    void who_has_the_same_number_in_another_partition_sees_nothing_of_a_call_that_somebody_else_answered() {
        var lab = office.sharing("2002", "2012").partition("Lab").registered();
        hunts(
                Distribution.BROADCAST,
                pilot -> pilot,
                new LineGroup.Member(new DirectoryNumber("2002"), ""),
                new LineGroup.Member(new DirectoryNumber("2002"), "Lab"));
        alice.dialsEnBloc("5000");
        Stream.of(bob, lab).forEach(phone -> phone.shows("ringing"));

        bob.answers();

        alice.isInCallWith(bob);
        lab.isIdle();
    }

    @Test
    void a_phone_that_is_logged_out_is_passed_but_rings_for_its_own_number() {
        hunts(Distribution.TOP_DOWN, pilot -> pilot);
        bob.presses(Softkey.HUNT_LOG);
        alice.dialsEnBloc("5000");

        carol.shows("ringing");
        bob.isIdle();
        eve.dialsEnBloc("2002");
        bob.shows("ringing");
        eve.hangsUp();
        alice.hangsUp();

        bob.presses(Softkey.HUNT_LOG);
        alice.dialsEnBloc("5000");
        bob.shows("ringing");
    }

    @Test
    void a_line_on_two_phones_is_hunted_at_the_one_that_is_logged_in() {
        var workshop = office.sharing("2002", "2012").registered();
        hunts(Distribution.TOP_DOWN, pilot -> pilot);
        bob.presses(Softkey.HUNT_LOG);
        alice.dialsEnBloc("5000");

        workshop.shows("ringing");
        bob.isIdle();
    }

    @Test
    void where_everybody_is_logged_out_the_hunt_is_in_vain() {
        hunts(Distribution.BROADCAST, pilot -> forwarding(pilot, new Forward.To("2005", Optional.empty())));
        Stream.of(bob, carol, dave).forEach(phone -> phone.presses(Softkey.HUNT_LOG));
        alice.dialsEnBloc("5000");

        Stream.of(bob, carol, dave).forEach(Deskphone::isIdle);
        eve.shows("ringing");
    }

    @Test
    void a_hunt_in_vain_ends_as_it_went() {
        hunts(Distribution.BROADCAST, pilot -> pilot);
        alice.dialsEnBloc("5000");
        office.expires(CallTimer.FORWARD);
        alice.hearsRefusal(Cause.NO_ANSWER);
        alice.hangsUp();

        Stream.of(bob, carol, dave).forEach(Deskphone::vanishes);
        alice.dialsEnBloc("5000");
        alice.hearsRefusal(Cause.USER_BUSY);
    }

    @Test
    void a_hunt_without_an_answer_goes_where_the_pilot_sends_it() {
        hunts(Distribution.BROADCAST, pilot -> forwarding(pilot, new Forward.To("2005", Optional.empty())));
        alice.dialsEnBloc("5000");
        office.expires(CallTimer.FORWARD);

        eve.shows("ringing");
        eve.seesRedirection("5000", Reason.FORWARD_NO_ANSWER);
        eve.answers();
        alice.isInCallWith(eve);
    }

    @Test
    void a_hunt_for_somebody_elses_line_goes_where_that_line_wants_it_without_coverage() {
        hunts(Distribution.BROADCAST, pilot -> forwarding(pilot, new Forward.PersonalPreferences()));
        var frank = office.phone("2006");
        frank.registered();
        office.forwards("2006", ForwardReason.ALL, "5000");
        office.forwards("2006", ForwardReason.NO_COVERAGE, "2005");
        alice.dialsEnBloc("2006");
        bob.shows("ringing");

        office.expires(CallTimer.FORWARD);

        eve.shows("ringing");
        eve.seesRedirection("2006", Reason.FORWARD_ALL);
    }

    @Test
    void members_do_not_forward_while_they_are_hunted() {
        hunts(Distribution.TOP_DOWN, pilot -> pilot);
        office.forwards("2002", ForwardReason.ALL, "2005");

        alice.dialsEnBloc("5000");

        bob.shows("ringing");
        eve.isIdle();
    }

    @Test
    void hunting_stops_when_the_pilots_time_is_over() {
        hunts(Distribution.TOP_DOWN, pilot -> hunting(pilot, Duration.ofSeconds(15)));
        alice.dialsEnBloc("5000");
        office.expires(CallTimer.FORWARD);
        carol.shows("ringing");

        office.expires(CallTimer.FORWARD);

        dave.isIdle();
        alice.hearsRefusal(Cause.NO_ANSWER);
    }

    @Test
    void the_caller_gives_up_and_nobody_rings_any_more() {
        hunts(Distribution.BROADCAST, pilot -> pilot);
        alice.dialsEnBloc("5000");
        alice.hangsUp();

        List.of(alice, bob, carol, dave).forEach(Deskphone::isIdle);
        assertThat(office.calls()).isEmpty();
    }

    private void hunts(Distribution distribution, UnaryOperator<HuntPilot> pilot) {
        hunts(
                distribution,
                pilot,
                Stream.of("2002", "2003", "2004")
                        .map(number -> new LineGroup.Member(new DirectoryNumber(number), ""))
                        .toArray(LineGroup.Member[]::new));
    }

    private void hunts(Distribution distribution, UnaryOperator<HuntPilot> pilot, LineGroup.Member... members) {
        var next = Onward.NEXT_MEMBER_THEN_NEXT_GROUP;
        office.hunts(
                "5000",
                new LineGroup("sales", distribution, Duration.ofSeconds(10), next, next, next, List.of(members)),
                pilot);
    }

    private static HuntPilot forwarding(HuntPilot pilot, Forward to) {
        return with(pilot, pilot.maximumHuntTime(), to);
    }

    private static HuntPilot hunting(HuntPilot pilot, Duration most) {
        return with(pilot, most, new Forward.None());
    }

    private static HuntPilot with(HuntPilot pilot, Duration most, Forward to) {
        return new HuntPilot(
                pilot.pattern(),
                pilot.partition(),
                pilot.description(),
                pilot.alertingName(),
                pilot.huntList(),
                most,
                to,
                to,
                pilot.called(),
                pilot.calling(),
                pilot.treatment());
    }
}
