package org.keyline.processing.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.keyline.callcontrol.call.Call;
import org.keyline.callcontrol.call.CallEffect;
import org.keyline.callcontrol.call.CallEffect.Offer;
import org.keyline.callcontrol.call.CallEffect.ReportMediaFailure;
import org.keyline.callcontrol.call.CallEffect.StartTimer;
import org.keyline.callcontrol.call.CallEffect.StopTimer;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.call.CallEffect.ToCall;
import org.keyline.callcontrol.call.CallEffect.Wipe;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.Playback;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.processing.call.Calls.Surroundings;
import org.keyline.processing.record.CallWatch;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actor of one call: runs the call machine, keeps its one timer, and takes what it says to the devices of its legs,
 * all words of one step to one device in one message. A defect ends this call and no other.
 */
final class CallActor {
    private static final Logger LOG = LoggerFactory.getLogger(CallActor.class);
    private static final String TIMER = "timer";

    private final OngoingCall call;
    private final LegRegister register;
    private final Surroundings around;
    private final Consumer<OngoingCall> over;
    private final ActorRef<CallSignal> self;
    private final TimerScheduler<CallSignal> timers;
    private final String name;
    private final CallWatch watch;
    private final Map<CallReference, LegOwner> legs = new LinkedHashMap<>(4);
    private final List<CallReference> rooms = new ArrayList<>(1);
    private List<Integer> references;

    private CallActor(
            OngoingCall call,
            LegRegister register,
            Surroundings around,
            Consumer<OngoingCall> over,
            ActorRef<CallSignal> self,
            TimerScheduler<CallSignal> timers) {
        this.call = call;
        this.register = register;
        this.around = around;
        this.over = over;
        this.self = self;
        this.timers = timers;
        this.name = "call " + Integer.toUnsignedString(call.number());
        this.references = List.of(call.number());
        this.watch = new CallWatch(call.number(), around.records(), register, around.clock());
    }

