package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Alice's phone uses a trusted relay point; Bob's and Carol's do not. */
class RelayTest {
    private final Office office = new Office();
    private final Bridge point = office.point("MTP_1", true, 1);
    private final Deskphone alice =
            office.phone("2001").security(SecurityClass.ENCRYPTED).relay(RelayChoice.TRUSTED);
    private final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
    private final Deskphone carol = office.phone("2003");

    RelayTest() {
        List.of(alice, bob, carol).forEach(Deskphone::registered);
    }

    private void aliceCallsBob() {
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    private void talkThrough(Bridge through, Deskphone one, Deskphone other) {
        one.shows("connected");
        other.shows("connected");
        assertThat(through.connects(one, other))
                .as("%s and %s hear each other through the point", one.number(), other.number())
                .isTrue();
    }

    private void allHangUp() {
        Stream.of(alice, bob, carol).forEach(phone -> {
            for (var call : List.copyOf(phone.calls().keySet())) {
                phone.presses(Softkey.END_CALL, call);
            }
        });
        Stream.of(alice, bob, carol).forEach(Deskphone::isIdle);
        office.points().forEach(Bridge::isEmpty);
        assertThat(office.wiped()).hasSize(office.keySetsMade());
    }

    @Test
    void two_hear_each_other_through_the_point_with_keys_that_nobody_else_has() {
        aliceCallsBob();

        talkThrough(point, alice, bob);
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        var keys = new HashSet<ByteBuffer>();
        Stream.of(alice.told(OpenReceive.class), bob.told(OpenReceive.class), point.told(OpenReceive.class))
                .flatMap(List::stream)
                .forEach(open -> assertThat(keys.add(
                                ByteBuffer.wrap(open.key().orElseThrow().key())))
                        .as("each of the four ways has its own key")
                        .isTrue());
        assertThat(keys).hasSize(4);
        allHangUp();
    }

    @Test
    void who_does_not_want_it_hears_the_other_directly() {
        bob.dialsEnBloc("2003");
        carol.answers();

        bob.isInCallWith(carol);
        point.isEmpty();
    }

    @Test
    void who_is_called_may_want_it_too() {
        carol.dialsEnBloc("2001");
        alice.answers();

        talkThrough(point, carol, alice);
        assertThat(carol.display().security).contains(SecurityClass.NON_SECURE);
        assertThat(alice.display().security).contains(SecurityClass.NON_SECURE);
        allHangUp();
    }

    @Test
    @Spec("OV-32")
    void a_point_that_does_not_encrypt_makes_the_call_non_secure() {
        point.dies();
        var plain = office.point("MTP_2", false, 1);
        aliceCallsBob();

        talkThrough(plain, alice, bob);
        assertThat(alice.told(OpenReceive.class).getLast().key()).isEmpty();
        assertThat(alice.display().security).contains(SecurityClass.NON_SECURE);
        assertThat(bob.display().security).contains(SecurityClass.NON_SECURE);
        bob.holds();
        assertThat(alice.display().security).contains(SecurityClass.NON_SECURE);
        allHangUp();
    }

    @Test
    void hold_keeps_the_point_and_resume_opens_it_with_new_keys() {
        aliceCallsBob();
        bob.holds();
        assertThat(alice.display().security).isEmpty();
        carol.dialsEnBloc("2001");
        carol.presses(Softkey.END_CALL);
        bob.resumes();

        talkThrough(point, alice, bob);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
        allHangUp();
    }

    @Test
    void a_transferred_call_keeps_its_point() {
        aliceCallsBob();
        bob.presses(Softkey.TRANSFER);
        bob.dialsEnBloc("2003");
        carol.answers();
        bob.presses(Softkey.TRANSFER);

        bob.isIdle();
        talkThrough(point, alice, carol);
        allHangUp();
    }

    @Test
    void a_transferred_call_whose_parties_do_not_want_it_goes_on_directly() {
        aliceCallsBob();
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.TRANSFER);

        bob.isInCallWith(carol);
        point.isEmpty();
    }

    @Test
    void a_forwarded_call_has_it() {
        office.forwards("2002", ForwardReason.ALL, "2003");
        alice.dialsEnBloc("2002");
        carol.answers();

        talkThrough(point, alice, carol);
    }

    @Test
    void a_parked_call_has_it_again_when_somebody_takes_it() {
        office.parksAt("710X");
        aliceCallsBob();
        bob.presses(Softkey.PARK);
        carol.dialsEnBloc("7100");

        talkThrough(point, carol, alice);
        allHangUp();
    }

