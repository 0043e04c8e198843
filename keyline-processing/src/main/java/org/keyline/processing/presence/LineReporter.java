package org.keyline.processing.presence;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.device.DeviceState;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.NumberKey;

/**
 * Says what the watched lines of one registered device do, whenever it changes; where nobody watches, a look costs two
 * comparisons. Belongs to the device's actor.
 */
public final class LineReporter {
    private final BusyLamps lamps;
    private final Map<NumberKey, LineStatus> said = HashMap.newHashMap(0);
    private Map<NumberKey, LineInstance> lines = Map.of();
    private int edition = -1;
    private @Nullable Phone phone;

    public LineReporter(BusyLamps lamps) {
        this.lamps = lamps;
    }

    /** The device stands so now. */
    public void look(DeviceState state) {
        int now = lamps.edition();
        if (now != edition || !state.phone().equals(phone)) {
            edition = now;
            phone = state.phone();
            choose(state.phone());
        }
        if (!lines.isEmpty()) {
            lines.forEach((line, instance) -> say(line, state.status(instance)));
        }
    }

    /** Other lines may be watched than when it looked last. */
    public void lookAnew(DeviceState state) {
        phone = null;
        look(state);
    }

    /** The device is gone. */
    public void gone() {
        var last = phone;
        if (last != null) {
            // Also of lines that somebody follows since it looked last.
            choose(last);
        }
        lines.keySet().forEach(line -> lamps.report(this, line, LineStatus.UNKNOWN));
        said.clear();
    }

    private void choose(Phone of) {
        var chosen = new HashMap<NumberKey, LineInstance>();
        for (var line : of.lines()) {
            var key = line.key();
            if (lamps.isWatched(key)) {
                chosen.put(key, line.instance());
            }
        }
        lines = Map.copyOf(chosen);
        said.keySet().removeIf(line -> {
            var over = !lines.containsKey(line);
            if (over) {
                lamps.report(this, line, LineStatus.UNKNOWN);
            }
            return over;
        });
    }

    private void say(NumberKey line, LineStatus status) {
        if (said.put(line, status) != status) {
            lamps.report(this, line, status);
        }
    }
}
