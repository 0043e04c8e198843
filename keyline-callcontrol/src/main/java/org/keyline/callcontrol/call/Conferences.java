package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.Confer;
import org.keyline.callcontrol.call.CallSignal.Drop;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.Hold;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallSignal.Resume;
import org.keyline.callcontrol.call.CallSignal.Transfer;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.Conference.Awaited;
import org.keyline.callcontrol.call.Pairs.Member;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;

/**
 * Conferences: a held call takes over the far end of another call of the same phone, as in a transfer, and the user
 * stays. All media goes to a bridge then; see {@link ConferenceMedia}.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>OnHold by the user</td><td>Confer</td><td>Joining</td><td>the other call is asked for its leg; without a
 * bridge FeatureRefused</td></tr>
 * <tr><td>Joining</td><td>the leg arrives</td><td>Conferring</td><td>all have a seat; media opens to the bridge</td></tr>
 * <tr><td>Conferring</td><td>Confer, room for one more</td><td>Conferring</td><td>the other call is asked</td></tr>
 * <tr><td>Conferring</td><td>Transfer by who holds</td><td>Conferring</td><td>the other call is asked; what arrives has
 * the user's seat</td></tr>
 * <tr><td>Conferring</td><td>a leg arrives</td><td>Conferring</td><td>it has a seat; who asked is back</td></tr>
 * <tr><td>Conferring</td><td>Hold, Resume</td><td>Conferring</td><td>that party's media closes, opens</td></tr>
 * <tr><td>Conferring</td><td>Drop by the controller</td><td></td><td>as if that party left</td></tr>
 * <tr><td>Conferring</td><td>a party leaves, three stay</td><td>Conferring</td><td></td></tr>
 * <tr><td>Conferring</td><td>a party leaves, two stay</td><td>Talking, OnHold</td><td>the bridge is left; media opens
 * between the two</td></tr>
 * <tr><td>Conferring</td><td>the controller leaves, where the system has it so</td><td>Ended</td><td>all are
 * cleared</td></tr>
 * <tr><td>Conferring</td><td>the bridge is lost</td><td>Conferring, Talking</td><td>all move to another bridge; where
 * there is none the first two go on alone</td></tr>
 * </table>
 */
final class Conferences {
    /** Three make a conference. */
    private static final int FEWEST = 3;
    /** More calls than any phone has to add at once. */
    private static final int MOST_WAITING = 16;

    private Conferences() {}

    /** A user wants the far end of another call in this one. */
    static CallStep confer(CallContext context, CallState state, Confer confer) {
        if (state instanceof OnHold onHold
                && onHold.parties()
                        .side(confer.leg())
                        .filter(onHold.holders()::contains)
                        .isPresent()) {
            return context.resources().conferenceBridge(FEWEST).isEmpty()
                    ? refuse(state, confer.leg(), Phrase.NO_CONFERENCE_BRIDGE)
                    : HandOvers.ask(
                            new Joining(onHold, Purpose.CONFERENCE, confer.leg(), confer.other()), new Effects());
        }
        if (state instanceof Conferring(var conference)
                && conference.seat(confer.leg()).isPresent()) {
            return add(context, conference, confer);
        }
        return refuse(state, confer.leg(), Phrase.CANNOT_COMPLETE_CONFERENCE);
    }

    private static CallStep add(CallContext context, Conference conference, Confer confer) {
        if (conference.awaited().isPresent()) {
            var awaited = conference.awaited().get();
            return awaited.next().size() < MOST_WAITING
                    ? CallMachine.stay(new Conferring(conference.awaiting(Optional.of(awaited.then(confer)))))
                    : refuse(new Conferring(conference), confer.leg(), Phrase.CANNOT_COMPLETE_CONFERENCE);
        }
        if (conference.seats().size() >= context.features().maximumConference()) {
            return refuse(new Conferring(conference), confer.leg(), Phrase.TOO_MANY_PARTICIPANTS);
        }
        if (!context.resources().hasSeat(conference.bridge().device())) {
            return refuse(new Conferring(conference), confer.leg(), Phrase.NO_CONFERENCE_BRIDGE);
        }
        return await(conference, new Awaited(confer.leg(), confer.other(), Purpose.CONFERENCE, List.of()));
    }

    /** Somebody who holds gives their seat to the far end of their other call. */
    static CallStep transfer(CallContext context, Conference conference, Transfer transfer) {
        var held = conference.seat(transfer.leg()).filter(Seat::isHeld);
        return held.isEmpty() || conference.awaited().isPresent()
                ? refuse(new Conferring(conference), transfer.leg(), Phrase.CANNOT_COMPLETE_TRANSFER)
                : await(conference, new Awaited(transfer.leg(), transfer.consulted(), Purpose.TRANSFER, List.of()));
    }

