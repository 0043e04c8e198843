package org.keyline.node.record;

import java.time.Duration;
import org.keyline.config.snapshot.Parameters;
import org.keyline.processing.record.CallPart;
import org.keyline.processing.record.CallRecords.Wanted;

/**
 * Which records are kept, and for how long.
 *
 * @param cluster the cluster's name in records and file names
 * @param details whether call detail records are written (CDR Enabled Flag)
 * @param zeroDuration whether also those of calls without duration that nothing went wrong in
 * @param diagnostics whether call management records are written
 * @param keep how long records are kept
 * @param mostBytes how much of the disk they take
 * @param keepTraces how long the signals of calls are kept
 * @param mostTraceBytes how much of the disk they take
 */
record RecordSettings(
        String cluster,
        boolean details,
        boolean zeroDuration,
        boolean diagnostics,
        Duration keep,
        long mostBytes,
        Duration keepTraces,
        long mostTraceBytes) {
    private static final long MEBIBYTE = 1L << 20;

    static RecordSettings of(Parameters parameters) {
        var details = parameters.flag("callmanager.cdrEnabled");
        return new RecordSettings(
                parameters.text("enterprise.clusterId"),
                details,
                parameters.flag("callmanager.cdrLogZeroDuration"),
                diagnostics(parameters.text("callmanager.callDiagnostics"), details),
                Duration.ofDays(parameters.integer("callmanager.cdrKeepDays")),
                parameters.integer("callmanager.cdrDiskMegabytes") * MEBIBYTE,
                Duration.ofDays(parameters.integer("callmanager.callTraceKeepDays")),
                parameters.integer("callmanager.callTraceMegabytes") * MEBIBYTE);
    }

    private static boolean diagnostics(String value, boolean details) {
        return switch (value) {
            case "ALWAYS" -> true;
            case "WHEN_CDR_ENABLED" -> details;
            default -> false;
        };
    }

    Wanted wanted() {
        return new Wanted(details || diagnostics, diagnostics);
    }

    boolean takes(CallPart part) {
        return details && (zeroDuration || !part.isZeroDuration());
    }
}
