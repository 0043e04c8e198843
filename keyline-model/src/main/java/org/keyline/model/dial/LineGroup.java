package org.keyline.model.dial;

import java.time.Duration;
import java.util.List;

/**
 * Lines that are offered a hunted call.
 *
 * @param distribution who is offered first
 * @param noAnswerAfter how long a member rings before the next one is offered the call, 1 to 300 seconds
 * @param onNoAnswer what follows when a member does not answer
 * @param onBusy what follows when a member is busy
 * @param onNotAvailable what follows when a member's phone is not registered
 * @param members in order
 */
public record LineGroup(
        String name,
        Distribution distribution,
        Duration noAnswerAfter,
        Onward onNoAnswer,
        Onward onBusy,
        Onward onNotAvailable,
        List<Member> members) {
    public LineGroup {
        members = List.copyOf(members);
    }

    /** A directory number of a partition. */
    public record Member(DirectoryNumber number, String partition) {}

    /** Who is offered a call first. */
    public enum Distribution {
        /** From the first member down. */
        TOP_DOWN,
        /** From the member after the one last offered, around. */
        CIRCULAR,
        /** First who has been idle longest. */
        LONGEST_IDLE,
        /** All idle members at once. */
        BROADCAST
    }

    /** Where hunting goes after a member in vain. */
    public enum Onward {
        NEXT_MEMBER_THEN_NEXT_GROUP,
        NEXT_MEMBER_NOT_NEXT_GROUP,
        NEXT_GROUP,
        STOP
    }
}
