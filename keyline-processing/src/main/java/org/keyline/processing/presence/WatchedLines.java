package org.keyline.processing.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.Phone;

/**
 * Which speed dials watch which lines, by the key of the line as a speed dial names it.
 *
 * @param watchers for each watched line, who watches it
 */
record WatchedLines(Map<String, List<Watcher>> watchers) {
    static final WatchedLines NONE = new WatchedLines(Map.of());

    /** A speed dial that watches. */
    record Watcher(DeviceName device, int speedDial) {}

    static WatchedLines of(Collection<Phone> phones) {
        var watchers = new HashMap<String, List<Watcher>>();
        for (var phone : phones) {
            for (var dial : phone.speedDials()) {
                dial.watches()
                        .ifPresent(line -> watchers.computeIfAbsent(line, _ -> new ArrayList<>(1))
                                .add(new Watcher(phone.name(), dial.instance())));
            }
        }
        return new WatchedLines(watchers);
    }

    /** The key of the line of a button. */
    static String key(LineAppearance line) {
        return line.number().in(line.partition());
    }

    Set<String> keys() {
        return watchers.keySet();
    }

    boolean isWatched(String line) {
        return watchers.containsKey(line);
    }

    List<Watcher> watchers(String line) {
        return watchers.getOrDefault(line, List.of());
    }
}
