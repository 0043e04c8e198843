package org.keyline.processing.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.device.DeviceEffect.Begin;
import org.keyline.callcontrol.device.DeviceEffect.Command;
import org.keyline.callcontrol.device.DeviceEffect.DoNotDisturb;
import org.keyline.callcontrol.device.DeviceEffect.Follow;
import org.keyline.callcontrol.device.DeviceEffect.ForwardAll;
import org.keyline.callcontrol.device.DeviceEffect.HuntGroups;
import org.keyline.callcontrol.device.DeviceEffect.Private;
import org.keyline.callcontrol.device.DeviceEffect.Signal;
import org.keyline.callcontrol.device.DeviceEffect.Unfollow;
import org.keyline.callcontrol.device.DeviceMachine;
import org.keyline.callcontrol.device.DeviceState;
import org.keyline.callcontrol.device.DeviceStep;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.callcontrol.station.StationSignal.Statistics;
import org.keyline.processing.device.StationMessage.ConnectionGone;
import org.keyline.processing.device.StationMessage.CutOff;
import org.keyline.processing.device.StationMessage.Deleted;
import org.keyline.processing.device.StationMessage.FollowedLongEnough;
import org.keyline.processing.device.StationMessage.FromCall;
import org.keyline.processing.device.StationMessage.FromPhone;
import org.keyline.processing.device.StationMessage.LineIs;
import org.keyline.processing.device.StationMessage.PickupAlert;
import org.keyline.processing.device.StationMessage.PrivacyChanged;
import org.keyline.processing.device.StationMessage.Reconfigured;
import org.keyline.processing.device.StationMessage.ResetWanted;
import org.keyline.processing.device.StationMessage.WatchingChanged;
import org.keyline.processing.presence.LineReporter;
import org.keyline.processing.presence.RingReporter;

/**
 * The actor of one registered device: runs the device machine, begins calls, and gives its phone all commands of a step
 * at once. It lives as long as the registration; a defect ends the registration, and the phone registers anew.
 */
final class StationActor {
    private final Registration registration;
    private final Switchboard switchboard;
    private final LineReporter reporter;
    private final RingReporter rings;
    private final Map<CallReference, ActorRef<CallSignal>> calls = HashMap.newHashMap(2);
    private final LegCounters counters = new LegCounters();
    private DeviceState state;
    private Optional<Reset.Kind> wantedReset = Optional.empty();

    private StationActor(Registration registration, DeviceState state, Switchboard switchboard) {
        this.registration = registration;
        this.state = state;
        this.switchboard = switchboard;
        this.reporter = new LineReporter(switchboard.lamps());
        this.rings = new RingReporter(switchboard.notices(), registration);
        look();
    }

    static Behavior<StationMessage> behavior(Registration registration, DeviceState state, Switchboard switchboard) {
        return Behaviors.setup(
                _ -> Behaviors.receiveMessage(new StationActor(registration, state, switchboard)::receive));
    }

    private Behavior<StationMessage> receive(StationMessage message) {
        try {
            return hear(message);
        } catch (RuntimeException defect) {
            switchboard.defect(registration, message, defect);
            gone();
            switchboard.lamps().unfollow(registration);
            calls.forEach((leg, call) -> call.tell(new CallSignal.Vanished(leg)));
            return Behaviors.stopped();
        }
    }

