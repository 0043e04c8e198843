package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.Confer;
import org.keyline.callcontrol.call.CallSignal.Transfer;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.Conference.Awaited;
import org.keyline.callcontrol.call.Pairs.Member;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;

/** How a conference begins and grows: somebody comes from another call of who confers already. */
final class Newcomers {
    /** More calls than any phone has to add at once. */
    private static final int MOST_WAITING = 16;

    /** Three make a conference. */
    private static final int FEWEST = 3;

    private Newcomers() {}

    /** A user wants the far end of another call in this one. */
    static CallStep confer(CallContext context, CallState state, Confer confer) {
        if (state instanceof OnHold onHold
                && onHold.parties()
                        .side(confer.leg())
                        .filter(onHold.holders()::contains)
                        .isPresent()) {
            return context.resources()
                            .conferenceBridge(terminal(onHold, confer.leg()), FEWEST)
                            .isEmpty()
                    ? refuse(state, confer.leg(), Phrase.NO_CONFERENCE_BRIDGE)
                    : HandOvers.ask(
                            new Joining(onHold, Purpose.CONFERENCE, confer.leg(), confer.other(), confer.next()),
                            new Effects());
        }
        if (state instanceof Conferring(var conference)
                && conference.seat(confer.leg()).isPresent()) {
            return add(context, conference, confer);
        }
        return refuse(state, confer.leg(), Phrase.CANNOT_COMPLETE_CONFERENCE);
    }

    /** Who makes the conference decides whose bridge it has. */
    private static Terminal terminal(OnHold onHold, CallReference leg) {
        return onHold.parties().leg(onHold.parties().side(leg).orElseThrow()).terminal();
    }

    private static CallStep add(CallContext context, Conference conference, Confer confer) {
        if (conference.awaited().isPresent()) {
            var awaited = conference.awaited().get();
            return awaited.next().size() < MOST_WAITING
                    ? CallMachine.stay(new Conferring(conference.awaiting(Optional.of(awaited.then(confer)))))
                    : refuse(new Conferring(conference), confer.leg(), Phrase.CANNOT_COMPLETE_CONFERENCE);
        }
        if (conference.seats().size() >= conference.most(context.features())) {
            return refuse(new Conferring(conference), confer.leg(), Phrase.TOO_MANY_PARTICIPANTS);
        }
        if (!context.resources().hasSeat(conference.bridge().device())) {
            return refuse(new Conferring(conference), confer.leg(), Phrase.NO_CONFERENCE_BRIDGE);
        }
        return await(
                conference, new Awaited(confer.leg(), confer.other(), Purpose.CONFERENCE, confer.next(), List.of()));
    }

    /** Somebody who holds gives their seat to the far end of their other call. */
    static CallStep transfer(CallContext context, Conference conference, Transfer transfer) {
        var held = conference.seat(transfer.leg()).filter(Seat::isHeld);
        return held.isEmpty() || conference.awaited().isPresent()
                ? new Effects()
                        .tell(new LegEvent.FeatureRefused(transfer.leg(), Phrase.CANNOT_COMPLETE_TRANSFER))
                        .to(new Conferring(conference))
                : await(
                        conference,
                        new Awaited(transfer.leg(), transfer.consulted(), Purpose.TRANSFER, List.of(), List.of()));
    }

