package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal.Divert;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.call.Hunts.Way;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.Target;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;

/**
 * Immediate divert: a user sends the far end of a call to voice mail, whether it rings, talks or is held. The mailbox
 * is the user's own, or, where the system has it so, that of whom the caller wanted at first; voice mail learns it as
 * the number the call was redirected from.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Ringing</td><td>Divert by one who rings</td><td>Offering to voice mail</td><td>all who ring:
 * TakenElsewhere</td></tr>
 * <tr><td>Talking</td><td>Divert</td><td>Offering to voice mail</td><td>media closed; who diverts: Cleared</td></tr>
 * <tr><td>OnHold by who diverts alone</td><td>Divert</td><td>Offering to voice mail</td><td>who diverts: Cleared; the
 * other is held no more</td></tr>
 * <tr><td>one of these</td><td>Divert, there is no pilot</td><td></td><td>FeatureRefused: key not active</td></tr>
 * <tr><td>one of these</td><td>Divert, the pilot's number leads nowhere</td><td></td><td>FeatureRefused: temporary
 * failure</td></tr>
 * <tr><td>any other</td><td>Divert</td><td></td><td>FeatureRefused: key not active</td></tr>
 * </table>
 *
 * <p>When voice mail is busy, not there or does not answer, the diverted call goes back and rings at the phone where it
 * was diverted, which says why; the diverted party hears it ring.
 *
 * <p>A transfer to voice mail is the same, with the mailbox of somebody else: of whom the user called to transfer.
 */
final class Diverts {
    private Diverts() {}

    static CallStep divert(CallContext context, CallState state, Divert divert) {
        return switch (state) {
            case Ringing ringing
            when ringing.rings().ringing(divert.leg()).isPresent() -> divert(context, ringing, divert);
            case Talking talking
            when talking.parties().side(divert.leg()).isPresent() -> divert(context, talking, divert);
            case OnHold onHold when Transfers.isHeldOnlyBy(onHold, divert.leg()) -> divert(context, onHold, divert);
            default ->
                Shown.of(state, divert.leg()).isPresent()
                        ? refuse(state, divert.leg(), Phrase.KEY_NOT_ACTIVE)
                        : CallMachine.stay(state);
        };
    }

    private static CallStep refuse(CallState state, CallReference leg, Phrase why) {
        return new Effects().tell(new LegEvent.FeatureRefused(leg, why)).to(state);
    }

    private static CallStep divert(CallContext context, Ringing ringing, Divert divert) {
        var by = ringing.rings().ringing(divert.leg()).orElseThrow().terminal();
        var routing = ringing.routing();
        return new Mailbox(context, divert, by, routing.redirection()).divert(ringing, (route, how) -> {
            var effects = new Effects();
            ringing.rings().asked().forEach(leg -> effects.tell(new LegEvent.Cleared(leg)));
            ringing.rings().ringing().forEach(leg -> effects.tell(new LegEvent.TakenElsewhere(leg.reference())));
            Way way = aim -> returning(context, routing.redirectedTo(aim, how), by);
            return Offers.follow(context, ringing.caller(), route, way, effects);
        });
    }

    private static CallStep divert(CallContext context, Talking talking, Divert divert) {
        return send(
                context,
                talking,
                talking.parties(),
                talking.media().ends().generation(),
                divert,
                effects -> Conversations.close(talking, effects));
    }

    private static CallStep divert(CallContext context, OnHold onHold, Divert divert) {
        var other = onHold.parties()
                .leg(onHold.parties().side(divert.leg()).orElseThrow().other())
                .reference();
        return send(
                context,
                onHold,
                onHold.parties(),
                onHold.generation(),
                divert,
                effects -> effects.tell(new LegEvent.FarHeld(other, false)));
    }

    /** The far end calls voice mail from now on. */
    private static CallStep send(
            CallContext context, CallState state, Parties parties, int generation, Divert divert, Parting parting) {
        var side = parties.side(divert.leg()).orElseThrow();
        var by = parties.leg(side);
        var other = parties.leg(side.other());
        return new Mailbox(context, divert, by.terminal(), parties.redirection()).divert(state, (route, how) -> {
            var effects = parting.from(new Effects().waitNoMore()).tell(new LegEvent.Cleared(divert.leg()));
            Way way = aim -> returning(
                    context,
                    Routing.of(other.terminal().party(), aim, generation).redirectedTo(aim, how),
                    by.terminal());
            return Offers.follow(context, other, route, way, effects);
        });
    }

