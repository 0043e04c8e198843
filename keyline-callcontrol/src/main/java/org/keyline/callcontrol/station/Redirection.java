package org.keyline.callcontrol.station;

/**
 * How a call came to a phone it was not meant for at first.
 *
 * @param original whom the caller wanted
 * @param originalReason why it went on from there
 * @param last who sent it here
 * @param lastReason why
 */
public record Redirection(Party original, Reason originalReason, Party last, Reason lastReason) {
    /** Why a call went on, with the number that records of calls and phones know it by. */
    public enum Reason {
        FORWARD_BUSY(1),
        FORWARD_NO_ANSWER(2),
        TRANSFER(4),
        PICKUP(5),
        PARK_PICKUP(8),
        PARK_REVERSION(11),
        FORWARD_ALL(15),
        DIVERT(50),
        FORWARD_UNREGISTERED(178);

        private final int value;

        Reason(int value) {
            this.value = value;
        }

        public int value() {
            return value;
        }
    }

    /** The call goes on for the first time. */
    public static Redirection from(Party party, Reason reason) {
        return new Redirection(party, reason, party, reason);
    }

    /** It goes on once more. */
    public Redirection then(Party party, Reason reason) {
        return new Redirection(original, originalReason, party, reason);
    }
}
