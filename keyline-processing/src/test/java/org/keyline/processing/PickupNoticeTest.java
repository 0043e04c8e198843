package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.AlertPickup;
import org.keyline.callcontrol.station.StationCommand.ShowPickup;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.PickupNotice;
import org.keyline.model.dial.PickupNotice.Policy;
import org.keyline.model.security.SecurityClass;

/** Bob and Carol are in one pickup group, which is told of calls that ring for a second. */
class PickupNoticeTest {
    private final TestSite site = new TestSite();
    private final TestPhone alice = site.phone("2001", SecurityClass.NON_SECURE);
    private final TestPhone bob = site.phone("2002", SecurityClass.NON_SECURE);
    private final TestPhone carol = site.phone("2003", SecurityClass.NON_SECURE);

    @AfterEach
    void stop() {
        site.close();
    }

    private void tells(Policy policy) {
        var notice = new PickupNotice(policy, Duration.ofSeconds(1), true, true);
        site.pickupGroup(new PickupGroup("7001", "", "Sales", List.of(), notice), "2002", "2003", "2005");
    }

    private static ShowPickup call(String calling, String called) {
        return new ShowPickup(Optional.of(new PickupCall(
                Optional.of(new Party(calling, "User " + calling)), Optional.of(new Party(called, "User " + called)))));
    }

    private static ShowPickup none() {
        return new ShowPickup(Optional.empty());
    }

    private static void isTold(TestPhone phone, ShowPickup asked) {
        phone.isTold(ShowPickup.class, asked::equals);
    }

    private static List<StationCommand> notices(TestPhone phone) {
        return phone.deliveries().stream()
                .flatMap(List::stream)
                .filter(command -> command instanceof ShowPickup || command instanceof AlertPickup)
                .toList();
    }

    @Test
    void the_others_of_the_group_are_told_until_it_is_answered_and_who_calls_and_is_called_are_not() {
        tells(Policy.BOTH);
        alice.dialsEnBloc("2002");
        isTold(carol, call("2001", "2002"));
        carol.isTold(AlertPickup.class);

        bob.answers();

        isTold(carol, none());
        assertThat(notices(alice)).isEmpty();
        assertThat(notices(bob)).isEmpty();
        assertThat(notices(carol)).hasSize(3);
    }

    @Test
    void a_call_that_is_answered_in_time_is_told_to_nobody() {
        tells(Policy.BOTH);
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.isTold(StationCommand.Connected.class);
        alice.hangsUp();
        bob.isTold(StationCommand.Clear.class);
        var dave = site.phone("2004", SecurityClass.NON_SECURE);
        dave.dialsEnBloc("2002");

        isTold(carol, call("2004", "2002"));
        carol.isTold(AlertPickup.class);
        assertThat(notices(carol)).hasSize(2);
    }

    @Test
    void who_calls_somebody_in_their_own_group_is_not_told_of_it() {
        tells(Policy.BOTH);
        var eve = site.phone("2005", SecurityClass.NON_SECURE);
        carol.dialsEnBloc("2002");

        isTold(eve, call("2003", "2002"));
        eve.isTold(AlertPickup.class);
        carol.hangsUp();
        isTold(eve, none());
        assertThat(notices(carol)).isEmpty();
    }

    @Test
    void it_is_gone_when_somebody_picks_it_up() {
        site.parameter("callmanager.autoCallPickup", "true");
        tells(Policy.VISUAL);
        var eve = site.phone("2005", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2002");
        Stream.of(carol, eve).forEach(phone -> isTold(phone, call("2001", "2002")));

        carol.presses(Softkey.PICK_UP);

        Stream.of(carol, eve).forEach(phone -> isTold(phone, none()));
        carol.isTold(StationCommand.Connected.class);
    }

    @Test
    void a_group_that_begins_to_tell_tells_of_what_rings_already_and_one_that_ceases_takes_it_back() {
        tells(Policy.NONE);
        alice.dialsEnBloc("2002");
        bob.isTold(StationCommand.Offer.class);
        tells(Policy.AUDIO);
        carol.isTold(AlertPickup.class);
        assertThat(notices(carol)).hasSize(1);

        tells(Policy.VISUAL);
        isTold(carol, call("2001", "2002"));
        tells(Policy.NONE);
        isTold(carol, none());
        alice.hangsUp();
        bob.isTold(StationCommand.Clear.class);
        assertThat(notices(carol)).hasSize(3);
    }

    @Test
    void a_phone_that_comes_while_it_rings_is_told_and_one_that_rings_and_goes_is_taken_back() {
        tells(Policy.VISUAL);
        alice.dialsEnBloc("2002");
        isTold(carol, call("2001", "2002"));
        var eve = site.phone("2005", SecurityClass.NON_SECURE);
        isTold(eve, call("2001", "2002"));

        bob.handle().gone("power");

        isTold(carol, none());
        isTold(eve, none());
    }
}
