package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.Onlooking;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallSignal.PrivacyChanged;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallSignal.Resume;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Leaving;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Elsewhere;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.device.LineInstance;

/**
 * Shared lines: a call that somebody has at one appearance of a line is shown at the others, and one that is held may
 * be taken back at any of them. This lies around {@link CallMachine}, which knows nothing of it: it watches what a leg
 * is told, and tells the leg's onlookers their part.
 *
 * <table>
 * <caption>What a leg is told, and what its onlookers are</caption>
 * <tr><th>the leg</th><th>its onlookers</th></tr>
 * <tr><td>begins a call</td><td>InUseElsewhere: they become onlookers</td></tr>
 * <tr><td>AnsweredElsewhere</td><td>it becomes an onlooker of who answered: InUseElsewhere</td></tr>
 * <tr><td>Proceeding, Connected, Resumed, Updated</td><td>InUseElsewhere</td></tr>
 * <tr><td>Held</td><td>InUseElsewhere, held</td></tr>
 * <tr><td>any of these, its user keeps calls private</td><td>InUseElsewhere, private, of nobody; see {@link
 * Privacy}</td></tr>
 * <tr><td>Cleared, Moved; the call ends</td><td>Cleared</td></tr>
 * </table>
 *
 * <table>
 * <caption>What an onlooker says</caption>
 * <tr><th>signal</th><th>then</th></tr>
 * <tr><td>Onlooking</td><td>from now on it can take the call over</td></tr>
 * <tr><td>Resume, while its line alone holds</td><td>it takes the place of the leg it looked at, which looks on now;
 * without bandwidth InUseElsewhere as it is, FeatureRefused</td></tr>
 * <tr><td>Barge</td><td>see {@link Barges} and {@link ConferenceBarges}; who leaves then looks on again</td></tr>
 * <tr><td>Resume else</td><td>InUseElsewhere as it is</td></tr>
 * <tr><td>Resume or Barge of a call that is private</td><td>refused with the reason</td></tr>
 * <tr><td>it ends, or is not there</td><td>it looks on no more</td></tr>
 * </table>
 */
public final class SharedLines {
    private final CallContext context;
    private final List<Onlooker> onlookers;
    private final List<Onlooker> guests;
    private final List<CallEffect> effects = new ArrayList<>();

    private SharedLines(CallContext context, Call call) {
        this.context = context;
        this.onlookers = new ArrayList<>(call.onlookers());
        this.guests = new ArrayList<>(call.guests());
    }

    /** One step of a call with all its appearances. Pure but for the keys and references that {@code context} makes. */
    public static CallChange step(CallContext context, Call call, CallSignal signal) {
        var shared = new SharedLines(context, call);
        if (signal instanceof CallSignal.Vanished(var leg)) {
            shared.guests.removeIf(guest -> guest.reference().equals(leg));
        }
        if (signal instanceof LegSignal ofLeg) {
            var onlooker = call.onlooker(ofLeg.leg());
            if (onlooker.isPresent()) {
                return shared.said(call, onlooker.get(), ofLeg);
            }
        }
        if (signal instanceof PrivacyChanged(var leg) && !(call.state() instanceof Leaving)) {
            shared.ofLeg(leg).stream().filter(onlooker -> !onlooker.refused()).forEach(shared::show);
            return shared.unchanged(call);
        }
        if (signal instanceof Originate originate) {
            shared.show(originate);
        }
        var step = CallMachine.step(context, call.state(), signal);
        if (signal instanceof CallSignal.Vanished(var leg)) {
            shared.left(leg, step.next());
        }
        return shared.after(step);
    }

