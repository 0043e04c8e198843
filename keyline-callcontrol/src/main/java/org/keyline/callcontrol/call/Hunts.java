package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.Aim.ToMembers;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target;
import org.keyline.callcontrol.hunt.Hunt;
import org.keyline.callcontrol.hunt.Hunt.Vain;
import org.keyline.callcontrol.hunt.HuntStep;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.dial.CallOrigin;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.HuntPilot;

/**
 * Hunting: a call to a pilot is offered to members of its line groups until one answers. What members do with their own
 * calls, forwards above all, does not count meanwhile.
 *
 * <table>
 * <caption>When</caption>
 * <tr><th>these members</th><th>then</th></tr>
 * <tr><td>are busy, not there, decline, or do not answer in their group's time</td><td>the next ones, as
 * {@link Hunt} says</td></tr>
 * <tr><td>were the last, or the pilot's time is over</td><td>the pilot's forward; where it has none, the caller hears
 * why</td></tr>
 * </table>
 */
final class Hunts {
    /** Whatever else happens to a member, it is not available. */
    private static final Map<Cause, Vain> VAIN = Map.of(
            Cause.USER_BUSY, Vain.BUSY,
            Cause.NO_ANSWER, Vain.NO_ANSWER,
            Cause.CALL_REJECTED, Vain.NO_ANSWER);

    private Hunts() {}

    /**
     * Begins to hunt.
     *
     * @param way the call's way up to the pilot, given what it is aimed at
     */
    static CallStep begin(CallContext context, Leg caller, Route route, Target.Hunt hunt, Way way, Effects effects) {
        var first = Hunt.begin(hunt.groups(), context.members());
        return proceed(context, caller, new Place(route.called(), hunt, Duration.ZERO), first, way, effects);
    }

    /** These members were offered the call in vain. */
    static CallStep onward(
            CallContext context, Leg caller, Routing routing, ToMembers these, Cause why, Effects effects) {
        var next = Hunt.onward(these.hunt().groups(), these.from(), vain(why), context.members());
        var place = new Place(these.number(), these.hunt(), these.spent());
        return proceed(context, caller, place, next, routing::at, effects);
    }

    /** Makes the way of a call from what it is aimed at. */
    @FunctionalInterface
    interface Way {
        Routing to(Aim aim);
    }

    private record Place(String number, Target.Hunt hunt, Duration spent) {
        HuntPilot pilot() {
            return hunt.pilot();
        }

        Duration left() {
            return pilot().maximumHuntTime().minus(spent);
        }
    }

    private static CallStep proceed(
            CallContext context, Leg caller, Place place, HuntStep step, Way way, Effects effects) {
        return switch (step) {
            case HuntStep.Offer offer
            when place.left().isPositive() ->
                Offers.ask(context, caller, way.to(aim(place, offer)), noted(place, offer, effects));
            case HuntStep.Offer offer ->
                inVain(context, caller, place, offer.from().somebodyRang(), way, effects);
            case HuntStep.Exhausted(var somebodyRang) -> inVain(context, caller, place, somebodyRang, way, effects);
        };
    }

    private static ToMembers aim(Place place, HuntStep.Offer offer) {
        var ringFor = offer.ringFor().compareTo(place.left()) < 0 ? offer.ringFor() : place.left();
        return new ToMembers(
                place.number(),
                place.hunt(),
                offer.from(),
                offer.members(),
                ringFor,
                place.spent().plus(ringFor));
    }

    private static Effects noted(Place place, HuntStep.Offer offer, Effects effects) {
        var group = place.hunt().groups().get(offer.from().group()).group();
        return effects.add(new CallEffect.Hunted(group.name(), offer.members().getLast()));
    }

    private static CallStep inVain(
            CallContext context, Leg caller, Place place, boolean somebodyRang, Way way, Effects effects) {
        var pilot = place.pilot();
        var nobody = way.to(ToMembers.none(place.number(), place.hunt()));
        var forward = target(
                nobody,
                somebodyRang ? pilot.noAnswer() : pilot.busy(),
                caller.terminal().origin());
        var reason = somebodyRang ? Reason.FORWARD_NO_ANSWER : Reason.FORWARD_BUSY;
        var cause = somebodyRang ? Cause.NO_ANSWER : Cause.USER_BUSY;
        return forward.map(to -> CallForward.sendOn(context, caller, nobody, reason, to, effects))
                .orElseGet(() -> Offers.refuse(context, caller, nobody, cause, effects));
    }

    private static Optional<Forward> target(Routing routing, HuntPilot.Forward forward, CallOrigin from) {
        return switch (forward) {
            case HuntPilot.Forward.None _ -> Optional.empty();
            case HuntPilot.Forward.To(var number, var space) -> Optional.of(new Forward(number, space));
            case HuntPilot.Forward.PersonalPreferences _ ->
                routing.passed().stream()
                        .findFirst()
                        .flatMap(line -> line.forwards().on(ForwardReason.NO_COVERAGE, from));
        };
    }

    private static Vain vain(Cause cause) {
        return VAIN.getOrDefault(cause, Vain.NOT_AVAILABLE);
    }
}
