package org.keyline.processing.record;

import java.time.Instant;

/** Who keeps what calls leave behind. Never blocks; safe from any thread. */
public interface CallRecords {
    /** Keeps nothing. */
    CallRecords NONE = new CallRecords() {
        @Override
        public Wanted wanted() {
            return Wanted.NOTHING;
        }

        @Override
        public void ended(CallPart part) {}

        @Override
        public void measured(LegQuality quality) {}

        @Override
        public void over(int call, Instant began, Instant ended) {}
    };

    /**
     * What is to be recorded.
     *
     * @param parts parts of calls that begin now
     * @param quality what phones count of legs that end now
     */
    record Wanted(boolean parts, boolean quality) {
        static final Wanted NOTHING = new Wanted(false, false);
    }

    /** What is to be recorded now; asked when a call begins and when a leg ends. */
    Wanted wanted();

    /** A part of a call is over. */
    void ended(CallPart part);

    /** A phone told what it counted of a leg. */
    void measured(LegQuality quality);

    /** A call is over, whatever became of it. */
    void over(int call, Instant began, Instant ended);
}
