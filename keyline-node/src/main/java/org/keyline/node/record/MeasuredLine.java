package org.keyline.node.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.web.record.MeasuredLeg;
import org.keyline.web.record.MeasuredLeg.Traffic;

/** A call management record read back from its line; columns are found by their names. */
final class MeasuredLine {
    private MeasuredLine() {}

    /** The record of a line; empty for one that is none. */
    static Optional<MeasuredLeg> read(List<String> names, String line) {
        var values = Csv.values(line);
        if (values.size() != names.size()) {
            return Optional.empty();
        }
        var row = new HashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
        try {
            return Optional.of(leg(row));
        } catch (NumberFormatException | DateTimeException notARecord) {
            return Optional.empty();
        }
    }

    private static MeasuredLeg leg(Map<String, String> row) {
        return new MeasuredLeg(
                (int) number(row, "globalCallID_callId"),
                text(row, "directoryNum"),
                text(row, "deviceName"),
                Instant.ofEpochSecond(number(row, "dateTimeStamp")),
                number(row, "duration"),
                new Traffic(number(row, "numberPacketsSent"), number(row, "numberOctetsSent")),
                new Traffic(number(row, "numberPacketsReceived"), number(row, "numberOctetsReceived")),
                number(row, "numberPacketsLost"),
                number(row, "jitter"),
                number(row, "latency"),
                text(row, "varVQMetrics"));
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.getOrDefault(column, "0"));
    }
}
