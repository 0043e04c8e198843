package org.keyline.sccp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.Alarms;

/** Alarms kept to be looked at. */
final class RecordedAlarms implements Alarms {
    private final List<String> raised = new CopyOnWriteArrayList<>();

    @Override
    public void raise(AlarmDefinition alarm, Map<String, String> parameters) {
        raised.add(alarm.name() + " " + parameters);
    }

    List<String> raised() {
        return raised;
    }
}
