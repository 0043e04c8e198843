package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallBackNotice.Choice;
import org.keyline.callcontrol.station.CallBackNotice.Kind;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.ShowCallBack;
import org.keyline.callcontrol.station.StationCommand.ShowLineStatus;
import org.keyline.callcontrol.station.StationSignal.ChooseCallBack;
import org.keyline.model.security.SecurityClass;

/** Alice waits for Bob, and the actors tell her. */
class CallBackTest {
    private final TestSite site = new TestSite();
    private final TestPhone alice = site.phone("2001", SecurityClass.NON_SECURE);
    private final TestPhone bob = site.phone("2002", SecurityClass.NON_SECURE);

    @AfterEach
    void stop() {
        site.close();
    }

    private void aliceWaitsForBob() {
        alice.dialsEnBloc("2002");
        alice.isTold(StationCommand.RingBack.class);
        alice.presses(Softkey.CALL_BACK);
        isTold(alice, Kind.ACTIVE);
        alice.hangsUp();
        bob.isTold(StationCommand.Clear.class);
    }

    private static void uses(TestPhone phone) {
        phone.goesOffHook();
        phone.isTold(StationCommand.GiveDialTone.class);
        phone.hangsUp();
        phone.isTold(StationCommand.Clear.class);
    }

    private static CallBackNotice isTold(TestPhone phone, Kind kind) {
        return phone.isTold(ShowCallBack.class, shown -> shown.notice().kind() == kind)
                .notice();
    }

    @Test
    void a_line_that_nobody_watched_is_followed_until_it_is_free() {
        aliceWaitsForBob();

        uses(bob);

        assertThat(isTold(alice, Kind.AVAILABLE).since()).isPresent();
        alice.handle().signal(new ChooseCallBack(Choice.DIAL));
        isTold(alice, Kind.OVER);
        bob.isTold(StationCommand.Offer.class);
    }

    @Test
    void a_line_that_is_watched_too_is_told_to_both() {
        var dave = site.watching("2004", "2002");
        aliceWaitsForBob();

        uses(bob);

        isTold(alice, Kind.AVAILABLE);
        dave.isTold(ShowLineStatus.class, shown -> shown.status() == LineStatus.IN_USE);
        alice.presses(Softkey.CALL_BACK);
        isTold(alice, Kind.CANCELLED);
        bob.handle().gone("power");
        dave.isTold(ShowLineStatus.class, shown -> shown.status() == LineStatus.UNKNOWN);
    }

    @Test
    void two_may_follow_the_same_line() {
        var carol = site.phone("2003", SecurityClass.NON_SECURE);
        aliceWaitsForBob();
        carol.dialsEnBloc("2002");
        carol.isTold(StationCommand.RingBack.class);
        carol.presses(Softkey.CALL_BACK);
        isTold(carol, Kind.ACTIVE);
        carol.hangsUp();
        bob.isTold(StationCommand.Clear.class);
        alice.presses(Softkey.CALL_BACK);
        isTold(alice, Kind.CANCELLED);

        uses(bob);

        isTold(carol, Kind.AVAILABLE);
        assertThat(alice.deliveries())
                .flatExtracting(commands -> commands)
                .noneMatch(command -> command instanceof ShowCallBack(var notice) && notice.kind() == Kind.AVAILABLE);
    }

    @Test
    void a_phone_that_is_gone_deleted_or_silent_for_too_long_is_waited_for_no_more() {
        aliceWaitsForBob();
        bob.handle().gone("power");
        isTold(alice, Kind.UNREACHABLE);

        var again = TestPhone.registered(
                site.processing(), TestSite.request(TestSite.name("2002"), SecurityClass.NON_SECURE));
        alice.dialsEnBloc("2002");
        again.isTold(StationCommand.Offer.class);
        alice.presses(Softkey.CALL_BACK);
        isTold(alice, Kind.ACTIVE);
        alice.hangsUp();
        again.isTold(StationCommand.Clear.class);
        site.delete(TestSite.name("2002"));
        isTold(alice, Kind.UNREACHABLE);

        site.parameter("callmanager.callBackDuration", "1");
        site.phone("2005", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2005");
        alice.isTold(
                StationCommand.RingBack.class,
                shown -> shown.parties().called().number().equals("2005"));
        alice.presses(Softkey.CALL_BACK);
        isTold(alice, Kind.ACTIVE);
        isTold(alice, Kind.EXPIRED);
    }

    @Test
    void a_registration_that_replaces_another_is_not_taken_for_gone() {
        aliceWaitsForBob();
        var again = TestPhone.registered(
                site.processing(), TestSite.request(TestSite.name("2002"), SecurityClass.NON_SECURE));

        uses(again);

        isTold(alice, Kind.AVAILABLE);
    }

    @Test
    void where_users_may_not_be_called_back_the_key_is_not_active() {
        site.parameter("callmanager.callBackEnabled", "false");
        alice.dialsEnBloc("2002");
        alice.isTold(StationCommand.RingBack.class);

        alice.presses(Softkey.CALL_BACK);

        alice.isTold(StationCommand.Explain.class);
    }
}