    private Behavior<StationMessage> hear(StationMessage message) {
        return switch (message) {
            case FromPhone(var signal) -> phoneSaid(signal);
            case FromCall(var call, var events) -> callSaid(call, events);
            case Reconfigured(var phone, var site) ->
                perform(DeviceMachine.onConfigured(state, phone, site, switchboard.context()));
            case LineIs(var line, var status, var at) ->
                perform(DeviceMachine.onLine(state, line, status, at, switchboard.context()));
            case FollowedLongEnough(var line) ->
                perform(DeviceMachine.onFollowedLongEnough(state, line, switchboard.context()));
            case PickupAlert() -> perform(DeviceMachine.onPickupAlert(state, switchboard.context()));
            case PrivacyChanged() -> perform(DeviceMachine.onPrivacy(state, switchboard.context()));
            case WatchingChanged() -> {
                reporter.lookAnew(state);
                rings.look(state);
                yield Behaviors.same();
            }
            case ResetWanted(var kind) -> {
                wantedReset = Optional.of(kind);
                resetWhenIdle();
                yield Behaviors.same();
            }
            case ConnectionGone(var reason) -> leave(reason);
            case CutOff(var reason) -> {
                registration.link().close(reason);
                yield leave(reason);
            }
            case Deleted() -> {
                registration.link().deliver(List.of(new Reset(Reset.Kind.RESET)));
                registration.link().close("deleted");
                yield leave("deleted");
            }
        };
    }

    private Behavior<StationMessage> phoneSaid(StationSignal signal) {
        if (signal instanceof Statistics counted) {
            counters.answered(registration.device(), counted).ifPresent(switchboard.records()::measured);
        }
        var context = switchboard.context();
        return perform(DeviceMachine.onSignal(state, signal, context));
    }

    private Behavior<StationMessage> callSaid(ActorRef<CallSignal> call, List<LegEvent> events) {
        for (var event : events) {
            if (event instanceof LegEvent.Moved(var leg)) {
                call.tell(new CallSignal.Moved(leg));
            } else {
                // Whoever speaks to a leg is its call from then on.
                calls.put(event.leg(), call);
            }
        }
        var context = switchboard.context();
        return perform(DeviceMachine.onEvents(state, events, context));
    }

    private Behavior<StationMessage> leave(String reason) {
        phoneSaid(new StationSignal.Gone(reason));
        gone();
        return Behaviors.stopped();
    }

    private void look() {
        reporter.look(state);
        rings.look(state);
    }

    private void gone() {
        reporter.gone();
        rings.gone();
    }

    private Behavior<StationMessage> perform(DeviceStep step) {
        var commands = new ArrayList<StationCommand>(step.effects().size());
        for (var effect : step.effects()) {
            switch (effect) {
                case Command(var command) -> commands.add(command);
                case Begin(var originate) ->
                    calls.put(
                            originate.caller().reference(), switchboard.calls().begin(registration, originate));
                case ForwardAll(var line, var to) ->
                    switchboard.settings().forwardAll(line.number(), line.partition(), to, registration.device());
                case DoNotDisturb(var active) -> switchboard.settings().doNotDisturb(registration.device(), active);
                case Private(var active) -> switchboard.settings().privacy(registration.device(), active);
                case Follow(var line, var atMost) -> switchboard.lamps().follow(registration, line, atMost);
                case Unfollow() -> switchboard.lamps().unfollow(registration);
                case HuntGroups(var loggedIn) -> switchboard.settings().huntGroups(registration.device(), loggedIn);
                case Signal(var leg, var signal) -> tell(leg, signal);
            }
        }
        state = step.next();
        forgetCallsThatAreOver();
        registration.inCall(!state.isIdle());
        look();
        if (!commands.isEmpty()) {
            registration.link().deliver(asking(commands));
        }
        resetWhenIdle();
        return Behaviors.same();
    }

    private List<StationCommand> asking(List<StationCommand> commands) {
        return switchboard.records().wanted().quality()
                ? counters.asking(commands, state.phone())
                : counters.quiet(commands);
    }

    private void tell(CallReference leg, CallSignal signal) {
        var call = calls.get(leg);
        if (call != null) {
            call.tell(signal);
        }
    }

    private void forgetCallsThatAreOver() {
        var alive = state.calls();
        if (calls.size() != alive.size()) {
            calls.keySet().retainAll(Set.copyOf(alive));
        }
    }

    private void resetWhenIdle() {
        if (wantedReset.isPresent() && state.isIdle()) {
            registration.link().deliver(List.of(new Reset(wantedReset.get())));
            wantedReset = Optional.empty();
        }
    }
}
