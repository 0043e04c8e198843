package org.keyline.callcontrol.call;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;

/** What becomes of those who are left of a conference: two talk to each other, one alone has no call. */
final class Pairs {
    private Pairs() {}

    /** Somebody in a call, and whether they hold it. */
    record Member(Leg leg, boolean holds) {}

    /**
     * Those who are left go on without a bridge.
     *
     * @param members at most two
     * @param back who held to ask somebody else, and is back
     */
    static CallStep connect(
            CallContext context, List<Member> members, Optional<CallReference> back, int generation, Effects effects) {
        if (members.size() < 2) {
            return effects.waitNoMore()
                    .clear(members.stream().map(Member::leg).toList())
                    .to(new Ended());
        }
        var one = members.getFirst();
        var other = members.getLast();
        var parties = new Parties(one.leg(), other.leg(), Optional.empty());
        back.flatMap(parties::side)
                .ifPresent(side -> effects.tell(
                        new LegEvent.Resumed(parties.leg(side).reference(), parties.seenFrom(side, false))));
        var holders = EnumSet.noneOf(Side.class);
        if (one.holds()) {
            holders.add(Side.CALLING);
        }
        if (other.holds()) {
            holders.add(Side.CALLED);
        }
        return holders.isEmpty()
                ? Conversations.connect(context, parties, generation, unheld(parties, effects))
                : onHold(parties, holders, generation, effects);
    }

    private static Effects unheld(Parties parties, Effects effects) {
        parties.both().forEach(leg -> effects.tell(new LegEvent.FarHeld(leg.reference(), false)));
        return effects;
    }

    private static CallStep onHold(Parties parties, EnumSet<Side> holders, int generation, Effects effects) {
        for (var side : Side.values()) {
            var leg = parties.leg(side).reference();
            var shown = parties.seenFrom(side, false);
            effects.tell(holders.contains(side) ? new LegEvent.Updated(leg, shown) : new LegEvent.Connected(leg, shown))
                    .tell(new LegEvent.FarHeld(leg, holders.contains(side.other())));
        }
        return effects.waitNoMore().to(new OnHold(parties, holders, generation));
    }
}
