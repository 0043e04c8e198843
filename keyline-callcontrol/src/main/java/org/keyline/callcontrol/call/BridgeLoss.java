package org.keyline.callcontrol.call;

import java.util.EnumSet;
import java.util.List;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.Phrase;

/** What becomes of a conference whose bridge is gone, or refuses it. */
final class BridgeLoss {
    private BridgeLoss() {}

    /** All move to another bridge, if there is one. */
    static CallStep lost(CallContext context, Conference conference) {
        var wanting = conference
                .seat(conference.controller())
                .orElse(conference.seats().getFirst())
                .leg()
                .terminal();
        var bridge = context.resources()
                .conferenceBridge(wanting, conference.seats().size())
                .filter(conference::admits);
        if (bridge.isEmpty()) {
            return withoutBridge(context, conference);
        }
        var effects = new Effects();
        var moved = conference;
        for (var seat : conference.seats()) {
            ConferenceMedia.close(seat, EnumSet.allOf(Side.class), effects).clear(List.of(seat.port()));
            var next =
                    Seating.seat(context, bridge.get(), conference.room(), seat.leg(), seat.generation() + 1, effects);
            moved = moved.without(seat).plus(next);
            moved = seat.isHeld() ? moved : ConferenceMedia.open(context, moved, next, effects);
        }
        return Departures.settle(context, moved, ConferenceMedia.told(conference, moved, effects));
    }

    /** The bridge promised a seat that it does not have: who was to have it is out, and the others go on. */
    static CallStep refused(CallContext context, Conference conference, Seat seat) {
        if (conference.seats().size() <= conference.fewest()) {
            return withoutBridge(context, conference);
        }
        var others = conference.without(seat);
        var effects = ConferenceMedia.close(seat, EnumSet.of(Side.CALLING), new Effects())
                .clear(List.of(seat.leg()));
        others.seat(others.controller())
                .ifPresent(_ ->
                        effects.tell(new LegEvent.FeatureRefused(others.controller(), Phrase.NO_CONFERENCE_BRIDGE)));
        return Departures.settle(context, others, ConferenceMedia.told(conference, others, effects));
    }

    /** The first two go on without a bridge. */
    static CallStep withoutBridge(CallContext context, Conference conference) {
        var effects = new Effects();
        var left = conference;
        for (var seat : conference
                .seats()
                .subList(
                        Math.min(2, conference.seats().size()),
                        conference.seats().size())) {
            Departures.leave(seat, EnumSet.allOf(Side.class), effects);
            left = left.without(seat);
        }
        return Departures.pair(context, left, effects);
    }
}
