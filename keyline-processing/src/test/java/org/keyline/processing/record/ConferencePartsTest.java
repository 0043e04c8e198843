package org.keyline.processing.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.processing.record.Watching.leg;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.Conference;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Seat;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.security.SecurityClass;

/** Which parts conferences leave behind. */
class ConferencePartsTest {
    private static final Leg ALICE = leg(1, "2001");
    private static final Leg BOB = leg(2, "2002");
    private static final Leg CAROL = leg(3, "2003");
    private static final int ROOM = 0x0100_0000 + 42_017;
    private static final Termination LEFT = new Termination(16, OnBehalfOf.DEVICE);
    private static final Termination SPLIT = new Termination(393_216, OnBehalfOf.CONFERENCE);

    private final Watching call = new Watching();

    @BeforeEach
    void threeConfer() {
        call.originates(ALICE, Purpose.CALL).talks(ALICE, BOB, Optional.empty());
        call.on(new CallSignal.Confer(ALICE.reference(), new CallReference(9)), conferring(ALICE, BOB, CAROL));
    }

    private static CallState conferring(Leg... legs) {
        var seats = Stream.of(legs)
                .map(leg ->
                        new Seat(leg, leg(100 + leg.reference().value(), "CFB"), 1, Optional.empty(), Optional.empty()))
                .toList();
        return new CallState.Conferring(
                new Conference(ROOM, ALICE.reference(), seats, Optional.empty(), Optional.empty()));
    }

    private static CallState meeting(Leg... legs) {
        var conference = ((CallState.Conferring) conferring(legs)).conference();
        var number = new MeetMe("850", "", SecurityClass.NON_SECURE);
        return new CallState.Conferring(
                new Conference(ROOM, ALICE.reference(), conference.seats(), Optional.empty(), Optional.of(number)));
    }

    private List<CallPart> seats() {
        return call.parts.stream()
                .filter(part -> part.way().conference().isPresent())
                .toList();
    }

    @Test
    void everybody_has_a_part_to_the_bridge_that_ends_with_them() {
        call.on(new CallSignal.Release(CAROL.reference()), conferring(ALICE, BOB));
        assertThat(seats()).singleElement().satisfies(part -> {
            assertThat(part.calling().number()).isEqualTo("2003");
            assertThat(part.calling().ended()).isEqualTo(LEFT);
            assertThat(part.called().number()).isEqualTo("b0001017001");
            assertThat(part.called().leg()).isEqualTo(103);
            assertThat(part.called().ended()).isEqualTo(SPLIT);
            assertThat(part.originalCalled()).isEqualTo("b0001017001");
            assertThat(part.joined()).isEqualTo(OnBehalfOf.CONFERENCE);
            assertThat(part.duration()).isPositive();
        });

        call.on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(seats()).extracting(part -> part.calling().number()).containsExactly("2003", "2001", "2002");
        assertThat(seats().get(1).calling().ended()).isEqualTo(LEFT);
        assertThat(seats().get(2).calling().ended()).isEqualTo(new Termination(16, OnBehalfOf.CONFERENCE));
    }

    @Test
    void those_who_go_on_without_the_bridge_have_split_parts_and_a_new_one() {
        call.on(new CallSignal.Release(CAROL.reference()), conferring(ALICE, BOB))
                .talks(ALICE, BOB, Optional.empty())
                .on(new CallSignal.Release(BOB.reference()), new CallState.Ended());

        assertThat(seats().subList(1, 3))
                .allSatisfy(part -> assertThat(part.calling().ended()).isEqualTo(SPLIT));
        var last = call.parts.getLast();
        assertThat(last.joined()).isEqualTo(OnBehalfOf.CONFERENCE);
        assertThat(last.called().number()).isEqualTo("2002");
        assertThat(last.began()).isEqualTo(seats().getLast().ended());
    }

    @Test
    void who_is_sent_away_is_told_from_who_leaves() {
        call.on(new CallSignal.Drop(ALICE.reference(), Optional.empty()), conferring(ALICE, BOB));

        assertThat(seats().getFirst().calling().ended()).isEqualTo(new Termination(458_752, OnBehalfOf.CONFERENCE));
    }

    @Test
    void every_part_names_the_controller_also_of_those_who_came_after_they_left() {
        var dave = leg(4, "2004");
        call.on(new CallSignal.Release(ALICE.reference()), conferring(BOB, CAROL))
                .on(new CallSignal.Confer(BOB.reference(), new CallReference(9)), conferring(BOB, CAROL, dave))
                .on(new CallSignal.Vanished(dave.reference()), conferring(BOB, CAROL));

        assertThat(seats())
                .hasSize(2)
                .allSatisfy(
                        part -> assertThat(part.way().conference().orElseThrow().comment())
                                .isEqualTo("ConfControllerDn=2001;ConfControllerDeviceName=SEP000000002001;"
                                        + "ConfRequestorDn=2001;ConfRequestorDeviceName=SEP000000002001"));
        assertThat(seats().getLast().calling().ended()).isEqualTo(new Termination(27, OnBehalfOf.DEVICE));
    }

    @Test
    void the_parts_of_all_who_confer_when_somebody_marks_the_call_are_marked() {
        call.marked().on(new CallSignal.Release(CAROL.reference()), conferring(ALICE, BOB));
        call.on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());

        assertThat(seats()).hasSize(3).allMatch(CallPart::malicious);
    }

    @Test
    void where_people_met_at_a_number_their_parts_say_so() {
        var met = new Watching();
        met.originates(ALICE, Purpose.MEET_ME)
                .on(new CallSignal.DialNumber(ALICE.reference(), "850"), meeting(ALICE))
                .on(new CallSignal.Enter(new CallReference(ROOM), BOB.reference()), meeting(ALICE, BOB))
                .on(new CallSignal.Enter(new CallReference(ROOM), CAROL.reference()), meeting(ALICE, BOB, CAROL))
                .on(new CallSignal.Drop(ALICE.reference(), Optional.empty()), meeting(ALICE, BOB))
                .talks(ALICE, BOB, Optional.empty())
                .on(new CallSignal.Release(BOB.reference()), new CallState.Ended());

        var seats = met.parts.stream()
                .filter(part -> part.way().conference().isPresent())
                .toList();
        assertThat(seats).hasSize(3).allSatisfy(part -> {
            assertThat(part.joined()).isEqualTo(OnBehalfOf.MEET_ME);
            assertThat(part.called().ended().by()).isEqualTo(OnBehalfOf.MEET_ME);
            assertThat(part.calling().ended().by()).isEqualTo(OnBehalfOf.MEET_ME);
        });
        assertThat(met.parts.getLast().joined()).isEqualTo(OnBehalfOf.MEET_ME);
    }

    @Test
    void without_records_nothing_is_kept() {
        var silent = new Watching();
        silent.wanted = new CallRecords.Wanted(false, false);
        silent.on(new CallSignal.Release(BOB.reference()), conferring(ALICE, BOB, CAROL))
                .on(new CallSignal.Release(CAROL.reference()), conferring(ALICE, BOB))
                .on(new CallSignal.Release(ALICE.reference()), new CallState.Ended());
        assertThat(silent.parts).isEmpty();
    }
}
