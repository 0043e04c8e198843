package org.keyline.processing.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.DeviceName;

/**
 * A call that rings, as seen from one leg that rings.
 *
 * @param number of the call
 * @param since when the call began
 * @param caller whose device calls
 * @param calling who calls, as the phones that ring show it
 * @param called the line of that leg
 * @param ringing every device at which it rings
 */
public record RingingCall(
        int number, Instant since, DeviceName caller, Party calling, Party called, Set<DeviceName> ringing) {
    /** The oldest call first, as PickUp takes them. */
    static final Comparator<RingingCall> BY_AGE =
            Comparator.comparing(RingingCall::since).thenComparingInt(RingingCall::number);

    public RingingCall {
        ringing = Set.copyOf(ringing);
    }

    /** Whether a phone has a part in it, and so need not be told of it. */
    boolean concerns(DeviceName device) {
        return caller.equals(device) || ringing.contains(device);
    }
}
