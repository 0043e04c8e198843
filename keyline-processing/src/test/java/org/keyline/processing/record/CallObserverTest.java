package org.keyline.processing.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.processing.record.Watching.leg;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.call.Conference;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.call.Rings;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

class CallObserverTest {
    private static final Leg ALICE = leg(1, "2001");
    private static final Leg BOB = leg(2, "2002");
    private static final Leg CAROL = leg(3, "2003");
    private static final Optional<Redirection> NO_REDIRECTION = Optional.empty();
    private static final Optional<Redirection> BY_ALICE =
            Optional.of(Redirection.from(new Party("2001", ""), Reason.TRANSFER));

    private final Watching call = new Watching();

    private Watching aliceTalksToBob() {
        return call.originates(ALICE, Purpose.CALL)
                .dials(ALICE, "2002")
                .rings(ALICE, BOB, NO_REDIRECTION)
                .talks(ALICE, BOB, NO_REDIRECTION);
    }

    @Test
    void a_call_is_one_part_with_its_times_media_and_who_hung_up() {
        aliceTalksToBob().on(new CallSignal.Release(BOB.reference()), new CallState.Ended());

        var part = call.onlyPart();
        assertThat(part.call()).isEqualTo(Watching.CALL);
        assertThat(part.calling().number()).isEqualTo("2001");
        assertThat(part.calling().media()).contains(Watching.address(1));
        assertThat(part.calling().address()).contains(InetAddress.ofLiteral("198.51.100.1"));
        assertThat(part.calling().ended()).isEqualTo(Termination.NONE);
        assertThat(part.called().leg()).isEqualTo(2);
        assertThat(part.called().media()).contains(Watching.address(2));
        assertThat(part.called().ended()).isEqualTo(new Termination(16, OnBehalfOf.DEVICE));
        assertThat(part.originalCalled()).isEqualTo("2002");
        assertThat(part.codec()).contains(AudioCodec.G722);
        assertThat(part.began()).isEqualTo(Watching.START.plusSeconds(10));
        assertThat(part.connected()).contains(Watching.START.plusSeconds(40));
        assertThat(part.duration()).hasSeconds(10);
        assertThat(part.isZeroDuration()).isFalse();
    }

    @Test
    void a_call_is_split_when_it_is_parked_and_begins_anew_when_it_comes_back() {
        var slot = new ParkSlot("7100", "", Optional.empty());
        var parties = new Parties(ALICE, BOB, NO_REDIRECTION);
        var back = Optional.of(Redirection.from(new Party("2002", ""), Reason.PARK_REVERSION));
        aliceTalksToBob()
                .on(
                        new CallSignal.Park(BOB.reference(), Watching.order()),
                        new CallState.Parked(parties, Side.CALLING, slot, false, 1));
        assertThat(call.onlyPart().duration()).hasSeconds(10);
        assertThat(call.onlyPart().called().ended()).isEqualTo(Termination.split(OnBehalfOf.PARK));

        call.on(
                        new CallSignal.Expired(CallTimer.PARK),
                        new CallState.Offering(
                                ALICE, Watching.routing(BOB, back), new Rings(List.of(), List.of(), Optional.empty())))
                .rings(ALICE, BOB, back)
                .talks(ALICE, BOB, back)
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(call.parts).hasSize(2);
        assertThat(call.parts.getLast().duration()).hasSeconds(10);
    }

    @Test
    void a_call_that_is_picked_up_is_split_on_behalf_of_that() {
        call.originates(ALICE, Purpose.CALL)
                .dials(ALICE, "2002")
                .rings(ALICE, BOB, NO_REDIRECTION)
                .on(
                        new CallSignal.HandOver(BOB.reference(), CAROL.reference(), true),
                        new CallState.Leaving(List.of(ALICE), CAROL.reference(), false, Set.of(ALICE.reference())));

        assertThat(call.onlyPart().calling().ended()).isEqualTo(Termination.split(OnBehalfOf.PICKUP));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("the caller hangs up", new CallSignal.Release(ALICE.reference()), 16, 0),
                Arguments.of("the called hangs up", new CallSignal.Release(BOB.reference()), 0, 16),
                Arguments.of("the caller's phone is gone", new CallSignal.Vanished(ALICE.reference()), 27, 0),
                Arguments.of("the called phone is gone", new CallSignal.Vanished(BOB.reference()), 0, 27));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void the_side_that_ends_a_call_has_the_cause(String story, CallSignal end, int calling, int called) {
        aliceTalksToBob().on(end, new CallState.Ended());

        assertThat(call.onlyPart().calling().ended().cause()).as(story).isEqualTo(calling);
        assertThat(call.onlyPart().called().ended().cause()).as(story).isEqualTo(called);
    }