    private CallChange after(CallStep step) {
        for (var effect : step.effects()) {
            if (effect instanceof Tell(LegEvent.AnsweredElsewhere(var ringing, var by, var parties))) {
                look(ringing, by, parties);
            } else if (!(effect instanceof Tell(LegEvent.Cleared(var leg)) && looksOnAgain(leg, step.next()))) {
                effects.add(effect);
            }
            if (effect instanceof Tell(var event) && !onlookers.isEmpty()) {
                toOnlookers(event, step.next());
            }
        }
        if (step.next() instanceof Ended) {
            List.copyOf(onlookers).forEach(this::clear);
        }
        return new CallChange(new Call(step.next(), onlookers, guests, List.of()), effects);
    }

    /** The other appearances of the caller's line see that it is taken. */
    private void show(Originate originate) {
        var caller = originate.caller();
        for (var at : originate.sharing()) {
            var leg = context.references().next();
            var parties =
                    new CallParties(Direction.OUTBOUND, caller.terminal().party(), Party.UNKNOWN, Optional.empty());
            var onlooker = new Onlooker(leg, caller, Optional.empty(), new Shown(parties, false));
            onlookers.add(onlooker);
            effects.add(new CallEffect.Offer(at.device(), inUse(onlooker, at.line())));
        }
    }

    /** The call as it is seen elsewhere: who wants privacy is not shown. */
    private LegEvent inUse(Onlooker onlooker, LineInstance line) {
        var seen = onlooker.seen();
        if (context.privacy().hides(onlooker.of().terminal().device(), seen.held())) {
            return new LegEvent.InUseElsewhere(
                    onlooker.reference(), line, seen.parties().hidden(), Elsewhere.PRIVATE);
        }
        return new LegEvent.InUseElsewhere(
                onlooker.reference(), line, seen.parties(), seen.held() ? Elsewhere.HELD : Elsewhere.IN_USE);
    }

    private void show(Onlooker onlooker) {
        tell(inUse(onlooker, LineInstance.NONE));
    }

    /** It rang, and somebody else with the same line answered. */
    private void look(Leg leg, Leg by, CallParties parties) {
        var onlooker = new Onlooker(leg.reference(), by, Optional.of(leg.terminal()), new Shown(parties, false));
        onlookers.add(onlooker);
        show(onlooker);
    }

    private void toOnlookers(LegEvent event, CallState next) {
        switch (event) {
            case LegEvent.Proceeding(var leg, var _, var parties) -> show(leg, parties, false);
            case LegEvent.Connected(var leg, var parties) -> show(leg, parties, false);
            case LegEvent.Resumed(var leg, var parties) -> show(leg, parties, false);
            case LegEvent.Updated(var leg, var parties) -> show(leg, parties, false);
            case LegEvent.Held(var leg, var parties) -> show(leg, parties, true);
            case LegEvent.Cleared(var leg) -> left(leg, next);
            case LegEvent.Moved(var leg) -> ofLeg(leg).forEach(this::clear);
            case LegEvent.Offered _,
                    LegEvent.FirstDigitTaken _,
                    LegEvent.Collected _,
                    LegEvent.DigitErased _,
                    LegEvent.OutsideDialTone _,
                    LegEvent.CodeAsked _,
                    LegEvent.FarRinging _,
                    LegEvent.Answered _,
                    LegEvent.AnsweredElsewhere _,
                    LegEvent.InUseElsewhere _,
                    LegEvent.FarHeld _,
                    LegEvent.FeatureRefused _,
                    LegEvent.ConferenceRefused _,
                    LegEvent.Participants _,
                    LegEvent.Parked _,
                    LegEvent.TakenElsewhere _,
                    LegEvent.Refused _,
                    LegEvent.BargedIn _,
                    LegEvent.HoldReverted _,
                    LegEvent.MarkedMalicious _,
                    LegEvent.Confirmed _,
                    LegEvent.Seated _,
                    LegEvent.Relaying _,
                    LegEvent.Playing _,
                    LegEvent.Media _ -> {}
        }
    }

    private void show(CallReference leg, CallParties parties, boolean held) {
        for (var onlooker : ofLeg(leg)) {
            var seeing = onlooker.seeing(new Shown(parties, held));
            replace(onlooker, seeing);
            show(seeing);
        }
    }

