package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.device.DeviceEffect;
import org.keyline.callcontrol.device.DeviceMachine;
import org.keyline.callcontrol.device.DeviceState;
import org.keyline.callcontrol.party.MediaChoice;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.Location;

/** What follows when a receiver is lifted: a hot line calls, and the way outside has a dial tone of its own. */
class OffHookTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob).forEach(Deskphone::registered);
    }

    private static TranslationPattern toBob(String pattern, Treatment treatment) {
        return TranslationPattern.of(pattern, "")
                .called(new CalledTransformation(DigitDiscard.NONE, "2002", ""))
                .treated(treatment);
    }

    @Test
    void a_hot_line_calls_as_soon_as_the_receiver_is_lifted() {
        office.translates(toBob("", Treatment.URGENT));
        alice.goesOffHook();

        bob.shows("ringing");
        bob.seesCalling("2001");
        alice.shows("ring-back");
        bob.answers();
        alice.isInCallWith(bob);
        alice.hangsUp();
        alice.isIdle();
        bob.isIdle();
    }

    @Test
    void numbers_are_looked_up_by_the_clock_at_the_phone() {
        var tokyo = ZoneId.of("Asia/Tokyo");
        var there = DeviceState.registered(
                alice.phone(),
                new Site("default", Location.HUB_NONE, tokyo, MediaChoice.USUAL),
                SecurityClass.NON_SECURE);

        var step = DeviceMachine.onSignal(
                there, new StationSignal.OffHook(LineInstance.NONE, CallReference.NONE), office.context());

        assertThat(step.effects())
                .filteredOn(DeviceEffect.Begin.class::isInstance)
                .singleElement()
                .satisfies(begin -> assertThat(
                                ((DeviceEffect.Begin) begin).originate().order().zone())
                        .isEqualTo(tokyo));
    }

    @Test
    void a_hot_line_to_nobody_gives_reorder() {
        office.translates(TranslationPattern.of("", "").called(new CalledTransformation(DigitDiscard.NONE, "777", "")));
        alice.goesOffHook();

        alice.shows("dial tone");
        office.expires(CallTimer.FIRST_DIGIT);
        alice.hearsRefusal(Cause.RECOVERY_ON_TIMER_EXPIRY);
    }

    @Test
    void a_hot_line_that_waits_lets_its_user_dial_first() {
        office.translates(toBob("", Treatment.USUAL));
        alice.goesOffHook();
        alice.shows("dial tone");
        alice.presses('2');
        alice.shows("dialling");
        alice.hangsUp();
        bob.isIdle();

        alice.goesOffHook();
        office.expires(CallTimer.FIRST_DIGIT);
        bob.shows("ringing");
    }

    @Test
    void the_number_all_calls_shall_go_to_is_dialled_at_a_hot_line_too() {
        office.translates(toBob("", Treatment.URGENT));
        alice.presses(Softkey.FORWARD_ALL);

        bob.isIdle();
        alice.shows("dial tone");
    }

    @Test
    void the_outside_dial_tone_sounds_once_all_that_is_possible_leads_outside() {
        office.translates(toBob("9.XXXX", Treatment.USUAL.withOutsideDialTone()));
        alice.goesOffHook();
        alice.shows("dial tone");
        alice.presses('9');
        alice.shows("outside dial tone");
        alice.presses('2');
        alice.shows("dialling");
        alice.presses('0');
        assertThat(alice.told(StationCommand.OutsideDialTone.class)).hasSize(1);

        "02".chars().forEach(key -> alice.presses((char) key));
        bob.shows("ringing");
    }

    @Test
    void who_takes_the_digit_back_hears_the_tone_again_when_they_dial_it_again() {
        office.translates(toBob("9.XXXX", Treatment.USUAL.withOutsideDialTone()));
        alice.dials("92");
        alice.presses(Softkey.BACKSPACE);
        alice.shows("outside dial tone");
        alice.presses(Softkey.BACKSPACE);
        alice.shows("dial tone");
        alice.presses('2');
        alice.shows("dialling");
        alice.presses(Softkey.BACKSPACE);
        alice.presses('9');
        alice.shows("outside dial tone");
        assertThat(alice.told(StationCommand.OutsideDialTone.class)).hasSize(3);
    }

    @Test
    void a_number_that_does_not_lead_outside_keeps_the_tone_away() {
        office.translates(toBob("9.XXXX", Treatment.USUAL.withOutsideDialTone()));
        office.translates(toBob("9911", Treatment.USUAL));
        alice.dials("9");
        alice.shows("dialling");
        alice.presses('8');
        alice.shows("outside dial tone");
    }
}
