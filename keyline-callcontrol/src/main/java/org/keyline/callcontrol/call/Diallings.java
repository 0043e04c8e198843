package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.BeginFor;
import org.keyline.callcontrol.call.CallSignal.Dial;
import org.keyline.callcontrol.call.CallSignal.DialNow;
import org.keyline.callcontrol.call.CallSignal.DialNumber;
import org.keyline.callcontrol.call.CallSignal.Digit;
import org.keyline.callcontrol.call.CallSignal.Erase;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.digits.Analysis;
import org.keyline.callcontrol.digits.Analysis.Matched;
import org.keyline.callcontrol.digits.Analysis.NeedMore;
import org.keyline.callcontrol.digits.Analysis.Unmatched;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Purpose;

/**
 * The transitions of dialling.
 *
 * <table>
 * <caption>Signals while dialling</caption>
 * <tr><th>signal</th><th>digits mean</th><th>then</th></tr>
 * <tr><td>Digit, Erase</td><td>Matched</td><td>routed at once</td></tr>
 * <tr><td></td><td>NeedMore</td><td>INTER_DIGIT starts anew; the outside dial tone where all that is possible asks for
 * it, once</td></tr>
 * <tr><td></td><td>Unmatched</td><td>refused: unallocated number</td></tr>
 * <tr><td>Digit #</td><td>no number has a # here</td><td>as DialNow</td></tr>
 * <tr><td>DialNow, DialNumber, INTER_DIGIT expires</td><td>Matched, NeedMore with a match</td><td>routed</td></tr>
 * <tr><td></td><td>else</td><td>refused: unallocated number</td></tr>
 * <tr><td>Erase of the last digit</td><td></td><td>dial tone returns, FIRST_DIGIT starts</td></tr>
 * <tr><td>Originate without a number</td><td>Matched: a hot line</td><td>routed at once</td></tr>
 * <tr><td></td><td>else</td><td>FIRST_DIGIT starts</td></tr>
 * <tr><td>BeginFor before the first digit</td><td></td><td>see {@link Pickups}, {@link MeetMes}</td></tr>
 * <tr><td>FIRST_DIGIT expires</td><td>NeedMore with a match: a hot line that waits</td><td>routed</td></tr>
 * <tr><td></td><td>else</td><td>refused: timer expired</td></tr>
 * </table>
 */
final class Diallings {
    /** More digits than any number has; a phone that sends more is refused. */
    private static final int MOST_DIGITS = DialPlan.MOST_DIGITS;

    private Diallings() {}

    static CallStep originate(CallContext context, Originate originate) {
        var dialling = new Dialling(originate.caller(), originate.order(), "", originate.purpose());
        if (takesWhatRings(originate.purpose())) {
            return Pickups.pickUp(context, dialling, new Effects());
        }
        return originate
                .digits()
                .map(digits -> routeNow(context, dialling.with(digits), new Effects()))
                .orElseGet(() -> offHook(context, dialling));
    }

    /** Where the search space holds the empty pattern the call is made at once; else the user dials. */
    private static CallStep offHook(CallContext context, Dialling dialling) {
        var effects = new Effects();
        return calls(dialling.purpose()) && analyse(context, dialling) instanceof Matched(var route)
                ? lead(
                        context,
                        dialling,
                        route,
                        effects.tell(
                                new LegEvent.FirstDigitTaken(dialling.caller().reference())))
                : effects.wait(CallTimer.FIRST_DIGIT).to(dialling);
    }

    private static boolean calls(Purpose purpose) {
        return switch (purpose) {
            case CALL, CALL_BACK, TRANSFER, CONFERENCE -> true;
            case FORWARD_ALL, MEET_ME, PICK_UP, GROUP_PICK_UP, OTHER_PICK_UP -> false;
        };
    }

    private static boolean takesWhatRings(Purpose purpose) {
        return purpose == Purpose.PICK_UP || purpose == Purpose.OTHER_PICK_UP;
    }

    static CallStep dial(CallContext context, Dialling dialling, Dial dial) {
        return switch (dial) {
            case Digit(var _, var key)
            when key == '#' && endsNumber(context, dialling) -> routeNow(context, dialling, new Effects());
            case BeginFor(var _, var purpose) -> beginFor(context, dialling, purpose);
            case Digit(var _, var key) -> digit(context, dialling, key);
            case Erase _ -> erase(context, dialling);
            case DialNow _ when dialling.digits().isEmpty() -> CallMachine.stay(dialling);
            case DialNow _ -> routeNow(context, dialling, new Effects());
            case DialNumber(var _, var digits) -> routeNow(context, dialling.with(digits), new Effects());
        };
    }

    static CallStep expired(CallContext context, Dialling dialling, CallTimer timer) {
        return switch (timer) {
            case FIRST_DIGIT -> noDigit(context, dialling);
            case INTER_DIGIT -> routeNow(context, dialling, new Effects());
            case OFFER, NO_ANSWER, FORWARD, PARK, HOLD_REVERSION, JOIN, MEDIA, TONE -> CallMachine.stay(dialling);
        };
    }

    /** A hot line may wait for digits first. */
    private static CallStep noDigit(CallContext context, Dialling dialling) {
        return Optional.of(dialling)
                .filter(waiting -> calls(waiting.purpose()))
                .flatMap(waiting -> analyse(context, waiting).now())
                .map(route -> lead(context, dialling, route, new Effects()))
                .orElseGet(() ->
                        CallMachine.failed(new Effects(), List.of(dialling.caller()), Cause.RECOVERY_ON_TIMER_EXPIRY));
    }

