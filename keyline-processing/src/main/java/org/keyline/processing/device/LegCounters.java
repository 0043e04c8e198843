package org.keyline.processing.device;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Clear;
import org.keyline.callcontrol.station.StationCommand.CloseReceive;
import org.keyline.callcontrol.station.StationCommand.LeaveGroup;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.RequestStatistics;
import org.keyline.callcontrol.station.StationCommand.StopTransmit;
import org.keyline.callcontrol.station.StationSignal.Statistics;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.processing.record.LegQuality;

/**
 * Asks a phone what it counted when a leg that had media ends, before the media is closed (sheet 6.5). What is not
 * asked for is not taken; a phone that never answers is forgotten with the next legs.
 */
final class LegCounters {
    private static final int MOST_ASKED = 32;

    private final Set<CallReference> spoken = new HashSet<>();
    private final Map<CallReference, String> asked = new LinkedHashMap<>();

    /** The same commands with the question for each leg that ends. */
    List<StationCommand> asking(List<StationCommand> commands, Phone phone) {
        var all = new ArrayList<StationCommand>(commands);
        for (var command : commands) {
            if (command instanceof OpenReceive open) {
                spoken.add(open.call());
            } else if (command instanceof Clear(var line, var call, var _, var _) && spoken.remove(call)) {
                var number =
                        phone.line(line).map(found -> found.number().digits()).orElse("");
                remember(call, number);
                all.add(place(all, call), new RequestStatistics(call, number));
            }
        }
        return all;
    }

    /** The legs that end now are asked for nothing. */
    List<StationCommand> quiet(List<StationCommand> commands) {
        for (var command : commands) {
            if (command instanceof OpenReceive open) {
                spoken.add(open.call());
            } else if (command instanceof Clear clear) {
                spoken.remove(clear.call());
            }
        }
        return commands;
    }

    /** What a phone says it counted, if it was asked. */
    Optional<LegQuality> answered(DeviceName device, Statistics counters) {
        return Optional.ofNullable(asked.remove(counters.call()))
                .map(number -> new LegQuality(device, number, counters));
    }

    private void remember(CallReference call, String number) {
        if (asked.size() >= MOST_ASKED) {
            asked.remove(asked.keySet().iterator().next());
        }
        asked.put(call, number);
    }

    private static int place(List<StationCommand> commands, CallReference call) {
        for (var i = 0; i < commands.size(); i++) {
            if (ends(commands.get(i), call)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean ends(StationCommand command, CallReference call) {
        return switch (command) {
            case MediaCommand media
            when media instanceof CloseReceive || media instanceof StopTransmit || media instanceof LeaveGroup ->
                media.call().equals(call);
            case Clear clear -> clear.call().equals(call);
            default -> false;
        };
    }
}
