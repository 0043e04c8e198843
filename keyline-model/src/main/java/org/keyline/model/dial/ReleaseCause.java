package org.keyline.model.dial;

/** What a caller is told who dials a blocked pattern, with its Q.850 cause value. */
public enum ReleaseCause {
    NO_ERROR(0),
    UNALLOCATED_NUMBER(1),
    CALL_REJECTED(21),
    NUMBER_CHANGED(22),
    INVALID_NUMBER_FORMAT(28),
    PRECEDENCE_LEVEL_EXCEEDED(122);

    private final int value;

    ReleaseCause(int value) {
        this.value = value;
    }

    /** The cause value as in Q.850; 122 is the product's own. */
    public int value() {
        return value;
    }
}
