package org.keyline.processing.engine;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.serviceability.trace.SdlTrace;

/**
 * Records what devices and calls say to each other. A signal is kept as it is and made into text only when somebody
 * looks; media keys are taken out before, so that the trace holds none.
 */
public final class SignalTrace {
    private final SdlTrace trace;
    private final boolean enabled;

    public SignalTrace(SdlTrace trace) {
        this.trace = trace;
        this.enabled = !trace.equals(SdlTrace.NONE);
    }

    /**
     * Records one signal.
     *
     * @param legs the references of the call's legs
     * @param state the receiver's state after it, a record whose name is shown
     */
    public void record(List<Integer> legs, String from, String to, Record signal, Optional<Record> state) {
        if (enabled) {
            var kept = withoutKey(signal);
            trace.record(new SdlSignal(
                    System.nanoTime(),
                    legs,
                    from,
                    to,
                    kept.getClass().getSimpleName(),
                    () -> fields(kept),
                    state.map(found -> found.getClass().getSimpleName()).orElse("")));
        }
    }

    private static Record withoutKey(Record signal) {
        return switch (signal) {
            case LegEvent.Media(var _, OpenReceive open)
            when open.key().isPresent() ->
                new Protected(new OpenReceive(
                        open.call(), open.stream(), open.codec(), open.packetMillis(), Optional.empty()));
            case LegEvent.Media(var _, StartTransmit start)
            when start.key().isPresent() ->
                new Protected(new StartTransmit(
                        start.call(),
                        start.stream(),
                        start.to(),
                        start.codec(),
                        start.packetMillis(),
                        Optional.empty()));
            default -> signal;
        };
    }

    /** A media command that carried a key, without it. */
    private record Protected(MediaCommand command) {}

    private static Map<String, String> fields(Record signal) {
        var fields = new LinkedHashMap<String, String>();
        for (var component : signal.getClass().getRecordComponents()) {
            fields.put(component.getName(), value(signal, component));
        }
        return fields;
    }

    private static String value(Record signal, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return String.valueOf(accessor.invoke(signal));
        } catch (ReflectiveOperationException unreadable) {
            return "?";
        }
    }
}