    @Test
    void a_wrong_number_is_the_callers_failure_with_every_digit() {
        call.originates(ALICE, Purpose.CALL)
                .dials(ALICE, "9")
                .dials(ALICE, "99")
                .on(
                        new CallSignal.Digit(ALICE.reference(), '7'),
                        new CallState.Failed(List.of(ALICE), Cause.UNALLOCATED_NUMBER));

        var part = call.onlyPart();
        assertThat(part.calling().ended().cause()).isEqualTo(1);
        assertThat(part.called().number()).isEqualTo("997");
        assertThat(part.originalCalled()).isEqualTo("997");
        assertThat(part.called().device()).isEmpty();
        assertThat(part.isZeroDuration()).as("a failure is always of note").isFalse();
    }

    @Test
    void what_the_caller_entered_is_in_the_part() {
        call.originates(ALICE, Purpose.CALL);
        var billing = new Billing(Optional.of("Alice Smith"), 5, Optional.of("33"));
        call.bills(billing)
                .rings(ALICE, BOB, NO_REDIRECTION)
                .talks(ALICE, BOB, NO_REDIRECTION)
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(call.onlyPart().way().billing()).isEqualTo(billing);
    }

    @Test
    void a_wrong_code_is_the_callers_failure_on_behalf_of_codes() {
        call.originates(ALICE, Purpose.CALL)
                .entersCode(ALICE, "61")
                .on(
                        new CallSignal.Digit(ALICE.reference(), '#'),
                        new CallState.Failed(List.of(ALICE), Cause.CALL_REJECTED));

        var part = call.onlyPart();
        assertThat(part.calling().ended()).isEqualTo(new Termination(21, OnBehalfOf.CODES));
        assertThat(part.called().number()).isEqualTo("61");
    }

    @Test
    void a_busy_phone_is_the_called_sides_cause() {
        call.originates(ALICE, Purpose.CALL)
                .rings(ALICE, BOB, NO_REDIRECTION)
                .on(
                        new CallSignal.Rejected(BOB.reference(), Cause.USER_BUSY),
                        new CallState.Failed(List.of(ALICE), Cause.USER_BUSY));

        assertThat(call.onlyPart().calling().ended().cause()).isZero();
        assertThat(call.onlyPart().called().ended().cause()).isEqualTo(17);
    }

    @Test
    void who_hangs_up_before_an_answer_leaves_a_part_without_duration() {
        call.originates(ALICE, Purpose.CALL)
                .rings(ALICE, BOB, NO_REDIRECTION)
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(call.onlyPart().connected()).isEmpty();
        assertThat(call.onlyPart().isZeroDuration()).isTrue();
    }

    @Test
    void a_forwarded_call_says_who_was_called_at_first_and_who_sent_it_on_last() {
        var forwarded = Redirection.from(new Party("2002", ""), Reason.FORWARD_BUSY)
                .then(new Party("2004", ""), Reason.FORWARD_NO_ANSWER);
        call.originates(ALICE, Purpose.CALL)
                .rings(ALICE, CAROL, Optional.of(forwarded))
                .talks(ALICE, CAROL, Optional.of(forwarded))
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        var part = call.onlyPart();
        assertThat(part.originalCalled()).isEqualTo("2002");
        assertThat(part.called().number()).isEqualTo("2003");
        assertThat(part.redirection()).contains(forwarded);
        assertThat(OnBehalfOf.of(forwarded.lastReason())).isEqualTo(OnBehalfOf.FORWARD);
    }

    @Test
    void a_transfer_splits_the_call_and_the_rest_follows_in_a_part_of_the_same_call() {
        var held = new CallState.OnHold(new Parties(BOB, ALICE, NO_REDIRECTION), Set.of(Side.CALLED), 1);
        call.originates(BOB, Purpose.CALL)
                .talks(BOB, ALICE, NO_REDIRECTION)
                .on(new CallSignal.Hold(ALICE.reference()), held)
                .on(
                        new CallSignal.Transfer(ALICE.reference(), new CallReference(9)),
                        new CallState.Joining(
                                held,
                                Purpose.TRANSFER,
                                ALICE.reference(),
                                new CallReference(9),
                                List.of(),
                                Set.of(),
                                List.of()))
                .talks(BOB, CAROL, BY_ALICE)
                .on(new CallSignal.Release(CAROL.reference()), new CallState.Ended());

        assertThat(call.parts).hasSize(2).extracting(CallPart::call).containsOnly(Watching.CALL);
        var first = call.parts.getFirst();
        assertThat(first.called().number()).isEqualTo("2001");
        assertThat(List.of(first.calling().ended(), first.called().ended()))
                .containsOnly(new Termination(393_216, OnBehalfOf.TRANSFER));
        var second = call.parts.getLast();
        assertThat(second.calling().number()).isEqualTo("2002");
        assertThat(second.called().number()).isEqualTo("2003");
        assertThat(second.joined()).isEqualTo(OnBehalfOf.TRANSFER);
        assertThat(second.redirection().map(Redirection::lastReason)).contains(Reason.TRANSFER);
        assertThat(second.began()).isEqualTo(first.ended());
        assertThat(second.called().ended().cause()).isEqualTo(16);
    }

