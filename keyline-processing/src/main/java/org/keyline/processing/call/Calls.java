package org.keyline.processing.call;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.call.RingingCalls;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.LineSettings;
import org.keyline.processing.engine.Engine;
import org.keyline.processing.engine.SignalTrace;
import org.keyline.processing.presence.RingingCall;
import org.keyline.processing.record.CallRecords;
import org.keyline.processing.view.CallView;
import org.keyline.processing.view.Changes;
import org.keyline.processing.view.EndedCall;
import org.keyline.serviceability.alarm.Alarms;

/** Every call in progress. Safe from any thread. */
public final class Calls implements RingingCalls {
    private static final int KEPT = 200;

    private final Map<Integer, OngoingCall> ongoing = new ConcurrentHashMap<>();
    private final Map<SecurityClass, LongAdder> completed = new EnumMap<>(Map.of(
            SecurityClass.NON_SECURE, new LongAdder(),
            SecurityClass.AUTHENTICATED, new LongAdder(),
            SecurityClass.ENCRYPTED, new LongAdder()));
    private final LegRegister register = new LegRegister();
    private final ArrayDeque<EndedCall> recent = new ArrayDeque<>();
    private final Surroundings surroundings;
    private final Engine engine;

    /**
     * What calls need of the rest.
     *
     * @param context the configuration in force, asked at each step
     * @param records who keeps what calls leave behind
     */
    public record Surroundings(
            Supplier<CallContext> context,
            LegOwners owners,
            SignalTrace trace,
            HuntMemory hunting,
            ParkSlots parking,
            OpenMeetings meetings,
            LineSettings settings,
            Alarms alarms,
            Changes changes,
            CallRecords records,
            Clock clock) {}

    public Calls(Surroundings surroundings, Engine engine) {
        this.surroundings = surroundings;
        this.engine = engine;
    }

    /** Begins a call of a device. */
    public ActorRef<CallSignal> begin(LegOwner owner, Originate originate) {
        var number = originate.caller().reference().value();
        var call = new OngoingCall(number, surroundings.clock());
        ongoing.put(number, call);
        var actor = engine.spawn(CallActor.behavior(call, owner, originate, register, surroundings, this::over));
        actor.tell(originate);
        return actor;
    }

    /** Every call in progress, oldest first. */
    public List<CallView> views() {
        return ongoing.values().stream()
                .flatMap(call -> call.view().stream())
                .sorted(Comparator.comparing(CallView::since).thenComparingInt(CallView::call))
                .toList();
    }

    /** The newest that ended, newest first. */
    public List<EndedCall> recent() {
        synchronized (recent) {
            return List.copyOf(recent);
        }
    }

    /** Looks through all calls: this is asked seldom, and so the calls keep nothing for it. */
    @Override
    public Optional<CallReference> oldest(Predicate<Leg> asked) {
        return ongoing.values().stream()
                .filter(call -> call.ringsAt(asked).isPresent())
                .min(Comparator.comparing(OngoingCall::since).thenComparingInt(OngoingCall::number))
                .flatMap(call -> call.ringsAt(asked));
    }

    /** The call that rings at a leg; empty when it rings there no more. */
    public Optional<RingingCall> ringing(CallReference leg) {
        return register.call(leg)
                .flatMap(number -> Optional.ofNullable(ongoing.get(number)))
                .flatMap(call -> call.ringing(leg));
    }

    /** How many calls are in progress. */
    public int count() {
        return ongoing.size();
    }

    /** How many calls of this class have their audio up. */
    public long active(SecurityClass security) {
        return ongoing.values().stream()
                .filter(call -> call.active().filter(security::equals).isPresent())
                .count();
    }

    /** How many calls of this class had their audio up and are over. */
    public long completed(SecurityClass security) {
        return Objects.requireNonNull(completed.get(security)).sum();
    }

    private void over(OngoingCall call) {
        ongoing.remove(call.number());
        call.spoken()
                .ifPresent(security ->
                        Objects.requireNonNull(completed.get(security)).increment());
        call.spoke().ifPresent(this::idleAgain);
        call.ended().ifPresent(this::keep);
        surroundings
                .records()
                .over(call.number(), call.since(), surroundings.clock().instant());
    }

    private void idleAgain(Parties parties) {
        for (var leg : parties.both()) {
            leg.terminal().line().ifPresent(surroundings.hunting()::ended);
        }
    }

    private void keep(EndedCall call) {
        synchronized (recent) {
            recent.addFirst(call);
            if (recent.size() > KEPT) {
                recent.removeLast();
            }
        }
    }
}
