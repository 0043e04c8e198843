package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.Pairs.Member;
import org.keyline.callcontrol.media.Side;

/** Who leaves a conference, and what becomes of those who stay. */
final class Departures {
    private Departures() {}

    static CallStep left(CallContext context, Conference conference, Seat seat, LegEnd end) {
        var effects = new Effects();
        leave(seat, end instanceof Release ? EnumSet.allOf(Side.class) : EnumSet.of(Side.CALLED), effects);
        var others = conference.without(seat);
        if (endsWith(context, conference, seat)) {
            return end(others, effects);
        }
        return settle(context, others, ConferenceMedia.told(conference, others, effects));
    }

    private static boolean endsWith(CallContext context, Conference conference, Seat seat) {
        return context.features().conference().endsWithController()
                && conference.meetMe().isEmpty()
                && conference.isControlledBy(seat.leg().reference());
    }

    /** Everything of the seat ends, for the sides that can still be told. */
    static void leave(Seat seat, EnumSet<Side> reachable, Effects effects) {
        ConferenceMedia.close(seat, reachable, effects);
        if (reachable.contains(Side.CALLING)) {
            effects.clear(List.of(seat.leg()));
        }
        if (reachable.contains(Side.CALLED)) {
            effects.clear(List.of(seat.port()));
        }
    }

    /** Whether it still is a conference. */
    static CallStep settle(CallContext context, Conference conference, Effects effects) {
        if (conference.awaited().isPresent()) {
            return effects.to(new Conferring(conference));
        }
        if (conference.seats().size() < conference.fewest()) {
            return pair(context, conference, effects);
        }
        return (conference.isSettled() ? effects.waitNoMore() : effects.wait(CallTimer.MEDIA))
                .to(new Conferring(conference));
    }

    /** Two are left, or fewer: the bridge has nothing to do any more. */
    static CallStep pair(CallContext context, Conference conference, Effects effects) {
        close(conference, effects);
        var members = new ArrayList<Member>();
        for (var seat : conference.seats()) {
            ConferenceMedia.close(seat, EnumSet.allOf(Side.class), effects);
            effects.clear(List.of(seat.port()));
            members.add(new Member(seat.leg(), seat.isHeld()));
        }
        return Pairs.connect(context, members, Optional.empty(), lastGeneration(conference) + 1, effects);
    }

    private static CallStep end(Conference conference, Effects effects) {
        conference.seats().forEach(seat -> leave(seat, EnumSet.allOf(Side.class), effects));
        return close(conference, effects).waitNoMore().to(new Ended());
    }

    /** Where they met is free again. */
    private static Effects close(Conference conference, Effects effects) {
        conference.meetMe().ifPresent(number -> effects.add(new CallEffect.CloseRoom(number, conference.reference())));
        return effects;
    }

    static int lastGeneration(Conference conference) {
        return conference.seats().stream()
                .map(Seat::generation)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
}
