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

    /** Takes a place for {@code address}; when it has as many as it may, takes nothing and answers false. */
    boolean enter(InetAddress address) {
        var entered = new boolean[1];
        open.compute(address, (_, held) -> {
            var count = held == null ? 0 : held;
            entered[0] = count < limit;
            return entered[0] ? Integer.valueOf(count + 1) : held;
        });
        return entered[0];
    }

    /** Gives back a place taken by {@link #enter}. */
    void leave(InetAddress address) {
        open.computeIfPresent(address, (_, held) -> held == 1 ? null : held - 1);
    }
}