    private static CallStep await(Conference conference, Awaited awaited) {
        return HandOvers.ask(awaited.other(), awaited.leg(), false, new Effects())
                .to(new Conferring(conference.awaiting(Optional.of(awaited))));
    }

    private static CallStep refuse(CallState state, CallReference leg, Phrase why) {
        return new Effects().tell(new LegEvent.FeatureRefused(leg, why)).to(state);
    }

    /** The third has come to a call of two. */
    static CallStep begin(CallContext context, Joining joining, Arrival arrival, Effects effects) {
        var before = joining.before();
        var generation = Math.max(before.generation(), arrival.generation()) + 1;
        var members = new ArrayList<Member>();
        for (var side : Side.values()) {
            var leg = before.parties().leg(side);
            if (!joining.gone().contains(leg.reference())) {
                members.add(new Member(leg, before.holders().contains(side) && !CallMachine.isOf(leg, joining.leg())));
            }
        }
        members.add(new Member(arrival.legs().getFirst(), arrival.where() == Arrival.Where.HOLDING));
        if (members.size() < FEWEST) {
            return Pairs.connect(context, members, Optional.of(joining.leg()), generation, effects);
        }
        return context.resources()
                .conferenceBridge(FEWEST)
                .map(bridge -> seated(context, bridge, joining.leg(), joining.leg(), members, generation, effects))
                .orElseGet(() -> effects.clear(arrival.legs())
                        .tell(new LegEvent.FeatureRefused(joining.leg(), Phrase.NO_CONFERENCE_BRIDGE))
                        .to(before));
    }

    /**
     * All have a seat in a new room.
     *
     * @param controller who made the conference; nobody where it has no controller
     * @param back whose phone has to be told that its call goes on
     */
    static CallStep seated(
            CallContext context,
            Terminal bridge,
            CallReference controller,
            CallReference back,
            List<Member> members,
            int generation,
            Effects effects) {
        var conference = new Conference(context.references().next().value(), controller, List.of(), Optional.empty());
        for (var member : members) {
            conference = conference.plus(seat(context, bridge, conference.room(), member.leg(), generation, effects));
        }
        var entering = new ArrayList<Seat>();
        for (var member : members) {
            var seat = conference.seat(member.leg().reference()).orElseThrow();
            if (member.holds()) {
                holding(conference, seat, effects);
            } else {
                entering.add(seat);
            }
        }
        return settle(
                context, enter(context, conference.with(List.of()), conference, entering, back, effects), effects);
    }

    /** The bridge keeps a seat for the leg. */
    static Seat seat(CallContext context, Terminal bridge, int room, Leg leg, int generation, Effects effects) {
        var port = new Leg(context.references().next(), bridge);
        effects.add(new CallEffect.Offer(bridge.device(), new LegEvent.Seated(port.reference(), room)));
        return Seat.of(leg, port, generation);
    }

    /**
     * These parties hear the others from now on.
     *
     * @param before how it stood, for those who were there already
     * @param back who of them held to ask somebody else
     */
    static Conference enter(
            CallContext context,
            Conference before,
            Conference conference,
            List<Seat> seats,
            CallReference back,
            Effects effects) {
        var media = new Effects();
        var entered = conference;
        for (var seat : seats) {
            entered = ConferenceMedia.open(context, entered, seat, media);
        }
        for (var seat : seats) {
            var leg = seat.leg().reference();
            var parties = entered.seenBy(entered.seat(leg).orElse(seat));
            if (leg.equals(back)) {
                effects.tell(new LegEvent.Resumed(leg, parties));
            } else {
                effects.tell(new LegEvent.FarHeld(leg, false)).tell(new LegEvent.Connected(leg, parties));
            }
        }
        ConferenceMedia.told(before, entered, effects).addAll(media);
        return entered;
    }

    /** Who comes and holds sees where they are. */
    private static void holding(Conference conference, Seat seat, Effects effects) {
        effects.tell(new LegEvent.Updated(seat.leg().reference(), conference.seenBy(seat)));
    }

