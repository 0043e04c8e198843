package org.keyline.sccp.session;

import java.util.concurrent.atomic.LongAdder;

/** What passed over all SCCP connections since the service was made. Safe from any thread. */
public final class SccpCounters {
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder malformed = new LongAdder();
    private final LongAdder registrations = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder timeouts = new LongAdder();

    /** A message came. */
    public void countReceived() {
        received.increment();
    }

    /** A message went. */
    public void countSent() {
        sent.increment();
    }

    /** A message came whose number nobody knows. */
    public void countUnknown() {
        unknown.increment();
    }

    /** A message came that could not be read. */
    public void countMalformed() {
        malformed.increment();
    }

    /** A device registered. */
    public void countRegistration() {
        registrations.increment();
    }

    /** A device was refused. */
    public void countRefusal() {
        refusals.increment();
    }

    /** A device fell silent. */
    public void countTimeout() {
        timeouts.increment();
    }

    public long received() {
        return received.sum();
    }

    public long sent() {
        return sent.sum();
    }

    /** Messages skipped because their number is unknown. */
    public long unknown() {
        return unknown.sum();
    }

    /** Messages skipped because they could not be read. */
    public long malformed() {
        return malformed.sum();
    }

    public long registrations() {
        return registrations.sum();
    }

    public long refusals() {
        return refusals.sum();
    }

    /** Sessions ended because no keepalive came. */
    public long timeouts() {
        return timeouts.sum();
    }
}
