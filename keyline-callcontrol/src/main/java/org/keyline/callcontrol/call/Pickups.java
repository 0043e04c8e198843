package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.callcontrol.call.Aim.ToPicker;
import org.keyline.callcontrol.call.CallSignal.HandOver;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.call.Wanted.AtLine;
import org.keyline.callcontrol.call.Wanted.InGroups;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.PickupGroup;

/**
 * Pickup: a user takes a call that rings at somebody else's phone. Lines are in pickup groups; of several calls that
 * ring, the oldest is taken.
 *
 * <table>
 * <caption>Which call</caption>
 * <tr><th>wanted</th><th>taken</th></tr>
 * <tr><td>PICK_UP</td><td>one that rings in the group of the user's line</td></tr>
 * <tr><td>OTHER_PICK_UP</td><td>one in the first of that group's other groups in which one rings</td></tr>
 * <tr><td>a group's number is dialled</td><td>one that rings in that group</td></tr>
 * <tr><td>GROUP_PICK_UP, a line's number is dialled</td><td>one that rings at that line, if it is in the user's group or
 * in one of its other groups</td></tr>
 * <tr><td>none rings there</td><td>reorder, no call available for pickup</td></tr>
 * </table>
 *
 * <p>The call that rings gives its caller away, as {@link HandOvers} says; whoever asks second is refused. The user has
 * the call at once where the system picks up automatically; else it rings at their phone, and goes back to where it
 * rang when they do not answer it.
 */
final class Pickups {
    private Pickups() {}

    /** The user wants a call from the group of the line, or from those beside it. */
    static CallStep pickUp(CallContext context, Dialling dialling, Effects effects) {
        var own = group(context.dialPlan(), dialling.caller().terminal());
        var groups = dialling.purpose() == Purpose.OTHER_PICK_UP
                ? own.map(PickupGroup::others).orElse(List.of())
                : own.stream().map(PickupGroup::key).toList();
        return seek(context, dialling.caller(), new InGroups(groups), effects);
    }

    /** The number of a group, or of a line, is complete. */
    static CallStep dialled(CallContext context, Dialling dialling, Route route, Effects effects) {
        var caller = dialling.caller();
        return switch (route.target()) {
            case FeatureNumber.Pickup(var group) -> seek(context, caller, new InGroups(List.of(group.key())), effects);
            case Destination(var line, var _)
            when mayTake(group(context.dialPlan(), caller.terminal()), line) ->
                seek(context, caller, new AtLine(line.number(), line.partition()), effects);
            case Target _ -> Fetches.inVain(caller, new InGroups(List.of()), effects);
        };
    }

    private static boolean mayTake(Optional<PickupGroup> own, Line line) {
        return own.isPresent()
                && line.pickupGroup()
                        .filter(theirs -> theirs.equals(own.get().key())
                                || own.get().others().contains(theirs))
                        .isPresent();
    }

    private static CallStep seek(CallContext context, Leg caller, Wanted.Ringing wanted, Effects effects) {
        return find(context, wanted)
                .map(ringing -> Fetches.ask(caller, wanted, ringing, effects))
                .orElseGet(() -> Fetches.inVain(caller, wanted, effects));
    }

    /** A leg of the oldest call that rings there. */
    static Optional<CallReference> find(CallContext context, Wanted.Ringing wanted) {
        return switch (wanted) {
            case AtLine line ->
                context.ringing()
                        .oldest(leg -> leg.terminal().line().filter(line::isOf).isPresent());
            case InGroups(var groups) ->
                groups.stream()
                        .flatMap(
                                group -> context.ringing().oldest(leg -> isIn(context.dialPlan(), leg, group)).stream())
                        .findFirst();
        };
    }

    private static boolean isIn(DialPlan plan, Leg leg, String group) {
        return line(plan, leg.terminal())
                .flatMap(Line::pickupGroup)
                .filter(group::equals)
                .isPresent();
    }

    private static Optional<PickupGroup> group(DialPlan plan, Terminal terminal) {
        return line(plan, terminal).flatMap(Line::pickupGroup).flatMap(plan::pickupGroup);
    }

    private static Optional<Line> line(DialPlan plan, Terminal terminal) {
        return terminal.line().flatMap(at -> plan.line(at.number(), at.partition()));
    }

    /** The call gives its caller away; nobody missed it where it rang. */
    static CallStep give(HandOver asked, Ringing ringing) {
        var effects = new Effects();
        ringing.rings().asked().forEach(leg -> effects.tell(new LegEvent.Cleared(leg)));
        ringing.rings().ringing().forEach(leg -> effects.tell(new LegEvent.TakenElsewhere(leg.reference())));
        return HandOvers.part(asked, Arrival.of(ringing.caller(), ringing.routing()), effects);
    }

    /** The caller is here: the user has the call, or is called. */
    static CallStep arrived(CallContext context, Leg picker, Arrival arrival, Effects effects) {
        var caller = arrival.legs().getFirst();
        var routing = arrival.routing().orElseThrow();
        var at = picker.terminal().line();
        if (context.features().pickup().atOnce() || at.isEmpty()) {
            var way = routing.redirected(routing.called(), Reason.PICKUP);
            var parties = new Parties(caller, picker, Optional.of(way));
            return Conversations.connect(context, parties, arrival.generation() + 1, effects);
        }
        effects.clear(List.of(picker));
        var aim = new ToPicker(phone(context.dialPlan(), picker.terminal(), at.get()), where(routing.aim()));
        return Offers.ask(context, caller, routing.redirectedTo(aim, routing.called(), Reason.PICKUP), effects);
    }

    /** Where a call rang at first, however often it was picked up. */
    private static Aim where(Aim aim) {
        return aim instanceof ToPicker(var _, var before) ? before : aim;
    }

    /** A line, at one phone alone. */
    static Destination phone(DialPlan plan, Terminal terminal, LineAppearance at) {
        var line = plan.line(at.number(), at.partition())
                .orElseGet(() -> new Line(at.number(), at.partition(), "", "", Optional.empty()));
        return new Destination(
                line,
                Stream.of(new Appearance(terminal.device(), at.instance())).toList());
    }
}
