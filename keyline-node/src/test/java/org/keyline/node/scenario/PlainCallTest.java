package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.phone.HistoryEntry;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;

/** What people do with telephones, on phones without security. */
class PlainCallTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    regions:
                      - {name: Branch, within: G729, toOthers: G729}
                    devicePools:
                      - {name: Branch, callManagerGroup: Default, region: Branch}
                    """)
            .with(
                    Desk.of("alice", "2001").with("speedDials: [{instance: 1, digits: \"2002\", label: Bob}]"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003"),
                    Desk.of("dora", "2004", "2005"),
                    Desk.of("hugo", "2006").line("maxCalls: 1, busyTrigger: 1"),
                    Desk.of("ines", "2007").with("devicePool: Branch"),
                    Desk.of("jan", "2008").model("7910").with("devicePool: Branch"));

    @Test
    @Spec({"PH-001", "PH-032"})
    void a_call_from_the_first_digit_to_the_last_word() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");

        alice.dials("2002").hearsRingBack().showsParty("2002", "bob");
        bob.rings().showsParty("2001", "alice").showsLamp(ButtonType.LINE, 1, LampMode.BLINK);
        bob.answers();
        alice.isConnectedTo("2002").hears(bob).showsNoIcon();
        bob.isConnectedTo("2001").hears(alice).showsNoIcon();
        alice.hangsUp().isIdle();
        bob.isIdle();

        alice.remembers(HistoryEntry.Kind.PLACED, "2002");
        bob.remembers(HistoryEntry.Kind.RECEIVED, "2001");
        assertThat(alice.phone().cipherSuite()).isEmpty();
        assertThat(Keys.toHear(alice)).isEmpty();
    }

    @Test
    void the_called_person_may_hang_up_first() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dialsEnBloc("2002");
        bob.rings().answers();
        bob.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_caller_who_gives_up_stops_the_ringing_and_leaves_a_missed_call() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings();
        alice.hangsUp().isIdle();
        bob.isIdle().remembers(HistoryEntry.Kind.MISSED, "2001");
    }

    @Test
    void a_number_that_nobody_has_gives_reorder_tone() {
        var alice = SITE.boots("alice");
        alice.dials("9").hearsReorder().showsPrompt("Unknown number").hangsUp().isIdle();
        alice.dialsEnBloc("2099").hearsReorder().hangsUp().isIdle();
    }

    @Test
    void a_line_that_is_full_is_busy() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var hugo = SITE.boots("hugo");
        alice.dials("2006");
        hugo.rings().answers();
        hugo.hears(alice);

        bob.dials("2006").hearsBusy().showsPrompt("Busy").hangsUp().isIdle();

        hugo.hears(alice).showsCalls(1).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_second_call_waits_is_taken_and_the_first_is_resumed() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings().answers();
        bob.hears(alice);

        carol.dials("2002").hearsRingBack();
        bob.hasWaitingCall().answers();
        bob.isConnectedTo("2003").isOnHold().hears(carol);
        carol.hears(bob);
        alice.hearsMusic();

        carol.hangsUp().isIdle();
        bob.showsCalls(1).selects(CallState.HOLD).presses("Resume").hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void hold_silences_both_but_for_music_and_resume_brings_both_back() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers();
        alice.hears(bob);

        bob.presses("Hold").isOnHold().isMute();
        alice.isMute().hearsMusic().isConnected();
        bob.presses("Resume").isConnected().hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_called_phone_that_vanishes_in_the_call_ends_it() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers();
        alice.hears(bob);

        bob.losesPower();

        alice.isIdle();
        alice.dials("2002").hearsReorder().hangsUp().isIdle();
        assertThat(SITE.node().registrations().calls()).isEmpty();
    }

    @Test
    void a_caller_that_vanishes_while_it_rings_stops_the_ringing() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings();
        alice.losesPower();
        bob.isIdle();
    }

    @Test
    void each_line_of_a_phone_rings_and_calls_under_its_own_number() {
        var alice = SITE.boots("alice");
        var dora = SITE.boots("dora").showsLine(1, "2004").showsLine(2, "2005");

        alice.dials("2005");
        dora.rings().showsLamp(ButtonType.LINE, 2, LampMode.BLINK).answers().hears(alice);
        dora.hangsUp().isIdle();
        alice.isIdle();

        dora.pressesLine(2).hearsDialTone().pressesDigits("2001");
        alice.rings().showsParty("2005", "dora").answers().hears(dora);
        alice.hangsUp().isIdle();
        dora.isIdle();
    }

    @Test
    void redial_and_speed_dial_call_without_digits() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.pressesSpeedDial(1);
        bob.rings().answers().hears(alice);
        bob.hangsUp().isIdle();
        alice.isIdle();

        alice.presses("Redial");
        bob.rings();
        alice.hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void between_regions_of_low_bandwidth_phones_are_told_to_speak_g729() {
        var alice = SITE.boots("alice");
        var ines = SITE.boots("ines");
        alice.dials("2007");
        ines.rings().answers();

        ines.awaits("a receive channel", _ -> !Codecs.toHear(ines).isEmpty());
        assertThat(Codecs.toHear(ines).getFirst().name()).startsWith("G.729");
        // The lab has no G.729 and says so: the call fails in a way both can hear.
        ines.hearsReorder();
        alice.hearsReorder();
        SITE.raises(AlarmCatalogue.MEDIA_FAILED, Map.of());
        alice.hangsUp().isIdle();
        ines.hangsUp().isIdle();
    }

    @Test
    void without_a_common_codec_the_call_fails_with_a_tone_and_no_audio() {
        var alice = SITE.boots("alice");
        var jan = SITE.boots("jan");
        alice.dials("2008");
        jan.rings().answers();

        alice.hearsReorder().isMute();
        assertThat(Codecs.toHear(alice)).isEmpty();
        alice.hangsUp().isIdle();
        jan.hangsUp().isIdle();
    }

    @Test
    void phones_that_repeat_themselves_and_chop_their_messages_up_get_their_calls() {
        var alice = SITE.owns(SITE.phone("alice")
                .misbehaving(
                        Misbehaviour.SPLIT_SEGMENTS,
                        Misbehaviour.ON_HOOK_TWICE,
                        Misbehaviour.UNKNOWN_MESSAGES,
                        Misbehaviour.AVAILABLE_LINES_TWICE)
                .build());
        var bob = SITE.owns(SITE.phone("bob")
                .misbehaving(Misbehaviour.MERGED_SEGMENTS, Misbehaviour.LONG_BODIES)
                .build());
        Site.allBoot(List.of(alice, bob));
        alice.dials("2002");
        bob.rings().answers();
        alice.hears(bob);
        bob.hears(alice);
        alice.hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void a_phone_out_of_channels_loses_its_call_and_nothing_else() {
        var alice = SITE.owns(SITE.phone("alice")
                .misbehaving(Misbehaviour.FAILED_MEDIA_ACK)
                .build()
                .boots());
        var bob = SITE.owns(SITE.phone("bob")
                .like(profile -> profile.with(Codec.G711_ULAW_64K, Codec.G711_ALAW_64K))
                .build()
                .boots());
        alice.dials("2002");
        bob.rings().answers();
        bob.hearsReorder();
        alice.hearsReorder();
        SITE.raises(AlarmCatalogue.MEDIA_FAILED, Map.of("device", alice.deviceName()));
        bob.hangsUp().isIdle();
        alice.hangsUp().isIdle();

        var carol = SITE.boots("carol");
        carol.dials("2002");
        bob.rings().answers().hears(carol);
    }
}