    static CallStep step(CallContext context, Conference conference, CallSignal signal) {
        return switch (signal) {
            case MediaReport report -> ConferenceMedia.reported(context, conference, report);
            case Hold(var leg) -> hold(conference, leg);
            case Resume(var leg) -> resume(context, conference, leg);
            case Drop drop -> drop(context, conference, drop);
            case LegEnd end
            when conference.seat(end.leg()).isPresent() ->
                left(context, conference, conference.seat(end.leg()).get(), end);
            case LegEnd end when conference.seatOfPort(end.leg()).isPresent() -> bridgeGone(context, conference);
            case Rejected(var leg, var _)
            when conference.seatOfPort(leg).isPresent() -> withoutBridge(context, conference);
            case Expired(var timer) when timer == CallTimer.MEDIA -> ConferenceMedia.late(context, conference);
            case Expired(var timer) when timer == CallTimer.JOIN -> refused(context, conference);
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ ->
                CallMachine.stay(new Conferring(conference));
        };
    }

    /** What it asked another call for has come. */
    static CallStep arrived(CallContext context, Conference conference, Arrival arrival) {
        var awaited = conference.awaited().orElseThrow();
        var effects = HandOvers.taken(awaited.other());
        var left = conference.awaiting(Optional.empty());
        var newcomer = new Member(arrival.legs().getFirst(), arrival.where() == Arrival.Where.HOLDING);
        var asked = left.seat(awaited.leg());

        if (awaited.purpose() == Purpose.TRANSFER && asked.isPresent()) {
            return succeed(context, left, asked.get(), newcomer, arrival, effects)
                    .then(context, awaited.next());
        }
        if (left.seats().isEmpty() || !context.resources().hasSeat(left.bridge().device())) {
            effects.clear(arrival.legs()).tell(new LegEvent.FeatureRefused(awaited.leg(), Phrase.NO_CONFERENCE_BRIDGE));
            return settle(context, left, effects).then(context, awaited.next());
        }
        var seat = seat(context, left.bridge(), left.room(), newcomer.leg(), generation(left, arrival), effects);
        var entering = new ArrayList<Seat>();
        asked.filter(Seat::isHeld).map(Seat::next).ifPresent(entering::add);
        if (!newcomer.holds()) {
            entering.add(seat);
        }
        var entered = enter(context, left, left.plus(seat), entering, awaited.leg(), effects);
        if (newcomer.holds()) {
            holding(entered, seat, effects);
        }
        return settle(context, entered, effects).then(context, awaited.next());
    }

    /** The newcomer has the seat of who transferred. */
    private static CallStep succeed(
            CallContext context, Conference conference, Seat seat, Member newcomer, Arrival arrival, Effects effects) {
        effects.tell(new LegEvent.Cleared(seat.leg().reference()));
        var taken = Seat.of(newcomer.leg(), seat.port(), generation(conference, arrival));
        var changed = conference.with(taken);
        var entering = newcomer.holds() ? List.<Seat>of() : List.of(taken);
        if (newcomer.holds()) {
            holding(changed, taken, effects);
        }
        return settle(context, enter(context, conference, changed, entering, CallReference.NONE, effects), effects);
    }

    /** What it asked for does not come. */
    static CallStep refused(CallContext context, Conference conference) {
        if (conference.awaited().isEmpty()) {
            return CallMachine.stay(new Conferring(conference));
        }
        var awaited = conference.awaited().get();
        var effects = new Effects().waitNoMore();
        if (conference.seat(awaited.leg()).isPresent()) {
            effects.tell(new LegEvent.FeatureRefused(
                    awaited.leg(),
                    awaited.purpose() == Purpose.TRANSFER
                            ? Phrase.CANNOT_COMPLETE_TRANSFER
                            : Phrase.CANNOT_COMPLETE_CONFERENCE));
        }
        return settle(context, conference.awaiting(Optional.empty()), effects).then(context, awaited.next());
    }

    private static CallStep hold(Conference conference, CallReference leg) {
        var seat = conference.seat(leg).filter(found -> !found.isHeld());
        if (seat.isEmpty()) {
            return CallMachine.stay(new Conferring(conference));
        }
        var effects = ConferenceMedia.close(seat.get(), EnumSet.allOf(Side.class), new Effects());
        var changed = conference.with(seat.get().held());
        effects.tell(new LegEvent.Held(leg, changed.seenBy(seat.get().held())));
        return ConferenceMedia.told(conference, changed, effects).to(new Conferring(changed));
    }

    private static CallStep resume(CallContext context, Conference conference, CallReference leg) {
        var seat = conference.seat(leg).filter(Seat::isHeld);
        if (seat.isEmpty()) {
            return CallMachine.stay(new Conferring(conference));
        }
        var effects = new Effects();
        return settle(
                context,
                enter(context, conference, conference, List.of(seat.get().next()), leg, effects),
                effects);
    }

