package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.Aim.ToTrunk;
import org.keyline.callcontrol.call.Hunts.Way;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target.Outside;
import org.keyline.callcontrol.route.RoutePosition;
import org.keyline.callcontrol.route.RouteSelection;
import org.keyline.callcontrol.route.RouteStep;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;

/**
 * Calls that lead out: a route pattern's call is offered to one gateway or trunk after the other until one takes it,
 * each with the numbers that are meant for it.
 *
 * <table>
 * <caption>When</caption>
 * <tr><th>this device</th><th>then</th></tr>
 * <tr><td>is not registered, has no free circuit</td><td>the next one, without asking it</td></tr>
 * <tr><td>refuses, or does not reply</td><td>the next one; the caller hears why where the system stops for that
 * cause</td></tr>
 * <tr><td>was the last</td><td>RouteListExhausted; the caller hears the last cause: 27 where none is registered, 34
 * where none has a free circuit</td></tr>
 * <tr><td>rang</td><td>no other is tried</td></tr>
 * </table>
 */
final class OutsideCalls {
    private OutsideCalls() {}

    /**
     * Begins to look for a device.
     *
     * @param way the call's way up to the pattern, given what it is aimed at
     */
    static CallStep begin(CallContext context, Leg caller, Route route, Outside outside, Way way, Effects effects) {
        var step = RouteSelection.begin(outside.choices(), context.trunks());
        return proceed(context, caller, new Place(route, outside), step, way, effects);
    }

    /** The device that was asked did not take the call. */
    static CallStep onward(
            CallContext context, Leg caller, Routing routing, ToTrunk tried, Cause why, Effects effects) {
        var place = new Place(tried.route(), tried.outside());
        var step = RouteSelection.onward(
                place.outside().choices(), tried.from(), why, context.features().stopRouting(), context.trunks());
        return proceed(context, caller, place, step, routing::at, effects);
    }

    private record Place(Route route, Outside outside) {
        ToTrunk aim(RouteStep.Try step, Leg caller) {
            var member = outside.choices().get(step.from().choice()).member();
            return new ToTrunk(
                    route,
                    outside,
                    step.from(),
                    Optional.of(new DeviceName(step.device())),
                    new Party(route.called(outside, member), ""),
                    calling(member, caller));
        }

        private Party calling(RouteList.Member member, Leg caller) {
            var party = caller.terminal().party();
            return new Party(
                    route.calling(member, party.number(), caller.terminal().externalMask()), party.name());
        }

        ToTrunk nowhere(Cause cause) {
            return new ToTrunk(
                    route,
                    outside,
                    new RoutePosition(outside.choices().size(), List.of(), cause),
                    Optional.empty(),
                    new Party(route.called(), ""),
                    Party.UNKNOWN);
        }

        Optional<String> routeList() {
            return outside.pattern().to() instanceof RoutePattern.Way.List(var list)
                    ? Optional.of(list)
                    : Optional.empty();
        }
    }

    private static CallStep proceed(
            CallContext context, Leg caller, Place place, RouteStep step, Way way, Effects effects) {
        return switch (step) {
            case RouteStep.Try next -> {
                var group = place.outside().choices().get(next.from().choice()).group();
                context.trunks().used(group.name(), next.device());
                yield Offers.ask(context, caller, way.to(place.aim(next, caller)), effects);
            }
            case RouteStep.Stopped(var cause) -> refuse(context, caller, place, cause, way, effects);
            case RouteStep.Exhausted(var cause) -> {
                place.routeList().ifPresent(list -> effects.add(new CallEffect.RouteListExhausted(list)));
                yield refuse(context, caller, place, cause, way, effects);
            }
        };
    }

    private static CallStep refuse(
            CallContext context, Leg caller, Place place, Cause cause, Way way, Effects effects) {
        return Offers.refuse(context, caller, way.to(place.nowhere(cause)), cause, effects);
    }
}