    private static CallStep await(Conference conference, Awaited awaited) {
        return HandOvers.ask(awaited.other(), awaited.leg(), false, new Effects())
                .to(new Conferring(conference.awaiting(Optional.of(awaited))));
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
            return Pairs.connect(context, members, Optional.of(joining.leg()), generation, effects)
                    .then(context, Confer.after(joining.leg(), joining.next()));
        }
        return context.resources()
                .conferenceBridge(terminal(before, joining.leg()), FEWEST)
                .map(bridge -> Seating.seated(
                        context,
                        bridge,
                        Conference.adHoc(context.references().next(), joining.leg()),
                        joining.leg(),
                        members,
                        generation,
                        effects))
                .map(step -> step.then(context, Confer.after(joining.leg(), joining.next())))
                .orElseGet(() -> effects.clear(arrival.legs())
                        .tell(new LegEvent.ConferenceRefused(joining.leg(), Phrase.NO_CONFERENCE_BRIDGE))
                        .to(before));
    }

    /** What it asked another call for has come. */
    static CallStep arrived(CallContext context, Conference conference, Arrival arrival) {
        var awaited = conference.awaited().orElseThrow();
        var effects = HandOvers.taken(awaited.other());
        var left = conference.awaiting(Optional.empty());
        var newcomer = new Member(arrival.legs().getFirst(), arrival.where() == Arrival.Where.HOLDING);
        var asked = left.seat(awaited.leg());

        if (!left.admits(newcomer.leg().terminal())) {
            effects.clear(arrival.legs()).tell(refusal(awaited.purpose(), awaited.leg(), Phrase.SECURITY_ERROR));
            return Departures.settle(context, left, effects).then(context, awaited.next());
        }
        if (awaited.purpose() == Purpose.TRANSFER && asked.isPresent()) {
            return succeed(context, left, asked.get(), newcomer, arrival, effects)
                    .then(context, awaited.next());
        }
        if (left.seats().isEmpty() || !context.resources().hasSeat(left.bridge().device())) {
            effects.clear(arrival.legs())
                    .tell(new LegEvent.ConferenceRefused(awaited.leg(), Phrase.NO_CONFERENCE_BRIDGE));
            return Departures.settle(context, left, effects).then(context, awaited.next());
        }
        var seat =
                Seating.seat(context, left.bridge(), left.room(), newcomer.leg(), generation(left, arrival), effects);
        var entering = new ArrayList<Seat>();
        asked.filter(Seat::isHeld).map(Seat::next).ifPresent(entering::add);
        if (!newcomer.holds()) {
            entering.add(seat);
        }
        var entered = Seating.enter(context, left, left.plus(seat), entering, awaited.leg(), effects);
        if (newcomer.holds()) {
            Seating.holding(entered, seat, effects);
        }
        return Departures.settle(context, entered, effects).then(context, awaited.following());
    }

    /** The newcomer has the seat of who transferred. */
    private static CallStep succeed(
            CallContext context, Conference conference, Seat seat, Member newcomer, Arrival arrival, Effects effects) {
        effects.tell(new LegEvent.Cleared(seat.leg().reference()));
        var taken = Seat.of(newcomer.leg(), seat.port(), generation(conference, arrival));
        var changed = conference.with(taken);
        var entering = newcomer.holds() ? List.<Seat>of() : List.of(taken);
        if (newcomer.holds()) {
            Seating.holding(changed, taken, effects);
        }
        return Departures.settle(
                context, Seating.enter(context, conference, changed, entering, CallReference.NONE, effects), effects);
    }

    /** What it asked for does not come. */
    static CallStep refused(CallContext context, Conference conference) {
        if (conference.awaited().isEmpty()) {
            return CallMachine.stay(new Conferring(conference));
        }
        var awaited = conference.awaited().get();
        var effects = new Effects().waitNoMore();
        if (conference.seat(awaited.leg()).isPresent()) {
            effects.tell(refusal(awaited.purpose(), awaited.leg()));
        }
        return Departures.settle(context, conference.awaiting(Optional.empty()), effects)
                .then(context, awaited.next());
    }

    /** What the user hears whose two calls do not become what they wanted. */
    static LegEvent refusal(Purpose purpose, CallReference leg) {
        return refusal(
                purpose,
                leg,
                purpose == Purpose.CONFERENCE ? Phrase.CANNOT_COMPLETE_CONFERENCE : Phrase.CANNOT_COMPLETE_TRANSFER);
    }

    private static LegEvent refusal(Purpose purpose, CallReference leg, Phrase why) {
        return purpose == Purpose.CONFERENCE
                ? new LegEvent.ConferenceRefused(leg, why)
                : new LegEvent.FeatureRefused(leg, why);
    }

    private static CallStep refuse(CallState state, CallReference leg, Phrase why) {
        return new Effects().tell(new LegEvent.ConferenceRefused(leg, why)).to(state);
    }

    private static int generation(Conference conference, Arrival arrival) {
        return Math.max(Departures.lastGeneration(conference), arrival.generation()) + 1;
    }
}