    /** Where voice mail does not take the call, it goes back to who diverted it, at the phone where they did. */
    private static Routing returning(CallContext context, Routing routing, Terminal by) {
        return by.line()
                .map(at ->
                        routing.backTo(new Routing.Back(Pickups.phone(context.dialPlan(), by, at), Optional.empty())))
                .orElse(routing);
    }

    /** Voice mail did not take a call: it rings where it was diverted, and the phone says why. */
    static Optional<CallStep> inVain(CallContext context, Leg caller, Routing routing, Cause cause, Effects effects) {
        return routing.back().filter(back -> back.why().isEmpty()).map(back -> {
            var why = cause == Cause.USER_BUSY ? Phrase.VOICE_MAIL_BUSY : Phrase.TEMPORARY_FAILURE;
            var home = Routing.of(routing.calling(), new Aim.ToLine(back.to()), routing.generation())
                    .backTo(new Routing.Back(back.to(), Optional.of(why)));
            return Offers.ask(context, caller, home, effects);
        });
    }

    /** What ends when the two part. */
    @FunctionalInterface
    private interface Parting {
        Effects from(Effects effects);
    }

    /** How the call goes on to voice mail. */
    @FunctionalInterface
    private interface Onward {
        CallStep along(Route route, Redirection how);
    }

    /**
     * Where messages for somebody are.
     *
     * @param by who diverts
     * @param redirection how the call came to them
     */
    private record Mailbox(CallContext context, Divert divert, Terminal by, Optional<Redirection> redirection) {
        CallStep divert(CallState state, Onward onward) {
            var pilot = pilot();
            if (pilot.isEmpty()) {
                return refuse(state, divert.leg(), Phrase.KEY_NOT_ACTIVE);
            }
            return route(pilot.get())
                    .filter(Mailbox::leadsToSomebody)
                    .map(route -> onward.along(route, how()))
                    .orElseGet(() -> refuse(state, divert.leg(), Phrase.TEMPORARY_FAILURE));
        }

        /** Whom the caller wanted at first, where that counts and it was somebody else. */
        private Optional<Redirection> wanted() {
            return redirection.filter(_ ->
                    divert.mailbox().isEmpty() && context.features().divert().toOriginalCalled());
        }

        private Redirection how() {
            return divert.mailbox()
                    .map(theirs -> Redirection.from(theirs, Reason.DIVERT))
                    .orElseGet(this::own);
        }

        private Redirection own() {
            return wanted().map(before -> before.then(by.party(), Reason.DIVERT))
                    .orElseGet(() -> Redirection.from(by.party(), Reason.DIVERT));
        }

        private Optional<String> pilot() {
            return divert.mailbox()
                    .map(theirs -> route(theirs.number()).flatMap(Mailbox::lineOf))
                    .orElseGet(() -> by.line().flatMap(this::line))
                    .flatMap(line -> line.voiceMail().pilot())
                    .or(context.features().voiceMail()::pilot);
        }

        /** Another one's line is looked for beside that of who diverts. */
        private Optional<Line> line(LineAppearance own) {
            DialPlan plan = context.dialPlan();
            var number = wanted().map(before -> before.original().number())
                    .filter(digits -> !digits.isEmpty())
                    .map(DirectoryNumber::new);
            return plan.line(number.orElse(own.number()), own.partition());
        }

        private Optional<Route> route(String pilot) {
            return context.dialPlan().analyse(divert.order(), pilot).now();
        }

        private static Optional<Line> lineOf(Route route) {
            return route.target() instanceof Destination(var line, var _) ? Optional.of(line) : Optional.empty();
        }

        private static boolean leadsToSomebody(Route route) {
            return route.codes().isNone()
                    && switch (route.target()) {
                        case Target.Hunt _, Target.Outside _ -> true;
                        case Destination line -> !line.appearances().isEmpty();
                        case FeatureNumber _, Target.Refusal _ -> false;
                    };
        }
    }
}
