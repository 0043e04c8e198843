package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Clear;
import org.keyline.callcontrol.station.StationCommand.Connected;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.Refuse;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.callcontrol.station.StationCommand.RingBack;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationCommand.UpdateParties;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.serviceability.alarm.AlarmCatalogue;

class ProcessingTest {
    private final TestSite site = new TestSite();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void alice_calls_bob_and_they_talk_in_the_clear() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        var bob = site.phone("2002", SecurityClass.NON_SECURE);

        alice.dials("2002");
        alice.isTold(RingBack.class);
        bob.answers();

        assertThat(alice.isTold(Connected.class).parties().security()).contains(SecurityClass.NON_SECURE);
        assertThat(bob.isTold(Connected.class).parties().security()).contains(SecurityClass.NON_SECURE);
        assertThat(alice.isTold(StartTransmit.class).key()).isEmpty();
        assertThat(bob.isTold(StartTransmit.class).key()).isEmpty();

        bob.hangsUp();
        alice.isTold(Clear.class);
        bob.isTold(Clear.class);
    }

    @Test
    void two_encrypted_phones_get_both_sets_of_keys_and_the_lock() {
        var alice = site.phone("2001", SecurityClass.ENCRYPTED);
        var bob = site.phone("2002", SecurityClass.ENCRYPTED);

        alice.dialsEnBloc("2002");
        bob.answers();

        var aliceHears = alice.isTold(OpenReceive.class).key().orElseThrow();
        var bobHears = bob.isTold(OpenReceive.class).key().orElseThrow();
        var aliceSends = alice.isTold(StartTransmit.class).key().orElseThrow();
        var bobSends = bob.isTold(StartTransmit.class).key().orElseThrow();
        assertThat(aliceSends.key()).isEqualTo(bobHears.key());
        assertThat(bobSends.key()).isEqualTo(aliceHears.key());
        assertThat(aliceHears.key()).isNotEqualTo(bobHears.key());
        assertThat(alice.isTold(UpdateParties.class).parties().security()).contains(SecurityClass.ENCRYPTED);
        assertThat(bob.isTold(UpdateParties.class).parties().security()).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void what_one_step_says_to_a_phone_is_delivered_at_once() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        site.phone("2002", SecurityClass.NON_SECURE);

        alice.dialsEnBloc("2002");
        alice.isTold(RingBack.class);

        assertThat(alice.deliveries()).hasSize(1);
        assertThat(alice.deliveries().getFirst())
                .extracting(command -> command.getClass().getSimpleName())
                .containsExactly("StartEnBloc", "Proceed", "RingBack");
    }

    @Test
    void a_newer_registration_replaces_the_older_and_ends_its_calls() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.isTold(Connected.class);

        var again = TestPhone.registered(
                site.processing(), TestSite.request(TestSite.name("2001"), SecurityClass.NON_SECURE));

        assertThat(alice.isClosed()).isEqualTo("registered again");
        bob.isTold(Clear.class);
        alice.handle().gone("connection lost");
        assertThat(site.processing().devices()).hasSize(2);
        again.dialsEnBloc("2002");
        bob.isTold(StationCommand.Offer.class);
        assertThat(again.isOpen()).isTrue();
    }

    @Test
    void a_phone_that_vanishes_while_talking_clears_the_other() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.isTold(Connected.class);

        alice.handle().gone("connection lost");

        bob.isTold(StationCommand.CloseReceive.class);
        bob.isTold(Clear.class);
        assertThat(site.processing().device(TestSite.name("2001"))).isEmpty();
    }

    @Test
    void an_unregistered_phone_cannot_be_called() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        site.configure("2002", DeviceSecurityMode.NON_SECURE);

        alice.dialsEnBloc("2002");

        assertThat(alice.isTold(Refuse.class).cause()).isEqualTo(Cause.DESTINATION_OUT_OF_ORDER);
        alice.presses(Softkey.END_CALL);
        alice.isTold(Clear.class);
    }

    @Test
    void the_inter_digit_time_comes_from_the_service_parameters() {
        site.parameter("callmanager.t302", "200");
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        site.configure("20021", DeviceSecurityMode.NON_SECURE);

        alice.dials("2002");

        bob.isTold(StationCommand.Offer.class);
    }

    @Test
    void an_unknown_phone_is_refused_and_waits_to_be_adopted() {
        var name = new DeviceName("SEP00AABBCCDDEE");

        var outcome = site.processing().register(TestSite.request(name, SecurityClass.NON_SECURE), new TestPhone());

        assertThat(outcome).isEqualTo(new RegistrationOutcome.Refused("Device not configured"));
        assertThat(site.waiting().list())
                .singleElement()
                .satisfies(knocking -> assertThat(knocking.device()).isEqualTo(name.text()));
        assertThat(site.alarms()).extracting(TestSite.Raised::alarm).containsExactly(AlarmCatalogue.UNKNOWN_DEVICE);
    }

    @Test
    void a_reset_waits_until_the_phone_is_idle() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        var bob = site.phone("2002", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2002");
        bob.answers();
        alice.isTold(Connected.class);
        assertThat(alice.handle().inCall()).isTrue();

        assertThat(site.processing().reset(TestSite.name("2001"), Reset.Kind.RESTART))
                .isTrue();
        bob.hangsUp();

        assertThat(alice.isTold(Reset.class).kind()).isEqualTo(Reset.Kind.RESTART);
        var order = alice.deliveries().stream().flatMap(List::stream).toList();
        assertThat(order.getLast()).isInstanceOf(Reset.class);
        assertThat(alice.handle().inCall()).isFalse();
        assertThat(site.processing().reset(TestSite.name("9999"), Reset.Kind.RESTART))
                .isFalse();
    }

    @Test
    void a_deleted_phone_is_reset_and_cut_off() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);

        site.delete(TestSite.name("2001"));

        assertThat(alice.isTold(Reset.class).kind()).isEqualTo(Reset.Kind.RESET);
        assertThat(alice.isClosed()).isEqualTo("deleted");
        assertThat(site.processing().devices()).isEmpty();
    }

    @Test
    void a_new_number_can_be_called_at_once() {
        var alice = site.phone("2001", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2003");
        assertThat(alice.isTold(Refuse.class).cause()).isEqualTo(Cause.UNALLOCATED_NUMBER);
        alice.presses(Softkey.END_CALL);
        alice.isTold(Clear.class);

        var carol = site.phone("2003", SecurityClass.NON_SECURE);
        alice.dialsEnBloc("2003");

        carol.isTold(StationCommand.Offer.class);
    }
}
