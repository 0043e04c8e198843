package org.keyline.callcontrol.call;

import java.util.Optional;
import java.util.function.Predicate;
import org.keyline.callcontrol.station.CallReference;

/** Which calls ring now. Safe from any thread; never blocks. */
public interface RingingCalls {
    /** Of the calls that ring at one of the legs asked for, the oldest: that leg of it. */
    Optional<CallReference> oldest(Predicate<Leg> asked);
}