    /** Who looked at a leg that is gone looks at a guest of the same line who is still there, if there is one. */
    private void left(CallReference leg, CallState next) {
        var heir = guests.stream()
                .filter(guest -> guest.looksAt(leg))
                .filter(guest -> Shown.of(next, guest.reference()).isPresent())
                .findFirst();
        for (var onlooker : ofLeg(leg)) {
            heir.ifPresentOrElse(guest -> follow(onlooker, guest, next), () -> clear(onlooker));
        }
    }

    private void follow(Onlooker onlooker, Onlooker guest, CallState next) {
        var following = onlooker.of(new Leg(guest.reference(), guest.terminal().orElseThrow()))
                .seeing(Shown.of(next, guest.reference()).orElseThrow());
        replace(onlooker, following);
        if (!following.refused()) {
            show(following);
        }
    }

    private CallChange said(Call call, Onlooker onlooker, LegSignal signal) {
        switch (signal) {
            case Onlooking(var _, var terminal) -> replace(onlooker, onlooker.at(terminal));
            case Resume _ -> {
                return resume(call, onlooker);
            }
            case CallSignal.Barge(var _, var conference) -> {
                return barge(call, onlooker, conference);
            }
            case Release _ when onlooker.refused() -> lookOn(call.state(), onlooker);
            case Release _ -> clear(onlooker);
            case LegEnd _, Rejected _ -> onlookers.remove(onlooker);
            case CallSignal.Dial _,
                    CallSignal.Alerting _,
                    CallSignal.Answer _,
                    CallSignal.Hold _,
                    CallSignal.Transfer _,
                    CallSignal.Confer _,
                    CallSignal.Drop _,
                    CallSignal.ListParticipants _,
                    CallSignal.Park _,
                    CallSignal.Divert _,
                    CallSignal.MarkMalicious _,
                    PrivacyChanged _,
                    CallSignal.MediaReport _,
                    CallSignal.GroupReport _ -> {}
        }
        return unchanged(call);
    }

    /** The call stands as it did, whoever looks on. */
    private CallChange unchanged(Call call) {
        return new CallChange(new Call(call.state(), onlookers, guests, List.of()), effects);
    }

    private CallChange resume(Call call, Onlooker onlooker) {
        if (isHidden(onlooker, true)) {
            show(onlooker);
            tell(new LegEvent.FeatureRefused(onlooker.reference(), Phrase.PRIVATE));
            return unchanged(call);
        }
        if (call.state() instanceof OnHold onHold && onlooker.terminal().isPresent()) {
            var side = onHold.parties().side(onlooker.of().reference()).filter(onHold.holders()::contains);
            if (side.isPresent()) {
                var taken =
                        taken(onHold, side.get(), onlooker, onlooker.terminal().get());
                if (Conversations.mayResume(context, taken, side.get())) {
                    return takeOver(onHold.parties().leg(side.get()), taken, side.get(), onlooker);
                }
                refuse(call, onlooker);
                tell(new LegEvent.FeatureRefused(onlooker.reference(), Phrase.NOT_ENOUGH_BANDWIDTH));
                return unchanged(call);
            }
        }
        refuse(call, onlooker);
        return unchanged(call);
    }

    /** It is shown as it is. */
    private void refuse(Call call, Onlooker onlooker) {
        var seeing = Shown.of(call.state(), onlooker.of().reference())
                .map(onlooker::seeing)
                .orElse(onlooker);
        replace(onlooker, seeing);
        show(seeing);
    }

    private boolean isHidden(Onlooker onlooker, boolean held) {
        return context.privacy().hides(onlooker.of().terminal().device(), held);
    }

    /** The call with the onlooker in the place of the leg it looked at. */
    private static OnHold taken(OnHold onHold, Side side, Onlooker onlooker, Terminal terminal) {
        return new OnHold(
                onHold.parties().with(side, new Leg(onlooker.reference(), terminal)),
                onHold.holders(),
                onHold.generation());
    }

