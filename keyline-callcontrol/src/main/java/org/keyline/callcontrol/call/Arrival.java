package org.keyline.callcontrol.call;

/**
 * A leg that comes from another call.
 *
 * @param leg whose it is
 * @param where how it stands
 * @param dialled the number that led to it
 * @param generation of its last media session, so that the next one is told apart from it
 */
public record Arrival(Leg leg, Where where, String dialled, int generation) {
    /** How a leg stands when it leaves its call. */
    public enum Where {
        RINGING,
        TALKING,
        HOLDING
    }
}
