package org.keyline.processing.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.NumberKey;

/**
 * Which speed dials watch which lines.
 *
 * @param watchers for each watched line, who watches it
 */
record WatchedLines(Map<NumberKey, List<Watcher>> watchers) {
    static final WatchedLines NONE = new WatchedLines(Map.of());

    /** A speed dial that watches. */
    record Watcher(DeviceName device, int speedDial) {}

    static WatchedLines of(Collection<Phone> phones) {
        var watchers = new HashMap<NumberKey, List<Watcher>>();
        for (var phone : phones) {
            for (var dial : phone.speedDials()) {
                dial.watches()
                        .ifPresent(line -> watchers.computeIfAbsent(line, _ -> new ArrayList<>(1))
                                .add(new Watcher(phone.name(), dial.instance())));
            }
        }
        return new WatchedLines(watchers);
    }

    Set<NumberKey> keys() {
        return watchers.keySet();
    }

    boolean isWatched(NumberKey line) {
        return watchers.containsKey(line);
    }

    List<Watcher> watchers(NumberKey line) {
        return watchers.getOrDefault(line, List.of());
    }
}
