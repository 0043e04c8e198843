package org.keyline.lab.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Calls that go on while something else happens to the server: whoever started the generator says on its standard
 * input, a line each, which phase begins; the end of the input ends the calls.
 */
final class CallPhases implements Supplier<CallTimes> {
    private final Map<String, CallTimes> phases = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile CallTimes current = new CallTimes();
    private volatile boolean over;

    /** Reads the phases on a thread of its own. */
    void follow(BufferedReader orders) {
        Thread.ofVirtual().name("phases").start(() -> {
            try (orders) {
                orders.lines().forEach(this::begin);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                over = true;
            }
        });
    }

    private void begin(String name) {
        var times = new CallTimes();
        phases.put(name, times);
        current = times;
    }

    /** Where the times of calls go now. */
    @Override
    public CallTimes get() {
        return current;
    }

    boolean isOver() {
        return over;
    }

    /** Dial tone and media of each phase. */
    Map<String, Object> summary() {
        var summary = new LinkedHashMap<String, Object>();
        phases.forEach((name, times) -> summary.put(
                name,
                Map.of(
                        "offHookToDialTone", times.dialTone().summary(),
                        "answerToMedia", times.media().summary())));
        return summary;
    }
}
