package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;

/** Bob's line is also in the workshop; he does not want everybody there to know whom he talks to. */
class PrivacyTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone workshop = office.sharing("2002", "2012");

    @BeforeEach
    void everybodyIsThere() {
        List.of(alice, bob, workshop).forEach(Deskphone::registered);
        office.bridge("CFB_1", true);
    }

    private void talk() {
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    @Test
    void the_others_see_that_the_line_is_in_use_and_nothing_else() {
        bob.presses(Softkey.PRIVATE);
        talk();

        workshop.shows("private elsewhere");
        assertThat(workshop.display().showsNobody()).isTrue();
        alice.isInCallWith(bob);
    }

    @Test
    void a_call_that_bob_makes_is_private_from_its_first_digit() {
        bob.presses(Softkey.PRIVATE);
        bob.dials("2");
        workshop.shows("private elsewhere");
        bob.hangsUp();

        workshop.isIdle();
    }

    @Test
    void the_key_works_in_the_middle_of_a_call() {
        talk();
        workshop.shows("in use elsewhere");
        bob.presses(Softkey.PRIVATE);
        workshop.shows("private elsewhere");
        assertThat(workshop.display().showsNobody()).isTrue();

        bob.presses(Softkey.PRIVATE);
        workshop.shows("in use elsewhere");
        assertThat(workshop.display().showsNobody()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"BARGE", "CONFERENCE_BARGE"})
    void nobody_barges_into_it(Softkey key) {
        bob.keepsPrivate(true);
        talk();
        workshop.presses(key);

        workshop.hearsRefusal(Cause.USER_BUSY);
        assertThat(workshop.explained()).containsExactly(Phrase.PRIVATE);
        alice.isStillTalkingTo(bob);
        workshop.hangsUp();
        workshop.shows("private elsewhere");
    }

    @Test
    void it_is_the_privacy_of_who_has_the_line_that_counts() {
        alice.keepsPrivate(true);
        workshop.keepsPrivate(true);
        talk();

        workshop.shows("in use elsewhere");
        assertThat(workshop.display().showsNobody()).isFalse();
    }

    @Test
    void who_is_held_may_be_taken_over() {
        bob.keepsPrivate(true);
        talk();
        bob.holds();

        workshop.shows("held elsewhere");
        workshop.resumes();
        alice.isInCallWith(workshop);
        bob.shows("in use elsewhere");
    }

    @Test
    void unless_held_calls_are_private_too() {
        office.privacyOnHeldCalls(true);
        bob.keepsPrivate(true);
        talk();
        bob.holds();

        workshop.shows("private elsewhere");
        workshop.presses(Softkey.RESUME, workshop.call());
        workshop.shows("private elsewhere");
        bob.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void one_who_was_about_to_take_a_call_back_that_becomes_private_is_told_why_not() {
        office.privacyOnHeldCalls(true);
        talk();
        bob.holds();
        workshop.acts(workshop.press(Softkey.RESUME));
        bob.acts(bob.press(Softkey.PRIVATE));
        office.settle();

        workshop.shows("private elsewhere");
        assertThat(workshop.explained()).containsExactly(Phrase.PRIVATE);
        bob.resumes();
        alice.isInCallWith(bob);
        alice.hangsUp();
        Stream.of(alice, bob, workshop).forEach(Deskphone::isIdle);
    }

    @Test
    void who_is_in_already_stays_when_the_call_becomes_private() {
        talk();
        workshop.presses(Softkey.BARGE);
        bob.presses(Softkey.PRIVATE);

        workshop.shows("connected");
        workshop.hangsUp();
        workshop.shows("private elsewhere");
    }
}
