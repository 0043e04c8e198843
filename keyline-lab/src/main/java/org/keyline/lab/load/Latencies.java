package org.keyline.lab.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A set of measured times. Safe for several threads. */
final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    /** Count, p50, p99 and the longest, in milliseconds. */
    synchronized Map<String, Object> summary() {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        var summary = new LinkedHashMap<String, Object>();
        summary.put("count", count);
        summary.put("p50Ms", at(sorted, 0.50));
        summary.put("p90Ms", at(sorted, 0.90));
        summary.put("p99Ms", at(sorted, 0.99));
        summary.put("maxMs", at(sorted, 1));
        return summary;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * (sorted.length - 1))] / 1e6;
    }
}
