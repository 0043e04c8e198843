package org.keyline.serviceability.posture;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.model.device.DeviceName;

/**
 * What was seen of devices, by this run of the node and, where somebody keeps it ({@link #takeChanged},
 * {@link #restore}), by earlier ones. Bounded: of more than {@value #MOST} devices the one that was not seen for the
 * longest time is forgotten.
 */
public final class ObservedDevices implements DeviceSightings {
    private static final int MOST = 100_000;

    private final Clock clock;
    private final LinkedHashMap<DeviceName, Seen> devices = new LinkedHashMap<>();
    private final Set<DeviceName> changed = new LinkedHashSet<>();
    private final Fingerprints fingerprints = new Fingerprints();

    public ObservedDevices(Clock clock) {
        this.clock = clock;
    }

    /**
     * A device's last registration, and the lists it was given.
     *
     * @param session how it registered last; empty when that was without TLS, or none was seen
     * @param lists the newest list of each kind that it was given
     */
    public record Seen(Optional<TlsSession> session, Map<TrustListFile, FetchedList> lists) {
        static final Seen NOTHING = new Seen(Optional.empty(), Map.of());

        public Seen {
            lists = Map.copyOf(lists);
        }
    }

    /**
     * How a device registered.
     *
     * @param protocol the TLS version as JSSE names it
     * @param cipherSuite the suite in its JSSE name
     */
    public record TlsSession(String protocol, String cipherSuite) {}

    /**
     * A trust list as a device was given it.
     *
     * @param md5 its MD5 in lower-case hexadecimal, as phones show it
     * @param sha256 its SHA-256 in lower-case hexadecimal
     * @param at when
     */
    public record FetchedList(String md5, String sha256, Instant at) {}

    @Override
    public void registeredOverTls(DeviceName device, String protocol, String cipherSuite) {
        note(device, Optional.of(new TlsSession(protocol, cipherSuite)));
    }

    @Override
    public void registeredPlainly(DeviceName device) {
        note(device, Optional.empty());
    }

    @Override
    public void fetchedTrustList(DeviceName device, TrustListFile list, byte[] content) {
        var print = fingerprints.of(content);
        var fetched = new FetchedList(print.md5(), print.sha256(), clock.instant());
        synchronized (this) {
            var before = forget(device);
            var lists = new EnumMap<TrustListFile, FetchedList>(TrustListFile.class);
            lists.putAll(before.lists());
            lists.put(list, fetched);
            remember(device, new Seen(before.session(), lists));
            changed.add(device);
        }
    }

    private synchronized void note(DeviceName device, Optional<TlsSession> session) {
        var before = forget(device);
        remember(device, new Seen(session, before.lists()));
        if (!before.session().equals(session)) {
            changed.add(device);
        }
    }

    private Seen forget(DeviceName device) {
        return Optional.ofNullable(devices.remove(device)).orElse(Seen.NOTHING);
    }

    private void remember(DeviceName device, Seen seen) {
        devices.put(device, seen);
        if (devices.size() > MOST) {
            changed.remove(devices.pollFirstEntry().getKey());
        }
    }

    /** Takes in what an earlier run saw of a device; what this one saw already stays. */
    public synchronized void restore(DeviceName device, Seen seen) {
        if (devices.size() < MOST) {
            devices.putIfAbsent(device, seen);
        }
    }

    /** The devices of which something new was seen since this was last asked, as they are now. */
    public synchronized Map<DeviceName, Seen> takeChanged() {
        var taken = new HashMap<DeviceName, Seen>();
        changed.forEach(device -> taken.put(device, devices.getOrDefault(device, Seen.NOTHING)));
        changed.clear();
        return taken;
    }

    /** Everything that is known. */
    public synchronized Map<DeviceName, Seen> all() {
        return new LinkedHashMap<>(devices);
    }

    /** How the device's last registration was secured; empty when it was not, or none was seen. */
    public synchronized Optional<TlsSession> session(DeviceName device) {
        return Optional.ofNullable(devices.get(device)).flatMap(Seen::session);
    }

    /** The newest list of this kind that the device was given. */
    public synchronized Optional<FetchedList> fetched(DeviceName device, TrustListFile list) {
        return Optional.ofNullable(devices.get(device)).map(seen -> seen.lists().get(list));
    }

    /** The MD5 of {@code content} in lower-case hexadecimal: what phones call a list's version. */
    public static String md5(byte[] content) {
        return Fingerprints.md5(content);
    }

    /** The SHA-256 of {@code content} in lower-case hexadecimal. */
    public static String sha256(byte[] content) {
        return Fingerprints.sha256(content);
    }
}
