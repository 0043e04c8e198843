package org.keyline.sccp.codec.field;

/** What becomes of the counters after ConnectionStatisticsReq. */
public enum StatsProcessing implements CodePoint {
    /** Cleared after sending. */
    CLEAR(0),
    /** Kept. */
    DO_NOT_CLEAR(1);

    private static final ClosedSet<StatsProcessing> SET = new ClosedSet<>(StatsProcessing.class);

    private final int number;

    StatsProcessing(int number) {
        this.number = number;
    }

    /** The member with this number; any other number is malformed. */
    public static StatsProcessing of(int number) {
        return SET.of(number);
    }

    @Override
    public int number() {
        return number;
    }
}
