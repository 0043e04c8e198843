package org.keyline.node.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.web.record.RecordedCall;

/**
 * A call detail record read back from its line. Columns are found by their names, so that files of other releases can
 * be read too.
 *
 * @param call what it says
 */
record RecordLine(RecordedCall call) {
    /** The record of a line; empty for one that is none. */
    static Optional<RecordLine> read(List<String> names, String line) {
        var values = Csv.values(line);
        if (values.size() != names.size()) {
            return Optional.empty();
        }
        var row = new HashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
        try {
            return Optional.of(new RecordLine(call(row)));
        } catch (NumberFormatException | DateTimeException notARecord) {
            return Optional.empty();
        }
    }

    private static RecordedCall call(Map<String, String> row) {
        return new RecordedCall(
                (int) number(row, "globalCallID_callId"),
                end(row, "callingPartyNumber", "orig"),
                text(row, "originalCalledPartyNumber"),
                end(row, "finalCalledPartyNumber", "dest"),
                text(row, "lastRedirectDn"),
                (int) number(row, "lastRedirectRedirectReason"),
                Instant.ofEpochSecond(number(row, "dateTimeOrigination")),
                Optional.of(number(row, "dateTimeConnect"))
                        .filter(time -> time != 0)
                        .map(Instant::ofEpochSecond),
                Instant.ofEpochSecond(number(row, "dateTimeDisconnect")),
                number(row, "duration"),
                security(number(row, "callSecuredStatus")),
                codec(row));
    }

    private static RecordedCall.End end(Map<String, String> row, String number, String side) {
        return new RecordedCall.End(
                text(row, number), text(row, side + "DeviceName"), (int) number(row, side + "Cause_value"));
    }

    private static SecurityClass security(long status) {
        for (var found : SecurityClass.values()) {
            if (RecordWriting.status(found) == status) {
                return found;
            }
        }
        return SecurityClass.NON_SECURE;
    }

    private static String codec(Map<String, String> row) {
        var spoken = number(row, "origMediaCap_payloadCapability");
        for (var codec : AudioCodec.values()) {
            if (Codecs.number(codec) == spoken) {
                return codec.label();
            }
        }
        return spoken == 0 ? "" : Long.toString(spoken);
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.getOrDefault(column, "0"));
    }
}
