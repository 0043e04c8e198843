package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.serviceability.alarm.AlarmCatalogue;

/** Phones that come and go, and a configuration that changes under them. */
class RegistrationTest {
    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"));

    @Test
    void a_phone_that_unregisters_is_gone_and_cannot_be_called() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        bob.unregisters();
        SITE.raises(AlarmCatalogue.DEVICE_UNREGISTERED, Map.of("device", bob.deviceName()));
        assertThat(SITE.node().registrations().device(Site.device("bob"))).isEmpty();
        alice.dials("2002").hearsReorder().hangsUp().isIdle();
    }

    @Test
    void reset_and_restart_bring_a_phone_back() {
        var alice = SITE.boots("alice");
        SITE.resets(alice, "alice", Reset.Kind.RESTART);
        SITE.resets(alice, "alice", Reset.Kind.RESET);
        assertThat(Site.registrations(alice)).isEqualTo(3);
    }

    @Test
    void a_reset_during_a_call_waits_for_its_end() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers();
        bob.hears(alice);

        assertThat(SITE.node().devices().reset(Site.device("bob"), Reset.Kind.RESET))
                .isTrue();
        alice.hears(bob);
        assertThat(Site.registrations(bob)).isOne();
        alice.hangsUp().isIdle();

        bob.awaits("to come back", _ -> Site.registrations(bob) == 2).isRegistered();
    }

    @Test
    void a_device_that_is_not_registered_cannot_be_reset() {
        assertThat(SITE.node().devices().reset(Site.device("bob"), Reset.Kind.RESET))
                .isFalse();
    }

    @Test
    void a_phone_that_nobody_configured_is_told_so() {
        var stranger = SITE.owns(
                SITE.unprovisioned("zoe", "7962").registersAt(SITE.at(2000)).build());
        stranger.powersOn().isRejected("Device not configured");
        SITE.raises(AlarmCatalogue.UNKNOWN_DEVICE, Map.of("device", stranger.deviceName()));
    }

    @Test
    void a_phone_of_another_model_than_configured_is_told_so() {
        var phone = SITE.owns(
                SITE.unprovisioned("alice", "7960").registersAt(SITE.at(2000)).build());
        phone.powersOn().isRejected("Device type mismatch");
        SITE.raises(AlarmCatalogue.DEVICE_TYPE_MISMATCH, Map.of("device", phone.deviceName()));
    }

    @Test
    void the_newer_of_two_phones_with_one_name_wins() {
        var first = SITE.boots("carol");
        var second = SITE.owns(SITE.phone("carol").build()).boots();
        first.isLost();
        var bob = SITE.boots("bob");
        bob.dials("2003");
        second.rings().answers().hears(bob);
    }

    @Test
    void a_phone_that_is_added_while_the_node_runs_registers_and_is_called_at_once() {
        var alice = SITE.boots("alice");
        var newcomer = SITE.owns(SITE.stranger("nina", "7962").build());
        newcomer.powersOn().isLost();

        SITE.imports("keyline: 1\n" + Desk.yaml(List.of(Desk.of("nina", "2010"))));

        newcomer.boots();
        alice.dials("2010");
        newcomer.rings().answers().hears(alice);
    }

    @Test
    void a_line_that_gets_another_label_shows_it_after_a_restart() {
        var bob = SITE.boots("bob");
        SITE.sets("bob", "lines: [{line: \"2002\", display: bob, label: Reception}]");
        SITE.resets(bob, "bob", Reset.Kind.RESTART);
        bob.awaits(
                "its new label",
                state -> state.lines().values().stream()
                        .anyMatch(line -> line.label().equals("Reception")));
    }
}
