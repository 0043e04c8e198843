package org.keyline.serviceability.alarm;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyline.serviceability.alarm.AlarmDefinition.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the newest alarms, writes each to the log and tells listeners. Bounded: at most {@value #LIMIT} are kept, and
 * of one kind at most {@value #PER_SECOND} a second are logged, so that a flood of bad peers fills no disk; what was
 * left out is said with the next one that is logged.
 */
public final class AlarmLog implements Alarms {
    private static final int LIMIT = 2_000;
    private static final int PER_SECOND = 20;
    private static final Logger LOG = LoggerFactory.getLogger("org.keyline.alarms");

    private final Clock clock;
    private final ArrayDeque<RaisedAlarm> newest = new ArrayDeque<>();
    private final Map<String, Budget> budgets = new HashMap<>();
    private final List<Consumer<RaisedAlarm>> listeners = new CopyOnWriteArrayList<>();
    private long raised;

    public AlarmLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void raise(AlarmDefinition alarm, Map<String, String> parameters) {
        RaisedAlarm entry;
        Budget.Grant grant;
        synchronized (this) {
            entry = new RaisedAlarm(++raised, clock.instant(), alarm, parameters);
            newest.addLast(entry);
            if (newest.size() > LIMIT) {
                newest.removeFirst();
            }
            grant = budgets.computeIfAbsent(alarm.name(), _ -> new Budget())
                    .take(entry.at().getEpochSecond());
        }
        if (grant.allowed()) {
            log(entry, grant.leftOut());
        }
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** The newest alarms, newest first, at most {@code limit}. */
    public synchronized List<RaisedAlarm> newest(int limit) {
        var all = new ArrayList<>(newest).reversed();
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    /** Tells {@code listener} of each alarm from now on, on the raising thread: it must not block. */
    public AutoCloseable onAlarm(Consumer<RaisedAlarm> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void log(RaisedAlarm entry, long leftOut) {
        var event = LOG.atLevel(level(entry.alarm().severity()))
                .addKeyValue("alarm", entry.alarm().name())
                .addKeyValue("leftOut", leftOut);
        for (var parameter : entry.parameters().entrySet()) {
            event = event.addKeyValue(parameter.getKey(), parameter.getValue());
        }
        event.log(entry.text(Locale.ENGLISH));
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case EMERGENCY, ALERT, CRITICAL, ERROR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case NOTICE, INFORMATIONAL -> Level.INFO;
            case DEBUGGING -> Level.DEBUG;
        };
    }

    /** How many of one kind may still be logged this second. */
    private static final class Budget {
        private long second;
        private int used;
        private long leftOut;

        Grant take(long now) {
            if (now != second) {
                second = now;
                used = 0;
            }
            if (used >= PER_SECOND) {
                leftOut++;
                return new Grant(false, 0);
            }
            used++;
            var before = leftOut;
            leftOut = 0;
            return new Grant(true, before);
        }

        record Grant(boolean allowed, long leftOut) {}
    }
}
