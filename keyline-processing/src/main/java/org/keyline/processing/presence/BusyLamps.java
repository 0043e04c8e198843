package org.keyline.processing.presence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.NumberKey;
import org.keyline.processing.engine.Engine;

/**
 * What watched lines do, put together from all phones that have them. Devices report to its actor and go on; it tells
 * the watchers, and only what changed. Lines are watched by speed dials, as the configuration has it, and followed by
 * whoever wants to for a while. Safe from any thread; nothing blocks.
 */
public final class BusyLamps {
    private final Map<NumberKey, LineStatus> shown = new ConcurrentHashMap<>();
    private final Devices devices;
    private final InstantSource clock;
    private final ActorRef<Word> actor;

    private final Map<LineFollower, NumberKey> followed = new ConcurrentHashMap<>();
    private final Map<NumberKey, Set<LineFollower>> followers = new ConcurrentHashMap<>();
    private final AtomicInteger edition = new AtomicInteger();
    private volatile WatchedLines watched = WatchedLines.NONE;

    /** The registered devices. Returns at once, from any thread. */
    public interface Devices {
        /** Takes a command to a phone, if it is registered. */
        void tell(DeviceName phone, StationCommand command);

        /** Those that have a line report what it does, if somebody wants to know; false when none is registered. */
        boolean look(NumberKey line);

        /** Whether somebody is parked in a slot: IN_USE, or IDLE; UNKNOWN where there is no such slot. */
        LineStatus slot(NumberKey slot);
    }

    /** What the actor hears. */
    private sealed interface Word {}

    /** What a device says; {@link LineStatus#UNKNOWN} where it says no more of the line. */
    private record Report(Object from, NumberKey line, LineStatus status) implements Word {}

    /** A slot was taken, or is free again. */
    private record SlotChanged(NumberKey slot) implements Word {}

    /** Other slots are watched, or there are others. */
    private record SlotsChanged() implements Word {}

    private record Follow(LineFollower who, NumberKey line, Duration atMost) implements Word {}

    private record Unfollow(LineFollower who) implements Word {}

    private record Expired(LineFollower who, NumberKey line) implements Word {}

    /** Nothing is watched yet. */
    public BusyLamps(Engine engine, Devices devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
        this.actor = engine.spawn(behavior());
    }

    /** Keeps to a new configuration; whether other lines or speed dials count from now on. */
    public boolean configured(Collection<Phone> configured) {
        var now = WatchedLines.of(configured);
        if (now.equals(watched)) {
            actor.tell(new SlotsChanged());
            return false;
        }
        watched = now;
        actor.tell(new SlotsChanged());
        edition.incrementAndGet();
        return true;
    }

    /**
     * Begins to follow a line, and no other any more. What it does is said at once, and whenever it changes.
     *
     * @param atMost how long
     */
    public void follow(LineFollower who, NumberKey line, Duration atMost) {
        forget(who, followed.put(who, line));
        followers.compute(line, (_, all) -> with(who, all));
        actor.tell(new Follow(who, line, atMost));
        if (!devices.look(line)) {
            who.lineIs(line, LineStatus.UNKNOWN, clock.instant());
        }
    }

    private static Set<LineFollower> with(LineFollower who, @Nullable Set<LineFollower> others) {
        var all = others == null ? new HashSet<LineFollower>() : new HashSet<>(others);
        all.add(who);
        return Set.copyOf(all);
    }

    /** Follows nothing any more. */
    public void unfollow(LineFollower who) {
        var line = followed.remove(who);
        if (line != null) {
            forget(who, line);
            actor.tell(new Unfollow(who));
        }
    }

    private void forget(LineFollower who, @Nullable NumberKey line) {
        if (line != null) {
            followers.computeIfPresent(line, (_, all) -> without(who, all));
            devices.look(line);
        }
    }

    private static @Nullable Set<LineFollower> without(LineFollower who, Set<LineFollower> all) {
        var others = new HashSet<>(all);
        others.remove(who);
        return others.isEmpty() ? null : Set.copyOf(others);
    }

    /** A slot was taken or is free again; how it stands is asked when this is heard. */
    public void slotChanged(NumberKey slot) {
        if (watched.isWatched(slot)) {
            actor.tell(new SlotChanged(slot));
        }
    }

    /** What a line does. */
    public LineStatus status(NumberKey line) {
        return shown.getOrDefault(line, LineStatus.UNKNOWN);
    }

    /** Changes whenever speed dials watch other lines. */
    int edition() {
        return edition.get();
    }

    /** Whether somebody wants to know what this line does. */
    boolean isWatched(NumberKey line) {
        return watched.isWatched(line) || followers.containsKey(line);
    }

    void report(LineReporter from, NumberKey line, LineStatus status) {
        actor.tell(new Report(from, line, status));
    }

    private Behavior<Word> behavior() {
        return Behaviors.withTimers(timers -> {
            var known = new HashMap<NumberKey, Map<Object, LineStatus>>();
            return Behaviors.receiveMessage(word -> {
                switch (word) {
                    case Report report -> hear(report, known);
                    case SlotChanged(var slot) -> hear(new Report(this, slot, devices.slot(slot)), known);
                    case SlotsChanged() ->
                        watched.keys().forEach(slot -> hear(new Report(this, slot, devices.slot(slot)), known));
                    case Follow(var who, var line, var atMost) -> {
                        timers.startSingleTimer(who, new Expired(who, line), atMost);
                        Optional.ofNullable(shown.get(line))
                                .ifPresent(status -> who.lineIs(line, status, clock.instant()));
                    }
                    case Unfollow(var who) -> timers.cancel(who);
                    case Expired(var who, var line) -> who.followedLongEnough(line);
                }
                return Behaviors.same();
            });
        });
    }

    private void hear(Report report, Map<NumberKey, Map<Object, LineStatus>> known) {
        var line = report.line();
        var ofLine = known.computeIfAbsent(line, _ -> HashMap.newHashMap(2));
        if (report.status() == LineStatus.UNKNOWN) {
            ofLine.remove(report.from());
        } else {
            ofLine.put(report.from(), report.status());
        }
        if (ofLine.isEmpty()) {
            known.remove(line);
        }
        show(line, together(ofLine.values()));
    }

    /** A line is idle when one of its phones would ring and none has a call. */
    private static LineStatus together(Collection<LineStatus> all) {
        return all.stream().max(Comparator.comparingInt(BusyLamps::weight)).orElse(LineStatus.UNKNOWN);
    }

    private static int weight(LineStatus status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case DO_NOT_DISTURB -> 1;
            case IDLE -> 2;
            case ALERTING -> 3;
            case IN_USE -> 4;
        };
    }

    private void show(NumberKey line, LineStatus now) {
        var before = now == LineStatus.UNKNOWN ? shown.remove(line) : shown.put(line, now);
        if (now != (before == null ? LineStatus.UNKNOWN : before)) {
            for (var watcher : watched.watchers(line)) {
                devices.tell(watcher.device(), new StationCommand.ShowLineStatus(watcher.speedDial(), now));
            }
        }
        var following = followers.get(line);
        // A device that registers anew may be gone before it has looked.
        if (following != null && (now != LineStatus.UNKNOWN || !devices.look(line))) {
            var at = clock.instant();
            following.forEach(who -> who.lineIs(line, now, at));
        }
    }
}
