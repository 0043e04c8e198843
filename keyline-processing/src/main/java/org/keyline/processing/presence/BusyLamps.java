package org.keyline.processing.presence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.processing.engine.Engine;

/**
 * What watched lines do, put together from all phones that have them. Devices report to its actor and go on; it tells
 * the watchers, and only what changed. Safe from any thread; nothing blocks.
 */
public final class BusyLamps {
    private final Map<String, LineStatus> shown = new ConcurrentHashMap<>();
    private final BiConsumer<DeviceName, StationCommand> phones;
    private final ActorRef<Report> actor;
    private volatile WatchedLines watched = WatchedLines.NONE;

    /** What a device says; {@link LineStatus#UNKNOWN} where it says no more of the line. */
    record Report(LineReporter from, String line, LineStatus status) {}

    /**
     * Nothing is watched yet.
     *
     * @param phones takes a command to a phone, if it is registered
     */
    public BusyLamps(Engine engine, BiConsumer<DeviceName, StationCommand> phones) {
        this.phones = phones;
        this.actor = engine.spawn(behavior());
    }

    /** Keeps to a new configuration; whether other lines or speed dials count from now on. */
    public boolean configured(Collection<Phone> configured) {
        var now = WatchedLines.of(configured);
        if (now.equals(watched)) {
            return false;
        }
        watched = now;
        return true;
    }

    /** What a line does, as a speed dial names it. */
    public LineStatus status(String line) {
        return shown.getOrDefault(line, LineStatus.UNKNOWN);
    }

    WatchedLines watched() {
        return watched;
    }

    void report(LineReporter from, String line, LineStatus status) {
        actor.tell(new Report(from, line, status));
    }

    private Behavior<Report> behavior() {
        return Behaviors.setup(_ -> {
            var known = new HashMap<String, Map<LineReporter, LineStatus>>();
            return Behaviors.receiveMessage(report -> {
                hear(report, known);
                return Behaviors.same();
            });
        });
    }

    private void hear(Report report, Map<String, Map<LineReporter, LineStatus>> known) {
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

    private void show(String line, LineStatus now) {
        var before = now == LineStatus.UNKNOWN ? shown.remove(line) : shown.put(line, now);
        if (now != (before == null ? LineStatus.UNKNOWN : before)) {
            for (var watcher : watched.watchers(line)) {
                phones.accept(watcher.device(), new StationCommand.ShowLineStatus(watcher.speedDial(), now));
            }
        }
    }
}
