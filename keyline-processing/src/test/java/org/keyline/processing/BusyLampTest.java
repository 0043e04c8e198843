package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.ShowLineStatus;
import org.keyline.model.security.SecurityClass;

/** Alice watches Bob's line. */
class BusyLampTest {
    private final TestSite site = new TestSite();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_lamp_follows_the_line_from_ringing_to_its_end() {
        var alice = site.watching("2001", "2002");
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        var carol = site.phone("2003", SecurityClass.NON_SECURE);
        shows(alice, LineStatus.IDLE);

        carol.dialsEnBloc("2002");
        shows(alice, LineStatus.ALERTING);
        bob.answers();
        shows(alice, LineStatus.IN_USE);
        carol.hangsUp();
        shows(alice, LineStatus.IDLE);
        assertThat(alice.handle().watchedLine(1)).isEqualTo(LineStatus.IDLE);
    }

    @Test
    void a_phone_that_begins_to_watch_knows_what_the_line_does() {
        var dave = site.watching("2004", "2002");
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        bob.goesOffHook();
        shows(dave, LineStatus.IN_USE);

        var alice = site.watching("2001", "2002");

        assertThat(alice.handle().watchedLine(1)).isEqualTo(LineStatus.IN_USE);
        assertThat(alice.handle().watchedLine(7)).isEqualTo(LineStatus.UNKNOWN);
    }

    @Test
    void a_lamp_shows_that_its_user_wants_peace_and_that_the_phone_is_gone() {
        var alice = site.watching("2001", "2002");
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        shows(alice, LineStatus.IDLE);

        site.doNotDisturb("2002", true);
        shows(alice, LineStatus.DO_NOT_DISTURB);
        site.doNotDisturb("2002", false);
        shows(alice, LineStatus.IDLE);

        bob.handle().gone("power");
        shows(alice, LineStatus.UNKNOWN);
    }

    @Test
    void a_registration_that_replaces_another_is_not_taken_for_gone() {
        var alice = site.watching("2001", "2002");
        site.phone("2002", SecurityClass.NON_SECURE);
        shows(alice, LineStatus.IDLE);

        var again = TestPhone.registered(
                site.processing(), TestSite.request(TestSite.name("2002"), SecurityClass.NON_SECURE));
        again.goesOffHook();
        shows(alice, LineStatus.IN_USE);
        again.hangsUp();

        shows(alice, LineStatus.IDLE);
    }

    @Test
    void nothing_is_said_twice_and_nothing_of_lines_nobody_watches() {
        var alice = site.watching("2001", "2002");
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        var carol = site.phone("2003", SecurityClass.NON_SECURE);
        shows(alice, LineStatus.IDLE);

        carol.goesOffHook();
        carol.isTold(StationCommand.GiveDialTone.class);
        carol.hangsUp();
        carol.isTold(StationCommand.Clear.class);
        bob.dials("2003");
        carol.answers();
        shows(alice, LineStatus.IN_USE);
        bob.hangsUp();
        shows(alice, LineStatus.IDLE);

        assertThat(alice.deliveries())
                .flatExtracting(commands -> commands)
                .filteredOn(ShowLineStatus.class::isInstance)
                .containsExactly(
                        new ShowLineStatus(1, LineStatus.IDLE),
                        new ShowLineStatus(1, LineStatus.IN_USE),
                        new ShowLineStatus(1, LineStatus.IDLE));
    }

    private static void shows(TestPhone phone, LineStatus status) {
        phone.isTold(ShowLineStatus.class, shown -> shown.equals(new ShowLineStatus(1, status)));
    }
}
