package org.keyline.callcontrol.hunt;

import java.time.Instant;

/** Whether a member of a line group can be offered a call. */
public sealed interface MemberState {
    /**
     * It can.
     *
     * @param since when its last call ended, or it came to the group
     */
    record Idle(Instant since) implements MemberState {}

    /** All its appearances are busy. */
    record Busy() implements MemberState {}

    /** None of its phones is registered. */
    record NotAvailable() implements MemberState {}

    /** Its user logged out of all groups: hunting passes it as if it were no member. */
    record LoggedOut() implements MemberState {}
}
