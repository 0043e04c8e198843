package org.keyline.tftp.files;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.keyline.tftp.ServedFile;

/**
 * Files by key, the least recently used forgotten when they are too many bytes. A file is made once however many ask
 * for it at the same time. Thread-safe; keys of different files do not wait for each other, but for the few that share
 * a lock.
 */
final class BoundedCache<K> {
    private static final int LOCKS = 64;
    private static final int ENTRY_COST = 256;

    private final long limit;
    private final LinkedHashMap<K, ServedFile> files = new LinkedHashMap<>(64, 0.75f, true);
    private final Lock[] making = new Lock[LOCKS];
    private long bytes;

    /** How a file is made that is not there. */
    @FunctionalInterface
    interface Maker<E extends Exception> {
        ServedFile make() throws E, IOException;
    }

    BoundedCache(long limit) {
        this.limit = limit;
        for (var index = 0; index < LOCKS; index++) {
            making[index] = new ReentrantLock();
        }
    }

    /** The file of {@code key}, made when it is not there. */
    <E extends Exception> ServedFile get(K key, Maker<E> maker) throws E, IOException {
        var found = lookUp(key);
        return found.isPresent() ? found.get() : make(key, maker);
    }

    private <E extends Exception> ServedFile make(K key, Maker<E> maker) throws E, IOException {
        var lock = making[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            var meanwhile = lookUp(key);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            var made = maker.make();
            remember(key, made);
            return made;
        } finally {
            lock.unlock();
        }
    }

    private synchronized Optional<ServedFile> lookUp(K key) {
        return Optional.ofNullable(files.get(key));
    }

    private synchronized void remember(K key, ServedFile file) {
        files.put(key, file);
        bytes += cost(file);
        while (bytes > limit && files.size() > 1) {
            bytes -= cost(files.pollFirstEntry().getValue());
        }
    }

    /** What a file takes here, in bytes. */
    static int cost(ServedFile file) {
        return file.length() + ENTRY_COST;
    }
}
