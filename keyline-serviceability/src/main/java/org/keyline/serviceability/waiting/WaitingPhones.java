package org.keyline.serviceability.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Unknown phones that knocked, newest last, at most {@value #LIMIT}; the oldest is forgotten. Thread-safe. */
public final class WaitingPhones {
    private static final int LIMIT = 1_000;

    private final Clock clock;
    private final LinkedHashMap<String, WaitingPhone> byName = new LinkedHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<WaitingPhone>> porters = new CopyOnWriteArrayList<>();

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
        var phone = note(device, address, via, deviceType);
        tell();
        porters.forEach(porter -> porter.accept(phone));
    }

    private synchronized WaitingPhone note(String device, String address, String via, int deviceType) {
        var before = byName.remove(device);
        var type = deviceType == 0 && before != null ? before.deviceType() : deviceType;
        var knocks = before == null ? 1 : before.knocks() + 1;
        var phone = new WaitingPhone(device, address, via, type, clock.instant(), knocks);
        byName.put(device, phone);
        if (byName.size() > LIMIT) {
            byName.pollFirstEntry();
        }
        return phone;
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

    /** Tells {@code porter} of each knock, on the thread that heard it; it must be quick. */
    public void onKnock(Consumer<WaitingPhone> porter) {
        porters.add(porter);
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
