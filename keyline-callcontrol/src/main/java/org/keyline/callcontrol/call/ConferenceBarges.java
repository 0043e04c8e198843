package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.call.Pairs.Member;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;

/**
 * Barge through a conference bridge (cBarge): the call becomes a conference, with somebody who has the line of one of
 * the two as its third, and with no controller. Its class is that of any conference (spec OV-27: non-secure, unless the
 * bridge encrypts).
 */
final class ConferenceBarges {
    private ConferenceBarges() {}

    /** Why it cannot be, if it cannot. */
    static Optional<Phrase> objection(CallContext context, CallState state, Terminal guest) {
        if (state instanceof Talking) {
            return context.resources().conferenceBridge(guest, 3).isEmpty()
                    ? Optional.of(Phrase.NO_CONFERENCE_BRIDGE)
                    : Optional.empty();
        }
        if (!(state instanceof Conferring(var conference))
                || conference.awaited().isPresent()) {
            return Optional.of(Phrase.CANNOT_BARGE);
        }
        if (conference.seats().size() >= conference.most(context.features())) {
            return Optional.of(Phrase.TOO_MANY_PARTICIPANTS);
        }
        if (!conference.admits(guest)) {
            return Optional.of(Phrase.SECURITY_ERROR);
        }
        return context.resources().hasSeat(conference.bridge().device())
                ? Optional.empty()
                : Optional.of(Phrase.NO_CONFERENCE_BRIDGE);
    }

    /** The guest comes in; nothing speaks against it. */
    static CallStep enter(CallContext context, CallState state, Leg guest) {
        return state instanceof Conferring(var conference)
                ? join(context, conference, guest)
                : begin(context, (Talking) state, guest);
    }

    private static CallStep begin(CallContext context, Talking talking, Leg guest) {
        var members = List.of(
                new Member(talking.parties().calling(), false),
                new Member(talking.parties().called(), false),
                new Member(guest, false));
        var generation = talking.media().ends().generation() + 1;
        return Seating.seated(
                context,
                context.resources()
                        .conferenceBridge(guest.terminal(), members.size())
                        .orElseThrow(),
                Conference.adHoc(context.references().next(), CallReference.NONE),
                guest.reference(),
                members,
                generation,
                Conversations.close(talking, new Effects()));
    }

    private static CallStep join(CallContext context, Conference conference, Leg guest) {
        var effects = new Effects();
        var seat = Seating.seat(context, conference.bridge(), conference.room(), guest, 1, effects);
        var entered =
                Seating.enter(context, conference, conference.plus(seat), List.of(seat), guest.reference(), effects);
        return Departures.settle(context, entered, effects);
    }
}
