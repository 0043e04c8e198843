package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.BeginFor;
import org.keyline.callcontrol.call.CallSignal.Dial;
import org.keyline.callcontrol.call.CallSignal.DialNow;
import org.keyline.callcontrol.call.CallSignal.DialNumber;
import org.keyline.callcontrol.call.CallSignal.Digit;
import org.keyline.callcontrol.call.CallSignal.Erase;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.EnteringCode;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.dial.CodeDemand;

/**
 * Codes: a number is complete and leads to where its caller must say who they are, or for whom they call. The
 * authorization code comes before the client matter code. Only who dials can be asked: a call that is sent to such a
 * number by a line, a pilot or a slot is refused (see {@link Offers}).
 *
 * <table>
 * <caption>Signals while a code is entered</caption>
 * <tr><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Digit, Erase</td><td>EnteringCode</td><td>INTER_DIGIT starts anew</td></tr>
 * <tr><td>Digit #, DialNow, DialNumber, INTER_DIGIT expires; the code is right</td><td>EnteringCode for the next code,
 * else as the number leads</td><td>CodeAsked, else Billed</td></tr>
 * <tr><td>the same; nobody has the code, or its level is too low</td><td>Failed</td><td>reorder (Q.850 cause 21), and
 * why</td></tr>
 * <tr><td>the caller leaves</td><td>Ended</td><td></td></tr>
 * </table>
 */
final class CodeEntries {
    /** A code has at most so many digits; one more and it is wrong. */
    private static final int MOST_DIGITS = 16;

    private CodeEntries() {}

    /** The number is complete. */
    static CallStep ask(CallContext context, Dialling dialling, Route route, Effects effects) {
        return next(context, dialling, route, Billing.NONE, effects);
    }

    static CallStep whenEntering(CallContext context, EnteringCode entering, CallSignal signal) {
        return switch (signal) {
            case Dial dial when CallMachine.isOf(entering.caller(), dial.leg()) -> dial(context, entering, dial);
            case LegEnd end
            when CallMachine.isOf(entering.caller(), end.leg()) -> CallMachine.ended(end, List.of(entering.caller()));
            case Expired(var timer) when timer == CallTimer.INTER_DIGIT -> check(context, entering);
            case CallSignal.Originate _, LegSignal _, Expired _, CallSignal.BetweenCalls _ ->
                CallMachine.stay(entering);
        };
    }

    private static CallStep dial(CallContext context, EnteringCode entering, Dial dial) {
        return switch (dial) {
            case Digit(var _, var key) when key == '#' -> check(context, entering);
            case Digit(var _, var key) -> digit(context, entering, key);
            case Erase _ -> erase(entering);
            case DialNow _ -> check(context, entering);
            case DialNumber(var _, var digits) -> check(context, entering.with(digits));
            case BeginFor _ -> CallMachine.stay(entering);
        };
    }

    private static CallStep digit(CallContext context, EnteringCode entering, char key) {
        var more = entering.with(entering.entered() + key);
        if (more.entered().length() > MOST_DIGITS) {
            return check(context, more);
        }
        var effects = new Effects();
        if (entering.entered().isEmpty()) {
            effects.tell(new LegEvent.FirstDigitTaken(entering.caller().reference()));
        }
        return effects.wait(CallTimer.INTER_DIGIT).to(more);
    }

    private static CallStep erase(EnteringCode entering) {
        var entered = entering.entered();
        return entered.isEmpty()
                ? CallMachine.stay(entering)
                : new Effects()
                        .tell(new LegEvent.DigitErased(entering.caller().reference(), false))
                        .wait(CallTimer.INTER_DIGIT)
                        .to(entering.with(entered.substring(0, entered.length() - 1)));
    }

    private static CallStep check(CallContext context, EnteringCode entering) {
        return billed(context, entering)
                .map(billing -> next(context, entering.dialling(), entering.route(), billing, new Effects()))
                .orElseGet(() -> Fetches.refuse(entering.caller(), Phrase.WRONG_CODE, new Effects()));
    }

    private static Optional<Billing> billed(CallContext context, EnteringCode entering) {
        var codes = context.dialPlan().codes();
        return switch (entering.kind()) {
            case AUTHORIZATION ->
                codes.authorization(
                                entering.entered(),
                                entering.route().codes().authorizationLevel().orElse(0))
                        .map(entering.billing()::authorized);
            case CLIENT_MATTER -> codes.clientMatter(entering.entered()).map(entering.billing()::chargedTo);
        };
    }

    private static CallStep next(
            CallContext context, Dialling dialling, Route route, Billing billing, Effects effects) {
        return missing(route.codes(), billing)
                .map(kind -> effects.tell(
                                new LegEvent.CodeAsked(dialling.caller().reference(), kind))
                        .wait(CallTimer.INTER_DIGIT)
                        .to(new EnteringCode(dialling, route, kind, "", billing)))
                .orElseGet(() -> Diallings.call(
                        context, dialling, route.granted(), effects.add(new CallEffect.Billed(billing))));
    }

    private static Optional<CodeKind> missing(CodeDemand demand, Billing billing) {
        if (demand.authorizationLevel().isPresent() && !billing.has(CodeKind.AUTHORIZATION)) {
            return Optional.of(CodeKind.AUTHORIZATION);
        }
        return demand.clientMatter() && !billing.has(CodeKind.CLIENT_MATTER)
                ? Optional.of(CodeKind.CLIENT_MATTER)
                : Optional.empty();
    }
}
