package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;
import org.keyline.model.security.SecurityClass;

/** Bob has no time for Alice: she may leave a message. Voice mail answers at 2900. */
class DivertTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003");
    private final Deskphone mail = office.phone("2900").takes(1, 1);

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, carol, mail).forEach(Deskphone::registered);
        office.voiceMailPilot("2900");
    }

    @Test
    void a_call_that_rings_goes_to_voice_mail_which_learns_whose_mailbox_it_is() {
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);

        bob.isIdle();
        mail.shows("ringing");
        mail.seesCalling("2001");
        mail.seesRedirection("2002", Reason.DIVERT);
        mail.answers();
        alice.isInCallWith(mail);
    }

    @Test
    void bob_talks_and_has_enough() {
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.DIVERT);

        bob.isIdle();
        alice.shows("ring-back");
        mail.seesRedirection("2002", Reason.DIVERT);
        mail.answers();
        alice.isInCallWith(mail);
        mail.hangsUp();
        Stream.of(alice, mail).forEach(Deskphone::isIdle);
        assertThat(office.wiped()).hasSize(office.keySetsMade());
    }

    @Test
    void a_held_call_may_go_too_and_it_may_be_one_that_bob_made() {
        bob.dialsEnBloc("2001");
        alice.answers();
        bob.holds();
        bob.presses(Softkey.DIVERT, bob.call());

        bob.isIdle();
        mail.seesCalling("2001");
        mail.answers();
        alice.isInCallWith(mail);
    }

    @Test
    void a_line_with_a_pilot_of_its_own_has_its_messages_there() {
        office.voiceMailPilot("2002", "2003");
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);

        carol.shows("ringing");
    }

    @Test
    void without_a_pilot_the_key_is_not_active() {
        office.noVoiceMail();
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);

        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
        bob.shows("ringing");
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void a_pilot_nobody_has_is_a_temporary_failure_and_the_call_goes_on() {
        office.voiceMailPilot("2999");
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.DIVERT);

        assertThat(bob.explained()).containsExactly(Phrase.TEMPORARY_FAILURE);
        alice.isStillTalkingTo(bob);
    }

    @Test
    void when_voice_mail_is_busy_the_call_comes_back_to_who_diverted_it() {
        carol.dialsEnBloc("2900");
        mail.answers();
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);

        assertThat(bob.explained()).containsExactly(Phrase.VOICE_MAIL_BUSY);
        bob.shows("ringing");
        bob.seesCalling("2001");
        alice.shows("ring-back");
        bob.answers();
        alice.isInCallWith(bob);
        bob.presses(Softkey.DIVERT);
        assertThat(bob.explained()).hasSize(2);
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void when_voice_mail_does_not_answer_the_call_comes_back_too() {
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.holds();
        bob.presses(Softkey.DIVERT, bob.call());
        office.expires(CallTimer.NO_ANSWER);

        mail.isIdle();
        assertThat(bob.explained()).containsExactly(Phrase.TEMPORARY_FAILURE);
        bob.answers();
        alice.isInCallWith(bob);
    }

    @Test
    void when_all_of_voice_mail_is_busy_the_call_comes_back_from_its_pilot() {
        var next = Onward.NEXT_MEMBER_THEN_NEXT_GROUP;
        var ports = new LineGroup(
                "ports",
                Distribution.TOP_DOWN,
                Duration.ofSeconds(10),
                next,
                next,
                next,
                List.of(new LineGroup.Member(new DirectoryNumber("2900"), "")));
        office.hunts("2950", ports, pilot -> pilot);
        office.voiceMailPilot("2950");
        carol.dialsEnBloc("2900");
        mail.answers();
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);

        assertThat(bob.explained()).containsExactly(Phrase.VOICE_MAIL_BUSY);
        bob.shows("ringing");
    }

    @Test
    void who_comes_back_to_a_phone_that_is_gone_hears_that() {
        carol.dialsEnBloc("2900");
        mail.answers();
        alice.dialsEnBloc("2002");
        bob.acts(bob.press(Softkey.DIVERT));
        bob.vanishes();
        office.settle();

        alice.hearsRefusal(Cause.DESTINATION_OUT_OF_ORDER);
        alice.hangsUp();
        alice.isIdle();
        assertThat(office.calls()).hasSize(1);
    }

    @Test
    void a_line_that_forwards_where_nobody_answers_sends_on_what_came_back() {
        office.forwards("2002", ForwardReason.NO_ANSWER, "2003");
        mail.vanishes();
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);
        bob.shows("ringing");
        office.expires(CallTimer.FORWARD);

        bob.isIdle();
        carol.shows("ringing");
        carol.answers();
        alice.isInCallWith(carol);
    }

    @Test
    void a_call_is_transferred_to_the_mailbox_of_whom_bob_called() {
        office.voiceMailPilot("2003", "2900");
        office.voiceMailPilot("2999");
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.TRANSFER);
        bob.dialsEnBloc("2003");
        carol.shows("ringing");
        bob.presses(Softkey.TRANSFER_TO_VOICE_MAIL);

        Stream.of(bob, carol).forEach(Deskphone::isIdle);
        mail.seesCalling("2001");
        mail.seesRedirection("2003", Reason.DIVERT);
        mail.answers();
        alice.isInCallWith(mail);
    }

    @Test
    void bob_asked_carol_first() {
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.TRANSFER);
        bob.dialsEnBloc("2003");
        carol.answers();
        bob.presses(Softkey.TRANSFER_TO_VOICE_MAIL);

        Stream.of(bob, carol).forEach(Deskphone::isIdle);
        mail.seesRedirection("2003", Reason.DIVERT);
    }

    @Test
    void a_transfer_to_a_mailbox_that_nobody_can_reach_leaves_the_call_held() {
        office.voiceMailPilot("2999");
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.TRANSFER);
        bob.dialsEnBloc("2003");
        bob.presses(Softkey.TRANSFER_TO_VOICE_MAIL);

        assertThat(bob.explained()).containsExactly(Phrase.TEMPORARY_FAILURE);
        carol.isIdle();
        bob.presses(Softkey.RESUME);
        alice.isStillTalkingTo(bob);
    }

    @Test
    void before_a_number_is_dialled_there_is_no_mailbox_to_transfer_to() {
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.TRANSFER);
        bob.presses(Softkey.TRANSFER_TO_VOICE_MAIL);

        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    @Test
    void without_a_transfer_the_mailbox_is_that_of_the_user() {
        alice.dialsEnBloc("2002");
        bob.answers();
        bob.presses(Softkey.TRANSFER_TO_VOICE_MAIL);

        bob.isIdle();
        mail.seesRedirection("2002", Reason.DIVERT);
    }

    @Test
    void a_forwarded_call_goes_to_the_mailbox_of_who_diverts() {
        office.forwards("2002", ForwardReason.NO_ANSWER, "2003");
        alice.dialsEnBloc("2002");
        office.expires(CallTimer.FORWARD);
        carol.presses(Softkey.DIVERT);

        mail.seesRedirection("2003", Reason.DIVERT);
    }

    @Test
    void or_to_that_of_whom_the_caller_wanted() {
        office.divertsToOriginalCalled();
        office.forwards("2002", ForwardReason.NO_ANSWER, "2003");
        alice.dialsEnBloc("2002");
        office.expires(CallTimer.FORWARD);
        carol.presses(Softkey.DIVERT);

        mail.seesRedirection("2002", Reason.FORWARD_NO_ANSWER);
        mail.seesLastRedirection("2003", Reason.DIVERT);
    }

    @Test
    void a_conference_is_not_diverted() {
        office.bridge("CFB_1", true);
        alice.dialsEnBloc("2002");
        bob.answers();
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.CONFERENCE);
        bob.presses(Softkey.DIVERT);

        assertThat(bob.explained()).containsExactly(Phrase.KEY_NOT_ACTIVE);
    }

    @Test
    void a_guest_who_barged_in_is_out_before_the_call_is_diverted() {
        var workshop =
                office.sharing("2002", "2012").security(SecurityClass.ENCRYPTED).registered();
        alice.dialsEnBloc("2002");
        bob.answers();
        workshop.presses(Softkey.BARGE);
        bob.presses(Softkey.DIVERT);

        Stream.of(bob, workshop).forEach(Deskphone::isIdle);
        mail.answers();
        alice.isInCallWith(mail);
    }

    @Test
    void caller_and_diverter_cross() {
        alice.dialsEnBloc("2002");
        bob.acts(bob.press(Softkey.DIVERT));
        alice.hangsUp();

        Stream.of(alice, bob, mail).forEach(Deskphone::isIdle);
    }
}
