package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallBackNotice.Choice;
import org.keyline.callcontrol.station.CallBackNotice.Kind;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.ShowCallBack;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.TranslationPattern;

/** Alice cannot reach Bob, and wants to know when she can. */
class CallBackTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002").alertingName("Bob").takes(2, 1);
    private final Deskphone carol = office.phone("2003");
    private final Deskphone dave = office.phone("2004").takes(2, 1);

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol, dave).forEach(Deskphone::registered);
    }

    private void bobIsBusy() {
        carol.dialsEnBloc("2002");
        bob.answers();
    }

    private void aliceCallsBusyBob() {
        bobIsBusy();
        alice.dialsEnBloc("2002");
        alice.hearsRefusal(Cause.USER_BUSY);
        alice.presses(Softkey.CALL_BACK);
        alice.showsCallBack(Kind.ACTIVE, "2002");
        alice.readsCallBack().hangsUp();
    }

    private void aliceCallsBobInVain() {
        alice.dialsEnBloc("2002");
        alice.presses(Softkey.CALL_BACK);
        alice.showsCallBack(Kind.ACTIVE, "2002");
        alice.readsCallBack().hangsUp();
        bob.isIdle();
    }

    private void bobUsesHisPhone() {
        bob.goesOffHook();
        bob.hangsUp();
    }

    @Test
    void when_a_busy_line_is_idle_she_is_told_and_calls() {
        aliceCallsBusyBob();
        alice.showsNoCallBack();

        carol.hangsUp();

        assertThat(alice.told(ShowCallBack.class).getLast().notice())
                .isEqualTo(CallBackNotice.available(new Party("2002", "Bob"), Deskphone.NOW));
        alice.chooses(Choice.DIAL);
        alice.showsCallBack(Kind.OVER, "2002");
        bob.answers();
        alice.isInCallWith(bob);
        assertThat(office.followedBy(alice)).isEmpty();
    }

    @Test
    void who_does_not_answer_has_to_use_the_phone_first() {
        aliceCallsBobInVain();
        alice.showsNoCallBack();

        bob.goesOffHook();
        alice.showsNoCallBack();
        bob.hangsUp();

        alice.showsCallBack(Kind.AVAILABLE, "2002");
    }

    @Test
    void the_key_works_after_the_call_too() {
        alice.dialsEnBloc("2002");
        alice.hangsUp();

        alice.presses(Softkey.CALL_BACK);

        alice.showsCallBack(Kind.ACTIVE, "2002");
        bobUsesHisPhone();
        alice.showsCallBack(Kind.AVAILABLE, "2002");
    }

    @Test
    void pressed_again_it_ends_the_waiting() {
        aliceCallsBobInVain();

        alice.presses(Softkey.CALL_BACK);

        alice.showsCallBack(Kind.CANCELLED, "2002");
        alice.readsCallBack();
        bobUsesHisPhone();
        alice.showsNoCallBack();
    }

    @Test
    void she_is_told_as_soon_as_she_has_no_call_herself() {
        aliceCallsBusyBob();
        alice.dialsEnBloc("2004");
        dave.answers();

        carol.hangsUp();
        alice.showsNoCallBack();
        alice.hangsUp();

        alice.showsCallBack(Kind.AVAILABLE, "2002");
    }

    @Test
    void who_is_busy_again_before_she_could_be_told_is_waited_for() {
        aliceCallsBusyBob();
        alice.dialsEnBloc("2004");
        dave.answers();
        carol.hangsUp();
        bob.goesOffHook();

        alice.hangsUp();
        alice.showsNoCallBack();
        bob.hangsUp();

        alice.showsCallBack(Kind.AVAILABLE, "2002");
    }

    @Test
    void who_does_not_call_at_once_is_told_again_the_next_time() {
        aliceCallsBusyBob();
        carol.hangsUp();
        alice.readsCallBack();

        bobUsesHisPhone();

        alice.showsCallBack(Kind.AVAILABLE, "2002");
        alice.chooses(Choice.CANCEL);
        alice.showsCallBack(Kind.CANCELLED, "2002");
        assertThat(office.followedBy(alice)).isEmpty();
    }

    @Test
    void one_at_a_time_the_user_chooses_which() {
        aliceCallsBobInVain();
        alice.dialsEnBloc("2004");
        alice.presses(Softkey.CALL_BACK);

        assertThat(alice.told(ShowCallBack.class).getLast().notice())
                .isEqualTo(CallBackNotice.replacing(new Party("2002", "Bob"), new Party("2004", "User 2004")));
        assertThat(office.followedBy(alice)).contains(NumberKey.of("2002"));
        alice.chooses(Choice.REPLACE);

        alice.showsCallBack(Kind.ACTIVE, "2004");
        assertThat(office.followedBy(alice)).contains(NumberKey.of("2004"));
        alice.readsCallBack().hangsUp();
        bobUsesHisPhone();
        alice.showsNoCallBack();
        dave.goesOffHook();
        dave.hangsUp();
        alice.showsCallBack(Kind.AVAILABLE, "2004");
    }

    @Test
    void a_choice_that_comes_too_late_changes_nothing() {
        alice.chooses(Choice.DIAL);
        alice.chooses(Choice.REPLACE);
        alice.chooses(Choice.CANCEL);

        alice.isIdle();
        alice.showsNoCallBack();
    }

    @Test
    void when_the_other_answers_after_all_there_is_nothing_to_wait_for() {
        alice.dialsEnBloc("2002");
        alice.presses(Softkey.CALL_BACK);

        bob.answers();

        alice.showsCallBack(Kind.OVER, "2002");
        alice.readsCallBack().hangsUp();
        bobUsesHisPhone();
        alice.showsNoCallBack();
        alice.presses(Softkey.CALL_BACK);
        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    @Test
    void when_voice_mail_answers_instead_she_still_waits() {
        office.forwards("2002", ForwardReason.NO_ANSWER, "2004");
        alice.dialsEnBloc("2002");
        alice.presses(Softkey.CALL_BACK);
        office.expires(CallTimer.FORWARD);
        dave.answers();
        alice.readsCallBack().hangsUp();

        bobUsesHisPhone();

        alice.showsCallBack(Kind.AVAILABLE, "2002");
    }

    @Test
    void it_ends_when_the_other_phone_or_her_own_is_gone() {
        aliceCallsBobInVain();
        bob.vanishes();
        alice.showsCallBack(Kind.UNREACHABLE, "2002");
        assertThat(office.followedBy(alice)).isEmpty();

        bob.register();
        alice.readsCallBack();
        aliceCallsBobInVain();
        alice.vanishes();
        assertThat(office.followedBy(alice)).isEmpty();
        alice.register();
        bobUsesHisPhone();
        alice.showsNoCallBack();
    }

    @Test
    void it_ends_after_a_time_and_with_the_line_it_was_asked_on() {
        aliceCallsBobInVain();
        office.followedLongEnough();
        office.settle();
        alice.showsCallBack(Kind.EXPIRED, "2002");
        assertThat(office.followedBy(alice)).isEmpty();

        aliceCallsBobInVain();
        alice.configured(0);
        alice.showsCallBack(Kind.CANCELLED, "2002");
        assertThat(office.followedBy(alice)).isEmpty();
    }

    @Test
    void a_phone_whose_user_wants_peace_is_not_free() {
        bob.silence(true, DoNotDisturbOption.CALL_REJECT);
        alice.dialsEnBloc("2002");
        alice.presses(Softkey.CALL_BACK);
        alice.readsCallBack().hangsUp();
        bobUsesHisPhone();
        alice.showsNoCallBack();

        bob.silence(false, DoNotDisturbOption.CALL_REJECT);
        office.settle();

        alice.showsCallBack(Kind.AVAILABLE, "2002");
    }

    @Test
    void the_number_is_dialled_as_it_was() {
        office.translates(
                TranslationPattern.of("62", "").called(new CalledTransformation(DigitDiscard.NONE, "2002", "")));
        alice.dialsEnBloc("62");
        alice.presses(Softkey.CALL_BACK);
        alice.showsCallBack(Kind.ACTIVE, "62");
        alice.hangsUp();
        bobUsesHisPhone();

        alice.chooses(Choice.DIAL);

        bob.shows("ringing");
    }

    @Test
    void forwarded_calls_groups_own_lines_and_numbers_nobody_has_are_refused_with_the_reason() {
        office.forwards("2004", ForwardReason.ALL, "2002");
        refuses("2004", Kind.FORWARDED);
        office.hunts(
                "2900",
                new LineGroup(
                        "all",
                        Distribution.TOP_DOWN,
                        Duration.ofSeconds(10),
                        Onward.STOP,
                        Onward.STOP,
                        Onward.STOP,
                        List.of(new LineGroup.Member(
                                bob.phone().lines().getFirst().number(), ""))),
                pilot -> pilot);
        refuses("2900", Kind.NO_LINE);
        var other = office.sharing("2001", "2011").registered();
        alice.dialsEnBloc("2001");
        other.shows("ringing");
        alice.presses(Softkey.CALL_BACK);
        alice.showsCallBack(Kind.OWN_LINE, "2001");
        alice.hangsUp();
        carol.vanishes();
        refuses("2003", Kind.UNREACHABLE);
        alice.dialsEnBloc("29999");
        alice.presses(Softkey.CALL_BACK);
        alice.showsCallBack(Kind.UNKNOWN_NUMBER, "");
        assertThat(office.followedBy(alice)).isEqualTo(Optional.empty());
    }

    private void refuses(String number, Kind why) {
        alice.dialsEnBloc(number);
        alice.presses(Softkey.CALL_BACK);
        alice.showsCallBack(why, number);
        alice.readsCallBack().hangsUp();
        assertThat(office.followedBy(alice)).isEmpty();
    }

    @Test
    void switched_off_the_key_is_not_active_and_who_waits_waits_no_more() {
        aliceCallsBobInVain();
        office.callsBack(false);

        bobUsesHisPhone();
        alice.showsCallBack(Kind.CANCELLED, "2002");
        alice.readsCallBack().presses(Softkey.CALL_BACK);

        alice.showsNoCallBack();
        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    @Test
    void without_a_call_of_her_own_there_is_nobody_to_wait_for() {
        alice.presses(Softkey.CALL_BACK);

        alice.showsNoCallBack();
        assertThat(alice.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }
}
