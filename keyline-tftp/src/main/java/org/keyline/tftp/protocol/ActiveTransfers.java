package org.keyline.tftp.protocol;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is fetching what, so that nobody can take more than a share. Thread-safe. */
final class ActiveTransfers {
    private final TransferLimits limits;
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final ConcurrentMap<InetSocketAddress, Slot> byPeer = new ConcurrentHashMap<>();

    ActiveTransfers(TransferLimits limits) {
        this.limits = limits;
    }

    /** How a request for a transfer was decided. */
    sealed interface Admission {
        record Admitted(Slot slot) implements Admission {}

        /** The peer's own repetition of a request that is being served. */
        record Duplicate() implements Admission {}

        record Full() implements Admission {}
    }

    /** Decides on a request; another file from the same port replaces what was running there. */
    Admission admit(InetSocketAddress peer, String filename) {
        var running = Optional.ofNullable(byPeer.get(peer));
        if (running.filter(slot -> slot.filename.equals(filename)).isPresent()) {
            return new Admission.Duplicate();
        }
        running.ifPresent(Slot::abandon);
        return reserve(peer.getAddress()) ? occupy(peer, filename) : new Admission.Full();
    }

    int count() {
        return count.get();
    }

    /** Ends all of them. */
    void abandonAll() {
        byPeer.values().forEach(Slot::abandon);
    }

    private Admission occupy(InetSocketAddress peer, String filename) {
        var slot = new Slot(peer, filename);
        if (byPeer.putIfAbsent(peer, slot) != null) {
            free(peer.getAddress());
            return new Admission.Duplicate();
        }
        return new Admission.Admitted(slot);
    }

    private boolean reserve(InetAddress address) {
        if (count.incrementAndGet() > limits.transfers()) {
            count.decrementAndGet();
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
            free(address);
            return false;
        }
        return true;
    }

    private void free(InetAddress address) {
        count.decrementAndGet();
        byAddress.computeIfPresent(address, (_, transfers) -> transfers == 1 ? null : transfers - 1);
    }

    /** The place of one transfer; given back once. */
    final class Slot {
        private final InetSocketAddress peer;
        private final String filename;
        private final AtomicBoolean released = new AtomicBoolean();
        private volatile Runnable whenAbandoned = () -> {};

        private Slot(InetSocketAddress peer, String filename) {
            this.peer = peer;
            this.filename = filename;
        }

        InetSocketAddress peer() {
            return peer;
        }

        String filename() {
            return filename;
        }

        /** Names what ends the transfer; it runs at once when the slot is gone already. */
        void onAbandon(Runnable action) {
            whenAbandoned = action;
            if (released.get()) {
                action.run();
            }
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                byPeer.remove(peer, this);
                free(peer.getAddress());
            }
        }

        private void abandon() {
            release();
            whenAbandoned.run();
        }
    }
}
