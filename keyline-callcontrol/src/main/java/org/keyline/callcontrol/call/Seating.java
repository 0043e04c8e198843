package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import org.keyline.callcontrol.call.Pairs.Member;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;

/** Who comes into a conference has a seat at the bridge, and hears the others from then on. */
final class Seating {
    private Seating() {}

    /**
     * All have a seat in a new room.
     *
     * @param empty the conference, in which nobody is yet
     * @param back whose phone has to be told that its call goes on
     */
    static CallStep seated(
            CallContext context,
            Terminal bridge,
            Conference empty,
            CallReference back,
            List<Member> members,
            int generation,
            Effects effects) {
        var conference = empty;
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
        return Departures.settle(
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
    static void holding(Conference conference, Seat seat, Effects effects) {
        effects.tell(new LegEvent.Updated(seat.leg().reference(), conference.seenBy(seat)));
    }
}