    static Behavior<CallSignal> behavior(
            OngoingCall call,
            LegOwner owner,
            Originate originate,
            LegRegister register,
            Surroundings around,
            Consumer<OngoingCall> over) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            var actor = new CallActor(call, register, around, over, context.getSelf(), timers);
            actor.enlist(originate.caller().reference(), owner);
            return Behaviors.receiveMessage(actor::receive);
        }));
    }

    private Behavior<CallSignal> receive(CallSignal signal) {
        try {
            step(signal);
        } catch (RuntimeException defect) {
            endBy(defect, signal);
        }
        if (call.state() instanceof CallState.Ended) {
            legs.keySet().forEach(leg -> register.forget(leg, self));
            rooms.forEach(room -> register.forget(room, self));
            over.accept(call);
            around.changes().tell();
            return Behaviors.stopped();
        }
        return Behaviors.same();
    }

    private void step(CallSignal signal) {
        if (signal instanceof CallSignal.HandedOver handed) {
            handed.arrival().legs().forEach(leg -> adopt(leg.reference()));
        }
        var step = Playback.step(around.context().get(), call.call(), signal);
        var before = call.state();
        call.become(step.next());
        watch.step(before, signal, call.state());
        record(sender(signal), name, (Record) signal, Optional.of((Record) call.state()));
        perform(step.effects());
        if (!step.effects().isEmpty()) {
            around.changes().tell();
        }
    }

    private void perform(List<CallEffect> effects) {
        var words = new LinkedHashMap<CallReference, List<LegEvent>>(4);
        for (var effect : effects) {
            switch (effect) {
                case Tell(var event) -> say(words, event);
                case Offer offer -> offer(words, offer);
                case CallEffect.Hunted(var group, var member) ->
                    around.hunting().offered(group, member);
                case CallEffect.RouteListExhausted(var list) ->
                    around.alarms().raise(AlarmCatalogue.ROUTE_LIST_EXHAUSTED, Map.of("routeList", list));
                case CallEffect.Billed(var billing) -> watch.billed(billing);
                case CallEffect.MaliciousCall malicious -> malicious(malicious);
                case CallEffect.Vacate(var slot, var leg) -> around.parking().vacate(slot, leg);
                case CallEffect.OpenRoom(var number, var room) -> {
                    rooms.add(room);
                    register.enlist(room, self, call.number());
                    around.meetings().ready(number, room);
                }
                case CallEffect.CloseRoom(var number, var room) ->
                    around.meetings().close(number, room);
                case CallEffect.MessagesWait(var line, var waiting, var by) ->
                    around.settings().messagesWaiting(line.number(), line.partition(), waiting, by);
                case ToCall(var leg, var signal) -> register.tell(leg, signal);
                case StartTimer(var timer, var own) -> start(timer, own);
                case StopTimer() -> timers.cancel(TIMER);
                case CallEffect.AwaitReport(var leg, var stream) ->
                    timers.startSingleTimer(
                            stream,
                            new CallSignal.ReportDue(leg, stream),
                            around.context().get().settings().media());
                case Wipe(var keys) -> keys.wipe();
                case ReportMediaFailure(var device, var leg, var reason) ->
                    around.alarms()
                            .raise(
                                    AlarmCatalogue.MEDIA_FAILED,
                                    Map.of("device", device.text(), "call", leg.toString(), "reason", reason));
            }
        }
        words.forEach(this::deliver);
    }

    private void malicious(CallEffect.MaliciousCall call) {
        watch.malicious();
        around.alarms()
                .raise(
                        AlarmCatalogue.MALICIOUS_CALL,
                        Map.of(
                                "device", device(call.leg()),
                                "calling", call.calling().number(),
                                "called", call.called().number()));
    }

    private void start(CallTimer timer, Optional<Duration> own) {
        timers.startSingleTimer(
                TIMER,
                new CallSignal.Expired(timer),
                own.orElseGet(() -> timer.duration(around.context().get().settings())));
    }

    private void offer(Map<CallReference, List<LegEvent>> words, Offer offer) {
        var leg = offer.event().leg();
        var owner = around.owners().find(offer.device());
        if (owner.isEmpty()) {
            self.tell(new CallSignal.Rejected(leg, Cause.DESTINATION_OUT_OF_ORDER));
            return;
        }
        enlist(leg, owner.get());
        say(words, offer.event());
    }

    private void enlist(CallReference leg, LegOwner owner) {
        legs.put(leg, owner);
        references = legs.keySet().stream().map(CallReference::value).toList();
        register.enlist(leg, owner, self, call.number());
    }

    /** A leg of another call comes here. */
    private void adopt(CallReference leg) {
        register.owner(leg).ifPresent(owner -> enlist(leg, owner));
    }

    private static void say(Map<CallReference, List<LegEvent>> words, LegEvent event) {
        words.computeIfAbsent(event.leg(), _ -> new ArrayList<>(4)).add(event);
    }

    private void deliver(CallReference leg, List<LegEvent> events) {
        var owner = legs.get(leg);
        if (owner != null) {
            events.forEach(event -> record(name, owner.device().text(), (Record) event, Optional.empty()));
            owner.hear(self, events);
        }
    }

    private void record(String from, String to, Record signal, Optional<Record> state) {
        around.trace().record(references, from, to, signal, state);
    }

    private String sender(CallSignal signal) {
        return switch (signal) {
            case Originate(var caller, var _, var _, var _, var _) -> device(caller.reference());
            case CallSignal.LegSignal ofLeg -> device(ofLeg.leg());
            case CallSignal.Moved(var leg) -> device(leg);
            case CallSignal.BetweenCalls _ -> "another call";
            case CallSignal.Expired _ -> "timer";
        };
    }

    private String device(CallReference leg) {
        var owner = legs.get(leg);
        return owner == null ? name : owner.device().text();
    }

    /** Of the legs that are still here; those that went to another call have there what they need. */
    private void giveBandwidthBack() {
        var bandwidth = around.context().get().bandwidth();
        for (var leg : legs.keySet()) {
            register.call(leg).filter(number -> number == call.number()).ifPresent(_ -> bandwidth.release(leg));
        }
    }

    private void endBy(RuntimeException defect, CallSignal signal) {
        LOG.atError()
                .addKeyValue("call", name)
                .addKeyValue("signal", signal.getClass().getSimpleName())
                .setCause(defect)
                .log("A defect ended a call");
        around.alarms().raise(AlarmCatalogue.INTERNAL_ERROR, Map.of("where", name, "reason", String.valueOf(defect)));
        legs.forEach((leg, owner) -> owner.hear(self, List.of(new LegEvent.Cleared(leg))));
        watch.broken();
        around.parking().forget(legs.keySet());
        giveBandwidthBack();
        around.meetings().forget(rooms);
        call.become(new Call(new CallState.Ended(), List.of()));
    }
}