    /** Before the first digit the user may want something else: a call that rings elsewhere, or to open a meeting. */
    private static CallStep beginFor(CallContext context, Dialling dialling, Purpose purpose) {
        if (!dialling.digits().isEmpty() || dialling.purpose() == Purpose.FORWARD_ALL) {
            return CallMachine.stay(dialling);
        }
        var instead = dialling.begunFor(purpose);
        return takesWhatRings(purpose)
                ? Pickups.pickUp(context, instead, new Effects())
                : new Effects().wait(CallTimer.FIRST_DIGIT).to(instead);
    }

    private static CallStep digit(CallContext context, Dialling dialling, char key) {
        var effects = new Effects();
        if (dialling.digits().isEmpty() || dialling.hearsOutside()) {
            effects.tell(new LegEvent.FirstDigitTaken(dialling.caller().reference()));
        }
        return collect(context, dialling.with(dialling.digits() + key), effects);
    }

    private static CallStep erase(CallContext context, Dialling dialling) {
        if (dialling.digits().isEmpty()) {
            return CallMachine.stay(dialling);
        }
        var fewer =
                dialling.with(dialling.digits().substring(0, dialling.digits().length() - 1));
        var leg = dialling.caller().reference();
        var empty = fewer.digits().isEmpty();
        var effects = new Effects().tell(new LegEvent.DigitErased(leg, empty));
        if (empty) {
            return effects.wait(CallTimer.FIRST_DIGIT).to(fewer.outside(false));
        }
        if (dialling.hearsOutside()) {
            effects.tell(new LegEvent.FirstDigitTaken(leg));
        }
        return collect(context, fewer, effects);
    }

    private static CallStep collect(CallContext context, Dialling dialling, Effects effects) {
        return switch (analyse(context, dialling)) {
            case Matched(var route) -> lead(context, dialling, route, effects);
            case NeedMore(var _, var outside) ->
                effects.wait(CallTimer.INTER_DIGIT).to(outside ? outside(dialling, effects) : dialling.outside(false));
            case Unmatched _ -> unallocated(dialling, effects);
        };
    }

    /** The outside dial tone sounds once, unless the digits after which it did are taken back. */
    private static Dialling outside(Dialling dialling, Effects effects) {
        if (dialling.outside() > 0 && dialling.outside() < dialling.digits().length()) {
            return dialling;
        }
        effects.tell(new LegEvent.OutsideDialTone(dialling.caller().reference()));
        return dialling.outside(true);
    }

    private static CallStep routeNow(CallContext context, Dialling dialling, Effects effects) {
        return analyse(context, dialling)
                .now()
                .map(route -> lead(context, dialling, route, effects))
                .orElseGet(() -> unallocated(dialling, effects));
    }

    /** The number is complete: the call goes there, or it is only taken down. */
    private static CallStep lead(CallContext context, Dialling dialling, Route route, Effects effects) {
        return switch (dialling.purpose()) {
            case CALL, CALL_BACK, TRANSFER, CONFERENCE -> call(context, dialling, route, effects);
            case MEET_ME -> MeetMes.open(context, dialling, route, effects);
            case PICK_UP, GROUP_PICK_UP, OTHER_PICK_UP -> Pickups.dialled(context, dialling, route, effects);
            case FORWARD_ALL ->
                effects.waitNoMore()
                        .tell(new LegEvent.Collected(dialling.caller().reference(), dialling.digits()))
                        .clear(List.of(dialling.caller()))
                        .to(new Ended());
        };
    }

    /** The call goes there; where a code is needed, it is asked for first. */
    static CallStep call(CallContext context, Dialling dialling, Route route, Effects effects) {
        if (!route.codes().isNone() && !(route.target() instanceof Target.Refusal)) {
            return CodeEntries.ask(context, dialling, route, effects);
        }
        if (!(route.target() instanceof FeatureNumber feature)) {
            return Offers.route(context, dialling, route.granted(), effects);
        }
        return switch (feature) {
            case FeatureNumber.Pickup _ -> Pickups.dialled(context, dialling, route, effects);
            case FeatureNumber.MessageWaiting(var number) ->
                MessagesWaiting.dialled(context, dialling, route, number, effects);
            case FeatureNumber.MeetMe(var range) -> MeetMes.join(context, dialling, route, range, effects);
            case FeatureNumber.Parking number -> Parks.dialled(context, dialling, route, number, effects);
        };
    }

    private static CallStep unallocated(Dialling dialling, Effects effects) {
        return CallMachine.failed(effects, List.of(dialling.caller()), Cause.UNALLOCATED_NUMBER);
    }

    /** A {@code #} ends the number unless a number goes on with it. */
    private static boolean endsNumber(CallContext context, Dialling dialling) {
        return !dialling.digits().isEmpty()
                && analyse(context, dialling.with(dialling.digits() + '#')) instanceof Unmatched;
    }

    private static Analysis analyse(CallContext context, Dialling dialling) {
        return dialling.digits().length() > MOST_DIGITS
                ? new Unmatched()
                : context.dialPlan().analyse(dialling.order(), dialling.digits());
    }
}
