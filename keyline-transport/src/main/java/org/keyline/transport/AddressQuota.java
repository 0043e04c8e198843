package org.keyline.transport;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the open connections of each address. Holds an entry only for addresses that have one. */
final class AddressQuota {
    private final int limit;
    private final ConcurrentHashMap<InetAddress, Integer> open = new ConcurrentHashMap<>();

    AddressQuota(int limit) {
        this.limit = limit;
    }

    /** Takes a place for {@code address}, or none when it has as many as it may. */
    boolean enter(InetAddress address) {
        return open.merge(address, 1, (held, one) -> Math.min(held, limit) + one) <= limit;
    }

    /** Gives the place back; also after a refused {@link #enter}. */
    void leave(InetAddress address) {
        open.computeIfPresent(address, (_, held) -> held == 1 ? null : held - 1);
    }
}
