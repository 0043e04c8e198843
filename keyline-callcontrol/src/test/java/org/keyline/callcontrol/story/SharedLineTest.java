package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Bob has his line on a phone at his desk, one in the workshop and one at home. */
class SharedLineTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone desk = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone workshop = office.sharing("2002", "2012").security(SecurityClass.ENCRYPTED);
    private final Deskphone home = office.sharing("2002", "2022");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, desk, workshop, home).forEach(Deskphone::registered);
    }

    @Test
    void all_of_them_ring_and_the_first_to_answer_has_the_call() {
        alice.dialsEnBloc("2002");
        List.of(desk, workshop, home).forEach(phone -> phone.shows("ringing"));

        workshop.answers();

        workshop.isInCallWith(alice);
        desk.shows("in use elsewhere");
        home.shows("in use elsewhere");
        assertThat(desk.listening()).isEmpty();
    }

    @Test
    void two_answer_in_the_same_moment_and_one_of_them_has_the_call() {
        alice.dialsEnBloc("2002");
        desk.acts(answer());
        home.acts(answer());
        office.settle();

        desk.isInCallWith(alice);
        home.shows("in use elsewhere");
        alice.hangsUp();
        List.of(alice, desk, workshop, home).forEach(Deskphone::isIdle);
    }

    @Test
    void a_call_from_one_of_them_is_shown_at_the_others() {
        desk.dialsEnBloc("2001");
        workshop.shows("in use elsewhere");
        workshop.seesCalled("2001");
        alice.answers();

        desk.isInCallWith(alice);
        desk.hangsUp();
        List.of(alice, desk, workshop, home).forEach(Deskphone::isIdle);
    }

    @Test
    void a_call_held_at_one_is_taken_back_at_another() {
        alice.dialsEnBloc("2002");
        desk.answers();
        desk.holds();
        workshop.shows("held elsewhere");

        workshop.resumes();

        workshop.isInCallWith(alice);
        desk.shows("in use elsewhere");
        home.shows("in use elsewhere");
        workshop.holds();
        desk.resumes();
        desk.isInCallWith(alice);
        desk.hangsUp();
        List.of(alice, desk, workshop, home).forEach(Deskphone::isIdle);
    }

    @Test
    void two_take_it_back_in_the_same_moment_and_one_of_them_has_it() {
        alice.dialsEnBloc("2002");
        desk.answers();
        desk.holds();
        workshop.acts(resume(workshop));
        desk.acts(resume(desk));
        office.settle();

        workshop.isInCallWith(alice);
        desk.shows("in use elsewhere");
        desk.dialsEnBloc("2001");
        alice.shows("waiting");
    }

    @Test
    @Spec("PH-008")
    void each_phone_keeps_the_security_it_is_registered_with() {
        alice.dialsEnBloc("2002");
        desk.answers();
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        desk.holds();

        home.resumes();

        home.isInCallWith(alice);
        assertThat(alice.display().security).contains(SecurityClass.NON_SECURE);
        home.holds();
        workshop.resumes();
        workshop.isInCallWith(alice);
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void the_line_is_busy_only_when_every_phone_is() {
        desk.takes(1, 1);
        alice.dialsEnBloc("2002");
        workshop.answers();
        var carol = office.phone("2003");
        carol.registered();

        carol.dialsEnBloc("2002");

        desk.shows("ringing");
        home.shows("ringing");
        carol.shows("ring-back");
    }

    @Test
    void a_phone_that_declines_leaves_the_others_ringing() {
        alice.dialsEnBloc("2002");
        desk.presses(Softkey.END_CALL, desk.call());

        desk.isIdle();
        workshop.shows("ringing");
        workshop.presses(Softkey.END_CALL, workshop.call());
        home.presses(Softkey.END_CALL, home.call());
        alice.hearsRefusal(Cause.CALL_REJECTED);
    }

    @Test
    void a_phone_that_only_looks_on_may_make_its_own_call() {
        alice.dialsEnBloc("2002");
        desk.answers();
        var carol = office.phone("2003");
        carol.registered();

        workshop.dialsEnBloc("2003");
        carol.answers();

        workshop.isStillTalkingTo(carol);
        desk.isStillTalkingTo(alice);
        assertThat(desk.calls()).hasSize(2);
    }

    @Test
    void a_call_whose_phone_vanishes_is_shown_nowhere() {
        alice.dialsEnBloc("2002");
        desk.answers();

        desk.vanishes();

        List.of(alice, workshop, home).forEach(Deskphone::isIdle);
    }

    @Test
    void a_transferred_call_is_no_longer_shown_at_the_line_it_left() {
        var carol = office.phone("2003");
        carol.registered();
        alice.dialsEnBloc("2002");
        desk.answers();
        desk.presses(Softkey.TRANSFER);
        "2003".chars().forEach(key -> desk.presses((char) key));
        carol.answers();
        desk.presses(Softkey.TRANSFER);

        alice.isInCallWith(carol);
        List.of(desk, workshop, home).forEach(Deskphone::isIdle);
    }

    @Test
    void a_number_taken_down_for_forwarding_is_shown_nowhere_as_a_call() {
        desk.presses(Softkey.FORWARD_ALL);

        workshop.isIdle();
        "2001".chars().forEach(key -> desk.presses((char) key));
        List.of(desk, workshop, home).forEach(Deskphone::isIdle);
    }

    private static StationSignal answer() {
        return new StationSignal.Press(Softkey.ANSWER, LineInstance.NONE, CallReference.NONE);
    }

    private static StationSignal resume(Deskphone phone) {
        return new StationSignal.Press(Softkey.RESUME, LineInstance.NONE, phone.call());
    }
}