    @Test
    void a_conference_needs_none_and_who_stays_has_one_again() {
        var bridge = office.bridge("CFB_1", true);
        aliceCallsBob();
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.CONFERENCE);
        assertThat(bridge.seats(alice) && bridge.seats(bob) && bridge.seats(carol))
                .isTrue();
        point.isEmpty();

        carol.presses(Softkey.END_CALL);
        talkThrough(point, alice, bob);
        allHangUp();
    }

    @Test
    void when_the_point_dies_the_two_go_on_directly() {
        aliceCallsBob();
        point.dies();
        office.settle();

        alice.isInCallWith(bob);
        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        allHangUp();
    }

    @Test
    void when_the_point_dies_and_there_is_another_they_go_on_through_that() {
        var other = office.point("MTP_2", false, 1);
        aliceCallsBob();
        point.dies();
        office.settle();

        talkThrough(other, alice, bob);
        assertThat(alice.display().security).contains(SecurityClass.NON_SECURE);
        assertThat(bob.display().security).contains(SecurityClass.NON_SECURE);
        allHangUp();
    }

    @Test
    void a_held_call_whose_point_dies_is_resumed_without_it() {
        office.failsWithoutPoint();
        aliceCallsBob();
        alice.holds();
        point.dies();
        office.settle();
        alice.resumes();

        alice.isInCallWith(bob);
        allHangUp();
    }

    @Test
    void when_none_is_free_the_two_hear_each_other_directly() {
        point.seats(0);
        aliceCallsBob();

        alice.isInCallWith(bob);
        allHangUp();
    }

    @Test
    void when_none_is_free_and_calls_shall_fail_both_are_told_so() {
        point.seats(0);
        office.failsWithoutPoint();
        aliceCallsBob();

        alice.hearsRefusal(Cause.RESOURCE_UNAVAILABLE);
        bob.hearsRefusal(Cause.RESOURCE_UNAVAILABLE);
        office.expires(CallTimer.TONE);
        alice.isIdle();
        bob.isIdle();
        carol.dialsEnBloc("2002");
        bob.answers();
        carol.isInCallWith(bob);
    }

    @Test
    void a_point_that_has_no_place_after_all_is_done_without() {
        point.breaksItsWord();
        aliceCallsBob();

        alice.isInCallWith(bob);
        allHangUp();
    }

    @Test
    void a_point_that_has_no_place_after_all_fails_calls_that_shall_fail() {
        point.breaksItsWord();
        office.failsWithoutPoint();
        aliceCallsBob();

        alice.hearsRefusal(Cause.RESOURCE_UNAVAILABLE);
        bob.hearsRefusal(Cause.RESOURCE_UNAVAILABLE);
    }

    @Test
    void a_point_that_cannot_listen_is_done_without() {
        point.cannotListen();
        aliceCallsBob();

        alice.isInCallWith(bob);
        assertThat(office.story()).anyMatch(line -> line.contains("the media termination point cannot receive"));
        allHangUp();
    }

    @Test
    void a_phone_that_refuses_the_codec_is_asked_with_another_through_the_same_point() {
        bob.opensWhenTold();
        alice.dialsEnBloc("2002");
        bob.answers();
        var first = bob.listening().values().iterator().next().codec();
        bob.cannotListen();
        bob.listens();

        talkThrough(point, alice, bob);
        assertThat(bob.listening().values().iterator().next().codec()).isNotEqualTo(first);
        allHangUp();
    }

    @Test
    void the_point_s_region_decides_the_codec_and_no_longer_when_it_is_gone() {
        office.region("default", AudioCodec.G711_ULAW, AudioCodec.G729A);
        office.region("branch", AudioCodec.G711_ULAW, AudioCodec.G729A);
        var dan =
                office.phone("2011").region("branch").relay(RelayChoice.TRUSTED).registered();
        var eva = office.phone("2012").region("branch").registered();
        dan.dialsEnBloc("2012");
        eva.answers();
        talkThrough(point, dan, eva);
        assertThat(eva.told(OpenReceive.class).getLast().codec()).isEqualTo(AudioCodec.G729A);

        point.dies();
        office.settle();
        dan.isInCallWith(eva);
        assertThat(eva.told(OpenReceive.class).getLast().codec()).isEqualTo(AudioCodec.G711_ULAW);
    }

    @Test
    void a_guest_barges_into_a_call_that_goes_through_a_point() {
        var workshop = office.sharing("2002", "2012").security(SecurityClass.ENCRYPTED);
        workshop.registered();
        aliceCallsBob();
        workshop.presses(Softkey.BARGE);
        assertThat(point.connects(alice, bob)).isTrue();
        assertThat(workshop.sending()).hasSize(1);

        point.dies();
        office.settle();
        alice.isStillTalkingTo(bob);
    }
}
