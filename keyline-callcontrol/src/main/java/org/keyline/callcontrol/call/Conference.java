package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.security.SecurityClass;

/**
 * Who confers.
 *
 * @param room the number of its room at the bridge
 * @param controller the leg of who made it; the user may have left since
 * @param seats everybody, in the order they came
 * @param awaited the leg of another call that it waits for
 * @param meetMe the number at which they meet, unless somebody brought them together
 */
public record Conference(
        int room, CallReference controller, List<Seat> seats, Optional<Awaited> awaited, Optional<MeetMe> meetMe) {
    /** Three make a conference. */
    private static final int FEWEST = 3;

    public Conference {
        seats = List.copyOf(seats);
    }

    /**
     * A leg of another call is on its way here.
     *
     * @param leg whose user asked for it
     * @param other that user's leg in the other call
     * @param purpose whether the user stays
     * @param rest which calls of the user come after it, if it does
     * @param next what users add after this
     */
    record Awaited(
            CallReference leg,
            CallReference other,
            Purpose purpose,
            List<CallReference> rest,
            List<CallSignal.Confer> next) {
        Awaited {
            rest = List.copyOf(rest);
            next = List.copyOf(next);
        }

        Awaited then(CallSignal.Confer confer) {
            var more = new ArrayList<>(next);
            more.add(confer);
            return new Awaited(leg, other, purpose, rest, more);
        }

        /** What follows when it has come. */
        List<CallSignal.Confer> following() {
            var all = new ArrayList<>(CallSignal.Confer.after(leg, rest));
            all.addAll(next);
            return all;
        }
    }

    /** Nobody confers yet. */
    static Conference adHoc(CallReference room, CallReference controller) {
        return new Conference(room.value(), controller, List.of(), Optional.empty(), Optional.empty());
    }

    /** Nobody has come to this number yet. */
    static Conference meeting(CallReference room, CallReference controller, MeetMe number) {
        return new Conference(room.value(), controller, List.of(), Optional.empty(), Optional.of(number));
    }

    /** By which other calls find it, where people meet. */
    CallReference reference() {
        return new CallReference(room);
    }

    /** Whether other calls find it by this. */
    boolean isRoom(CallReference other) {
        return meetMe.isPresent() && other.equals(reference());
    }

    /** Whether a device is secure enough to take part. */
    boolean admits(Terminal terminal) {
        return meetMe.map(number -> number.admits(terminal)).orElse(true);
    }

    /** How many it takes so that it goes on at the bridge. */
    int fewest() {
        return meetMe.isPresent() ? 1 : FEWEST;
    }

    /** How many it may have. */
    int most(FeatureSettings features) {
        return meetMe.isPresent()
                ? features.conference().maximumMeetMe()
                : features.conference().maximum();
    }

    /** The seat of a party. */
    public Optional<Seat> seat(CallReference leg) {
        return first(seat -> CallMachine.isOf(seat.leg(), leg));
    }

    /** The seat a leg of the bridge belongs to. */
    Optional<Seat> seatOfPort(CallReference port) {
        return first(seat -> CallMachine.isOf(seat.port(), port));
    }

    private Optional<Seat> first(Predicate<Seat> which) {
        return seats.stream().filter(which).findFirst();
    }

    boolean awaits(CallReference from) {
        return awaited.filter(one -> one.other().equals(from)).isPresent();
    }

    Conference awaiting(Optional<Awaited> other) {
        return new Conference(room, controller, seats, other, meetMe);
    }

    Conference with(Seat changed) {
        return with(seats.stream()
                .map(seat -> seat.port().equals(changed.port()) ? changed : seat)
                .toList());
    }

    Conference with(List<Seat> others) {
        return new Conference(room, controller, others, awaited, meetMe);
    }

    Conference plus(Seat seat) {
        var more = new ArrayList<>(seats);
        more.add(seat);
        return with(more);
    }

    Conference without(Seat gone) {
        return with(
                seats.stream().filter(seat -> !seat.port().equals(gone.port())).toList());
    }

    /** The same with another leg as its controller. */
    Conference controlledBy(CallReference leg) {
        return new Conference(room, leg, seats, awaited, meetMe);
    }

    /** The bridge it is at. */
    Terminal bridge() {
        return seats.getFirst().port().terminal();
    }

    /** Whether no media is on its way up. */
    boolean isSettled() {
        return seats.stream().allMatch(Seat::isSettled);
    }

    /** The class of the whole: what the weakest way to the bridge is. */
    public SecurityClass security() {
        return seats.stream().map(Seat::security).reduce(SecurityClass.ENCRYPTED, SecurityClass::weaker);
    }

    /** The class as a party's phone shows it: the lock only while its own media runs. */
    public Optional<SecurityClass> shownTo(Seat seat) {
        return Optional.of(security()).filter(found -> seat.isUp() || found != SecurityClass.ENCRYPTED);
    }

    /** Whether this leg made it. */
    boolean isControlledBy(CallReference leg) {
        return leg.equals(controller);
    }

    /** Everybody, as a list shows them. */
    List<Participant> participants() {
        return seats.stream()
                .map(seat -> new Participant(
                        seat.leg().reference(),
                        seat.leg().terminal().party(),
                        isControlledBy(seat.leg().reference()),
                        seat.security()))
                .toList();
    }

    /** What a party shows of it. */
    CallParties seenBy(Seat seat) {
        var role = isControlledBy(seat.leg().reference()) ? ConferenceRole.CONTROLLER : ConferenceRole.PARTICIPANT;
        return new CallParties(
                Direction.OUTBOUND,
                seat.leg().terminal().party(),
                Party.UNKNOWN,
                shownTo(seat),
                Optional.empty(),
                Optional.of(role));
    }
}
