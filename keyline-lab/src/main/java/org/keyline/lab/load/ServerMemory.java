package org.keyline.lab.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What memory the measured process holds once its garbage is gone.
 *
 * @param server the process
 * @param rssBytes resident memory
 * @param liveHeapBytes live heap, where the process is a JVM that says so
 */
record ServerMemory(ServerProcess server, long rssBytes, Optional<Long> liveHeapBytes) {
    /** Has the process collect its garbage, twice because the first frees what finishes only then, and looks. */
    static ServerMemory settled(ServerProcess server) {
        server.liveHeapBytes();
        var heap = server.liveHeapBytes();
        return new ServerMemory(server, server.rssBytes(), heap);
    }

    /** The growth since {@code before}, for each of so many phones or calls, in KiB. */
    Map<String, Object> since(ServerMemory before, int count) {
        var growth = new LinkedHashMap<String, Object>();
        growth.put("serverRssMiB", rssBytes / 1048576.0);
        growth.put("serverRssKiBEach", (rssBytes - before.rssBytes) / 1024.0 / count);
        liveHeapBytes.ifPresent(now -> before.liveHeapBytes.ifPresent(then -> {
            growth.put("serverLiveHeapMiB", now / 1048576.0);
            growth.put("serverLiveHeapKiBEach", (now - then) / 1024.0 / count);
        }));
        return growth;
    }
}
