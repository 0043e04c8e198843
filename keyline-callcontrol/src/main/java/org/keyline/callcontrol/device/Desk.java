package org.keyline.callcontrol.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.Answer;
import org.keyline.callcontrol.call.CallSignal.Hold;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallSignal.Resume;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.device.DeviceEffect.Begin;
import org.keyline.callcontrol.device.DeviceEffect.Command;
import org.keyline.callcontrol.device.DeviceEffect.Signal;
import org.keyline.callcontrol.device.Intent.AnswerCall;
import org.keyline.callcontrol.device.Intent.BargeIn;
import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.device.Intent.ResumeCall;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Line;

/**
 * One step of a device being made: the state so far and the effects so far. It keeps the rule that only one call has
 * the user's ear: whoever wants another call says so as an {@link Intent}; the active call is held, or ended where
 * there is nothing to hold, and when it is out of the way the intent comes true.
 */
final class Desk {
    private final CallContext context;
    private final List<DeviceEffect> effects = new ArrayList<>(6);
    private DeviceState state;

    Desk(DeviceState state, CallContext context) {
        this.state = state;
        this.context = context;
    }

    CallContext context() {
        return context;
    }

    DeviceState state() {
        return state;
    }

    void become(DeviceState next) {
        state = next;
    }

    void tellPhone(StationCommand command) {
        effects.add(new Command(command));
    }

    /** Says why a key did not do what it is for. */
    void explain(DeviceLeg leg, Phrase why) {
        explain(leg.line(), leg.reference(), why);
    }

    private void explain(LineInstance line, CallReference call, Phrase why) {
        tellPhone(new StationCommand.Explain(line, call, why));
    }

    /** The key does nothing for this call now. */
    void notActive(DeviceLeg leg) {
        explain(leg, Phrase.KEY_NOT_ACTIVE);
    }

    /** The key does nothing now. */
    void notActive() {
        explain(LineInstance.NONE, CallReference.NONE, Phrase.KEY_NOT_ACTIVE);
    }

    void tellCall(CallReference leg, CallSignal signal) {
        effects.add(new Signal(leg, signal));
    }

    void add(DeviceEffect effect) {
        effects.add(effect);
    }

    DeviceStep step() {
        return new DeviceStep(state, effects);
    }

    /**
     * The user wants this: at once, or when the active call is out of the way. Where there would be no room for a call,
     * the active one stays as it is.
     */
    void want(Intent intent) {
        if (intent instanceof PlaceCall place && !hasRoom(place)) {
            notActive();
            return;
        }
        state = state.wanting(Optional.of(intent));
        state.active().ifPresent(this::putAside);
        settle();
    }

    /** Whether there is room for a call, once one that can not be held has ended for it. */
    private boolean hasRoom(PlaceCall place) {
        return state.active()
                .filter(leg -> !leg.phase().isHeldForAnother())
                .map(leg -> state.without(leg.reference()))
                .orElse(state)
                .lineForNewCall(place.line())
                .isPresent();
    }

    /** Lets a waiting intent come true, or a waiting call ring, once no call is active. */
    void settle() {
        var active = state.active();
        if (active.isPresent()) {
            active.filter(leg ->
                            leg.phase() == LegPhase.REFUSED && state.intent().isPresent())
                    .ifPresent(this::putAside);
            return;
        }
        var intent = state.intent();
        state = state.wanting(Optional.empty());
        intent.ifPresentOrElse(this::fulfil, this::ringWaiting);
    }

    /** A call that was to be held rings at its far end instead: there is nothing to hold, so it ends. */
    void reconsider() {
        if (state.intent().isPresent()) {
            state.active().ifPresent(this::putAside);
        }
    }

    private void putAside(DeviceLeg active) {
        var leg = active.reference();
        tellCall(leg, active.phase().isHeldForAnother() ? new Hold(leg, isForConsultation()) : new Release(leg));
    }

    /** Whether what waits for the call to get out of the way is a question before a transfer or a conference. */
    private boolean isForConsultation() {
        return state.intent()
                .filter(intent -> intent instanceof PlaceCall place
                        && place.consultation().isPresent())
                .isPresent();
    }

    private void fulfil(Intent intent) {
        switch (intent) {
            case AnswerCall(var reference, var speaker) ->
                take(reference, leg -> leg == LegPhase.RINGING, LegPhase.ANSWERING, speaker, new Answer(reference));
            case ResumeCall(var reference, var speaker) ->
                take(reference, LegPhase::canResume, LegPhase.RESUMING, speaker, new Resume(reference));
            case BargeIn(var reference, var conference, var speaker) ->
                take(
                        reference,
                        leg -> leg == LegPhase.REMOTE,
                        LegPhase.RESUMING,
                        speaker,
                        new CallSignal.Barge(reference, conference));
            case PlaceCall place -> place(place);
        }
    }

    private void take(
            CallReference reference, Predicate<LegPhase> from, LegPhase to, boolean speaker, CallSignal signal) {
        state.leg(reference)
                .filter(leg -> from.test(leg.phase()))
                .ifPresentOrElse(
                        leg -> {
                            state = state.with(leg.in(to).withSpeaker(speaker));
                            tellCall(reference, signal);
                        },
                        this::ringWaiting);
    }

    private void place(PlaceCall place) {
        var line = state.lineForNewCall(place.line());
        if (line.isEmpty() || place.consultation().filter(this::isOver).isPresent()) {
            ringWaiting();
            return;
        }
        var reference = context.references().next();
        var enBloc = place.digits().isPresent();
        var terminal = state.terminal(line.get());
        state = state.plus(new DeviceLeg(
                reference,
                line.get().instance(),
                enBloc ? LegPhase.STARTING : LegPhase.DIALLING,
                place.speaker(),
                false,
                new CallParties(Direction.OUTBOUND, terminal.party(), Party.UNKNOWN, Optional.empty()),
                place.consultation()));
        if (!enBloc) {
            tellPhone(new StationCommand.GiveDialTone(
                    line.get().instance(), reference, place.speaker(), place.purpose()));
        }
        effects.add(new Begin(new Originate(
                new Leg(reference, terminal),
                searchOrder(line.get()),
                place.digits(),
                place.purpose() == Purpose.FORWARD_ALL ? List.of() : sharing(line.get()),
                place.purpose())));
    }

    /** Where numbers dialled at a line are looked up. */
    SearchOrder searchOrder(LineAppearance line) {
        var ofLine = context.dialPlan().line(line.number(), line.partition()).flatMap(Line::callingSearchSpace);
        return new SearchOrder(
                ofLine, state.phone().callingSearchSpace(), state.site().zone());
    }

    /** Where else this line appears, to show the call there; a number that is only taken down is no call. */
    private List<Appearance> sharing(LineAppearance line) {
        var all = context.dialPlan().appearances(line.number(), line.partition());
        return all.size() <= 1
                ? List.of()
                : all.stream()
                        .filter(at -> !at.device().equals(state.phone().name()))
                        .toList();
    }

    /** Whether the call it was for is held no more. */
    private boolean isOver(Consultation consultation) {
        return state.leg(consultation.first())
                .filter(leg -> leg.phase() == LegPhase.HELD)
                .isEmpty();
    }

    private void ringWaiting() {
        for (var leg : state.legs()) {
            if (leg.phase() == LegPhase.RINGING && leg.waiting()) {
                state = state.with(leg.asWaiting(false));
                tellPhone(new StationCommand.Offer(leg.line(), leg.reference(), leg.parties(), Optional.empty()));
            }
        }
    }
}