    private static CallStep drop(CallContext context, Conference conference, Drop drop) {
        var who = drop.leg().equals(conference.controller()) ? meant(conference, drop) : Optional.<Seat>empty();
        if (who.isEmpty()) {
            return refuse(new Conferring(conference), drop.leg(), Phrase.KEY_NOT_ACTIVE);
        }
        var seat = who.get();
        return left(context, conference, seat, new Release(seat.leg().reference()));
    }

    private static Optional<Seat> meant(Conference conference, Drop drop) {
        return drop.participant().isPresent()
                ? conference.seat(drop.participant().get())
                : conference.seats().reversed().stream()
                        .filter(seat -> !CallMachine.isOf(seat.leg(), conference.controller()))
                        .findFirst();
    }

    private static CallStep left(CallContext context, Conference conference, Seat seat, LegEnd end) {
        var effects = new Effects();
        leave(seat, end instanceof Release ? EnumSet.allOf(Side.class) : EnumSet.of(Side.CALLED), effects);
        var others = conference.without(seat);
        if (context.features().dropConference() && CallMachine.isOf(seat.leg(), conference.controller())) {
            return end(others, effects);
        }
        return settle(context, others, ConferenceMedia.told(conference, others, effects));
    }

    /** Everything of the seat ends, for the sides that can still be told. */
    private static void leave(Seat seat, EnumSet<Side> reachable, Effects effects) {
        ConferenceMedia.close(seat, reachable, effects);
        if (reachable.contains(Side.CALLING)) {
            effects.clear(List.of(seat.leg()));
        }
        if (reachable.contains(Side.CALLED)) {
            effects.clear(List.of(seat.port()));
        }
    }

    private static CallStep end(Conference conference, Effects effects) {
        conference.seats().forEach(seat -> leave(seat, EnumSet.allOf(Side.class), effects));
        return effects.waitNoMore().to(new Ended());
    }

    /** All move to another bridge, if there is one. */
    private static CallStep bridgeGone(CallContext context, Conference conference) {
        var bridge = context.resources().conferenceBridge(conference.seats().size());
        if (bridge.isEmpty()) {
            return withoutBridge(context, conference);
        }
        var effects = new Effects();
        var moved = conference;
        for (var seat : conference.seats()) {
            ConferenceMedia.close(seat, EnumSet.allOf(Side.class), effects).clear(List.of(seat.port()));
            var next = seat(context, bridge.get(), conference.room(), seat.leg(), seat.generation() + 1, effects);
            moved = moved.without(seat).plus(next);
            moved = seat.isHeld() ? moved : ConferenceMedia.open(context, moved, next, effects);
        }
        return settle(context, moved, ConferenceMedia.told(conference, moved, effects));
    }

    /** The first two go on without a bridge. */
    private static CallStep withoutBridge(CallContext context, Conference conference) {
        var effects = new Effects();
        var left = conference;
        for (var seat : conference
                .seats()
                .subList(
                        Math.min(2, conference.seats().size()),
                        conference.seats().size())) {
            leave(seat, EnumSet.allOf(Side.class), effects);
            left = left.without(seat);
        }
        return pair(context, left, effects);
    }

    /** Whether it still is a conference. */
    static CallStep settle(CallContext context, Conference conference, Effects effects) {
        if (conference.awaited().isPresent()) {
            return effects.to(new Conferring(conference));
        }
        if (conference.seats().size() < FEWEST) {
            return pair(context, conference, effects);
        }
        return (conference.isSettled() ? effects.waitNoMore() : effects.wait(CallTimer.MEDIA))
                .to(new Conferring(conference));
    }

    /** Two are left, or fewer: the bridge has nothing to do any more. */
    private static CallStep pair(CallContext context, Conference conference, Effects effects) {
        var members = new ArrayList<Member>();
        for (var seat : conference.seats()) {
            ConferenceMedia.close(seat, EnumSet.allOf(Side.class), effects);
            effects.clear(List.of(seat.port()));
            members.add(new Member(seat.leg(), seat.isHeld()));
        }
        return Pairs.connect(context, members, Optional.empty(), lastGeneration(conference) + 1, effects);
    }

    private static int generation(Conference conference, Arrival arrival) {
        return Math.max(lastGeneration(conference), arrival.generation()) + 1;
    }

    private static int lastGeneration(Conference conference) {
        return conference.seats().stream()
                .map(Seat::generation)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
}
