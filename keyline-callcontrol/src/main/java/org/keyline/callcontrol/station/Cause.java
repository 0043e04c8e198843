package org.keyline.callcontrol.station;

/** Why a call ended or could not be made, with its Q.850 cause value. */
public enum Cause {
    NO_ERROR(0),
    UNALLOCATED_NUMBER(1),
    NORMAL_CLEARING(16),
    USER_BUSY(17),
    NO_ANSWER(19),
    CALL_REJECTED(21),
    NUMBER_CHANGED(22),
    EXCHANGE_ROUTING_ERROR(25),
    DESTINATION_OUT_OF_ORDER(27),
    INVALID_NUMBER_FORMAT(28),
    NO_CIRCUIT(34),
    TEMPORARY_FAILURE(41),
    RESOURCE_UNAVAILABLE(47),
    BEARER_NOT_AVAILABLE(58),
    INCOMPATIBLE_DESTINATION(88),
    RECOVERY_ON_TIMER_EXPIRY(102),
    PRECEDENCE_LEVEL_EXCEEDED(122),
    OUT_OF_BANDWIDTH(125);

    private final int value;

    Cause(int value) {
        this.value = value;
    }

    /** The Q.850 cause value. */
    public int value() {
        return value;
    }
}
