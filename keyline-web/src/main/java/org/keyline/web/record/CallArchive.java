package org.keyline.web.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.keyline.serviceability.trace.SdlSignal;

/** Calls that are over, as far as something is kept of them. Reads files: never on an event loop. */
public interface CallArchive {
    /**
     * Some of the calls that were found.
     *
     * @param calls newest first
     * @param next where the rest begins; empty when there is none
     */
    record Page(List<RecordedCall> calls, Optional<String> next) {
        public Page {
            calls = List.copyOf(calls);
        }
    }

    /**
     * Some of what phones counted.
     *
     * @param legs newest first
     * @param next where the rest begins; empty when there is none
     */
    record Measured(List<MeasuredLeg> legs, Optional<String> next) {
        public Measured {
            legs = List.copyOf(legs);
        }
    }

    /** Whether phones are asked what they counted (Call Diagnostics Enabled). */
    boolean writesMeasurements();

    /** Looks for what phones counted, as {@link #find} does for calls. */
    Measured measured(CallSearch search, Optional<String> from, int most) throws IOException;

    /** Whether records are written now (CDR Enabled Flag). */
    boolean writesRecords();

    /**
     * Looks for records.
     *
     * @param from where an earlier page said that the rest begins; from the newest on where it is empty
     * @param most how many at the most; a page may hold fewer, or none, and still say where to go on
     */
    Page find(CallSearch search, Optional<String> from, int most) throws IOException;

    /** The newest calls whose signals are kept, newest first. */
    List<TracedCall> traced(TraceSearch search, int most) throws IOException;

    /** The signals kept of a call, oldest first; empty when none are kept any more. */
    List<SdlSignal> signals(String id) throws IOException;

    /** Writes the records that were found as they stand in their files, under one header line, newest first. */
    void write(CallSearch search, OutputStream out) throws IOException;
}
