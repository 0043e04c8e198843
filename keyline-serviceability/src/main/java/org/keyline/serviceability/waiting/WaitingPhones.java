package org.keyline.serviceability.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Unknown phones that knocked, newest last, at most {@value #LIMIT}; the oldest is forgotten. Thread-safe. */
public final class WaitingPhones {
    private static final int LIMIT = 1_000;

    private final Clock clock;
    private final LinkedHashMap<String, WaitingPhone> byName = new LinkedHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public WaitingPhones(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes that an unknown phone asked for something.
     *
     * @param device its device name
     * @param address where it knocked from
     * @param via how: {@code TFTP} or {@code SCCP}
     * @param deviceType its type as it registered, or 0 where it did not say
     */
    public void knocked(String device, String address, String via, int deviceType) {
        note(device, address, via, deviceType);
        tell();
    }

    private synchronized void note(String device, String address, String via, int deviceType) {
        var before = byName.remove(device);
        var type = deviceType == 0 && before != null ? before.deviceType() : deviceType;
        var knocks = before == null ? 1 : before.knocks() + 1;
        byName.put(device, new WaitingPhone(device, address, via, type, clock.instant(), knocks));
        if (byName.size() > LIMIT) {
            byName.pollFirstEntry();
        }
    }

    /** Forgets a phone that was adopted or turned away. */
    public void forget(String device) {
        remove(device);
        tell();
    }

    private synchronized void remove(String device) {
        byName.remove(device);
    }

    /** Runs {@code listener} after each change, on the thread that made it; it must be quick. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** All that wait, newest first. */
    public synchronized List<WaitingPhone> list() {
        return new ArrayList<>(byName.values()).reversed();
    }

    /** An unknown phone: who, from where, how, when last and how often. */
    public record WaitingPhone(
            String device, String address, String via, int deviceType, Instant lastSeen, int knocks) {}
}