    /** The onlooker comes into the call, or hears why not. */
    private CallChange barge(Call call, Onlooker onlooker, boolean conference) {
        var state = call.state();
        var terminal = onlooker.terminal();
        var objection = objection(state, onlooker, conference);
        if (objection.isPresent()) {
            replace(onlooker, onlooker.refused(true));
            tell(new LegEvent.Refused(onlooker.reference(), Cause.USER_BUSY));
            tell(new LegEvent.FeatureRefused(onlooker.reference(), objection.get()));
            return unchanged(call);
        }
        onlookers.remove(onlooker);
        guests.add(onlooker);
        var guest = new Leg(onlooker.reference(), terminal.orElseThrow());
        return after(
                conference
                        ? ConferenceBarges.enter(context, state, guest)
                        : Barges.enter(
                                context,
                                (CallState.Talking) state,
                                onlooker.of().reference(),
                                guest));
    }

    /** Why the onlooker cannot come into the call, if they cannot. */
    private Optional<Phrase> objection(CallState state, Onlooker onlooker, boolean conference) {
        if (onlooker.terminal().isEmpty()) {
            return Optional.of(Phrase.CANNOT_BARGE);
        }
        if (isHidden(onlooker, false)) {
            return Optional.of(Phrase.PRIVATE);
        }
        return conference
                ? ConferenceBarges.objection(context, state, onlooker.terminal().get())
                : Barges.objection(
                        context,
                        state,
                        onlooker.of().reference(),
                        onlooker.terminal().get());
    }

    /** A guest who leaves a call that goes on sees it as before. */
    private boolean looksOnAgain(CallReference leg, CallState next) {
        var guest = guests.stream().filter(one -> one.reference().equals(leg)).findFirst();
        guest.ifPresent(guests::remove);
        if (guest.isEmpty() || !canBeSeen(next, guest.get())) {
            return false;
        }
        onlookers.add(guest.get());
        lookOn(next, guest.get());
        return true;
    }

    private static boolean canBeSeen(CallState state, Onlooker onlooker) {
        return Shown.of(state, onlooker.of().reference()).isPresent();
    }

    private void lookOn(CallState state, Onlooker onlooker) {
        Shown.of(state, onlooker.of().reference())
                .ifPresentOrElse(
                        shown -> {
                            var seeing = onlooker.refused(false).seeing(shown);
                            replace(onlooker, seeing);
                            show(seeing);
                        },
                        () -> clear(onlooker));
    }

    private CallChange takeOver(Leg former, OnHold taken, Side side, Onlooker onlooker) {
        var parties = taken.parties();
        var taking = parties.leg(side);
        onlookers.remove(onlooker);
        onlookers.replaceAll(other -> other.looksAt(former.reference()) ? other.of(taking) : other);
        onlookers.add(new Onlooker(former.reference(), taking, Optional.of(former.terminal()), onlooker.seen()));
        var resumed = CallMachine.step(context, taken, new Resume(onlooker.reference()));
        var other = side.other();
        var all = new ArrayList<CallEffect>();
        all.add(new Tell(new LegEvent.Updated(parties.leg(other).reference(), parties.seenFrom(other, false))));
        all.addAll(resumed.effects());
        return after(new CallStep(resumed.next(), all));
    }

    private List<Onlooker> ofLeg(CallReference leg) {
        return onlookers.stream().filter(other -> other.looksAt(leg)).toList();
    }

    private void clear(Onlooker onlooker) {
        onlookers.remove(onlooker);
        tell(new LegEvent.Cleared(onlooker.reference()));
    }

    private void replace(Onlooker before, Onlooker after) {
        onlookers.set(onlookers.indexOf(before), after);
    }

    private void tell(LegEvent event) {
        effects.add(new Tell(event));
    }
}
