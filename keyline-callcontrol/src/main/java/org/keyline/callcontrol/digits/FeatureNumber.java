package org.keyline.callcontrol.digits;

import java.util.List;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.PickupGroup;

/** A number behind which a feature stands, and nobody who rings. */
public sealed interface FeatureNumber extends Target, Meaning {
    /** Takes a call that rings in a pickup group. */
    record Pickup(PickupGroup group) implements FeatureNumber {}

    /** Voice mail says that the caller's mailbox has messages, or none any more. */
    record MessageWaiting(MessageWaitingNumber number) implements FeatureNumber {}

    /** Where people meet. */
    record MeetMe(MeetMeNumber range) implements FeatureNumber {}

    /** Where calls are parked. */
    sealed interface Parking extends FeatureNumber {}

    /**
     * Takes the call that is parked there.
     *
     * @param slots every number of the range
     */
    record Park(CallPark range, List<String> slots) implements Parking {
        public Park {
            slots = List.copyOf(slots);
        }
    }

    /** A call is transferred there to be parked. */
    record DirectedPark(DirectedCallPark range) implements Parking {}

    /** Takes the call that was parked there by transfer; the slot's number follows the prefix. */
    record Retrieval(DirectedCallPark range) implements Parking {}
}
