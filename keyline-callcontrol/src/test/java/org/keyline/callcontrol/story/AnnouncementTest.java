package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.security.SecurityClass;

/** A caller whose call cannot go on is told so, where there is an annunciator. */
class AnnouncementTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
    private final Deskphone bob = office.phone("2002");

    @BeforeEach
    void everybodyIsThere() {
        alice.registered();
        bob.registered();
        office.music(true);
    }

    private void hearsAnnouncement(Deskphone phone, Cause cause) {
        assertThat(office.jukebox().announcing().values()).containsExactly(cause);
        assertThat(phone.listening()).hasSize(1);
        assertThat(phone.sending()).isEmpty();
        var sent = office.jukebox().sending();
        assertThat(sent).hasSize(1);
        assertThat(phone.hearsAt(sent.getFirst().to())).contains(phone.call());
        assertThat(sent.getFirst().key().isPresent()).isEqualTo(phone == alice);
        assertThat(phone.display().text).isNotEqualTo(cause.name());
    }

    @Test
    void a_number_nobody_has_is_announced_and_then_the_tone_sounds() {
        alice.dialsEnBloc("2999");
        hearsAnnouncement(alice, Cause.UNALLOCATED_NUMBER);

        office.announcementsEnd();
        office.settle();

        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
        assertThat(alice.listening()).isEmpty();
        assertThat(office.jukebox().legs()).isEmpty();
        assertThat(office.wiped()).hasSize(1);
        alice.hangsUp();
        alice.isIdle();
    }

    @Test
    void a_caller_who_does_not_listen_to_the_end_is_rid_of_it() {
        bob.dialsEnBloc("2999");
        hearsAnnouncement(bob, Cause.UNALLOCATED_NUMBER);
        bob.hangsUp();
        bob.isIdle();
        assertThat(office.jukebox().legs()).isEmpty();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void nobody_listens_for_ever() {
        bob.dialsEnBloc("2999");
        office.expires(CallTimer.TONE);
        bob.isIdle();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void a_busy_line_is_not_announced() {
        var carol = office.phone("2003").takes(1, 1);
        carol.registered();
        carol.goesOffHook();
        alice.dialsEnBloc("2003");
        alice.hearsRefusal(Cause.USER_BUSY);
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void without_an_annunciator_there_is_the_tone() {
        office.music(false);
        alice.dialsEnBloc("2999");
        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
    }

    @Test
    void when_it_vanishes_the_tone_takes_its_place() {
        alice.dialsEnBloc("2999");
        office.music(false);
        office.settle();
        alice.hearsRefusal(Cause.UNALLOCATED_NUMBER);
        assertThat(alice.listening()).isEmpty();
    }
}
