package org.keyline.processing.device;

import java.util.Map;
import java.util.function.Supplier;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.processing.LineSettings;
import org.keyline.processing.call.Calls;
import org.keyline.processing.presence.BusyLamps;
import org.keyline.processing.presence.PickupNotices;
import org.keyline.processing.record.CallRecords;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all device actors share: the configuration in force, the calls, and whom to tell of a defect. */
record Switchboard(
        Supplier<CallContext> contexts,
        Calls calls,
        LineSettings settings,
        BusyLamps lamps,
        PickupNotices notices,
        Alarms alarms,
        CallRecords records) {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    CallContext context() {
        return contexts.get();
    }

    void defect(Registration registration, StationMessage message, RuntimeException defect) {
        var device = registration.device().text();
        LOG.atError()
                .addKeyValue("device", device)
                .addKeyValue("message", message.getClass().getSimpleName())
                .setCause(defect)
                .log("A defect ended a registration");
        alarms.raise(AlarmCatalogue.INTERNAL_ERROR, Map.of("where", device, "reason", String.valueOf(defect)));
        registration.cutOffByDefect();
    }
}