    @Test
    void a_call_that_gives_its_leg_away_is_a_part_of_the_call_that_takes_it() {
        call.originates(ALICE, Purpose.TRANSFER)
                .talks(ALICE, CAROL, NO_REDIRECTION)
                .on(
                        new CallSignal.HandOver(ALICE.reference(), new CallReference(7), true),
                        new CallState.Leaving(List.of(CAROL), new CallReference(7), false, Set.of()))
                .on(new CallSignal.TakenOver(ALICE.reference()), new CallState.Ended());

        assertThat(call.onlyPart().call()).isEqualTo(Watching.JOINING_CALL);
        assertThat(call.onlyPart().called().ended().cause()).isEqualTo(393_216);
    }

    @Test
    void a_held_call_taken_up_at_another_phone_of_the_line_is_two_parts() {
        var other = leg(5, "2002");
        aliceTalksToBob()
                .on(
                        new CallSignal.Hold(BOB.reference()),
                        new CallState.OnHold(new Parties(ALICE, BOB, NO_REDIRECTION), Set.of(Side.CALLED), 1))
                .talks(ALICE, other, NO_REDIRECTION)
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(call.parts).extracting(part -> part.called().leg()).containsExactly(2, 5);
        assertThat(call.parts.getFirst().called().ended().by()).isEqualTo(OnBehalfOf.DEVICE);
    }

    @Test
    void a_conference_splits_the_call_and_a_part_follows_when_two_are_left() {
        var conference = new Conference(9, ALICE.reference(), List.of(), Optional.empty(), Optional.empty());
        aliceTalksToBob()
                .on(
                        new CallSignal.Confer(ALICE.reference(), new CallReference(9)),
                        new CallState.Conferring(conference))
                .talks(ALICE, CAROL, NO_REDIRECTION)
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(call.parts).extracting(part -> part.called().number()).containsExactly("2002", "2003");
        assertThat(call.parts.getFirst().called().ended()).isEqualTo(new Termination(393_216, OnBehalfOf.CONFERENCE));
        assertThat(call.parts.getLast().joined()).isEqualTo(OnBehalfOf.CONFERENCE);
    }

    @Test
    void the_class_is_the_highest_that_was_reached() {
        var alice = leg(1, "2001", SecurityClass.ENCRYPTED);
        var bob = leg(2, "2002", SecurityClass.ENCRYPTED);
        call.originates(alice, Purpose.CALL)
                .talks(alice, bob, NO_REDIRECTION)
                .on(
                        new CallSignal.Hold(bob.reference()),
                        new CallState.OnHold(new Parties(alice, bob, NO_REDIRECTION), Set.of(Side.CALLED), 1))
                .on(new CallSignal.Release(bob.reference()), new CallState.Ended());

        assertThat(call.onlyPart().security()).isEqualTo(SecurityClass.ENCRYPTED);
    }

    @Test
    void who_leaves_while_two_calls_become_one_has_the_cause() {
        var held = new CallState.OnHold(new Parties(BOB, ALICE, NO_REDIRECTION), Set.of(Side.CALLED), 1);
        var nine = new CallReference(9);
        call.originates(BOB, Purpose.CALL)
                .talks(BOB, ALICE, NO_REDIRECTION)
                .on(new CallSignal.Hold(ALICE.reference()), held)
                .on(
                        new CallSignal.Release(BOB.reference()),
                        new CallState.Joining(
                                held,
                                Purpose.TRANSFER,
                                ALICE.reference(),
                                nine,
                                List.of(),
                                Set.of(BOB.reference()),
                                List.of()))
                .on(new CallSignal.HandOverRefused(ALICE.reference(), nine), new CallState.Ended());

        assertThat(call.onlyPart().calling().ended().cause()).isEqualTo(16);
        assertThat(call.onlyPart().called().ended().cause()).isZero();
    }

    @Test
    void media_that_fails_ends_both_sides() {
        aliceTalksToBob()
                .on(
                        new CallSignal.Expired(CallTimer.MEDIA),
                        new CallState.Failed(List.of(ALICE, BOB), Cause.TEMPORARY_FAILURE))
                .on(new CallSignal.Expired(CallTimer.TONE), new CallState.Ended());

        assertThat(call.onlyPart().calling().ended().cause()).isEqualTo(41);
        assertThat(call.onlyPart().called().ended().cause()).isEqualTo(41);
    }

    @Test
    void a_number_that_is_only_taken_down_is_no_call() {
        call.originates(ALICE, Purpose.FORWARD_ALL)
                .dials(ALICE, "2002")
                .on(new CallSignal.Digit(ALICE.reference(), '2'), new CallState.Ended());

        assertThat(call.parts).isEmpty();
    }

    @Test
    void where_nothing_is_wanted_nothing_is_watched() {
        call.wanted = CallRecords.Wanted.NOTHING;
        aliceTalksToBob().on(new CallSignal.Release(BOB.reference()), new CallState.Ended());

        assertThat(call.parts).isEmpty();
    }

    @Test
    void a_defect_leaves_a_part_with_a_temporary_failure() {
        aliceTalksToBob().breaks().breaks();

        assertThat(call.onlyPart().called().ended().cause()).isEqualTo(41);
    }
}
