package org.keyline.processing.record;

import java.net.InetAddress;
import java.util.Optional;
import org.keyline.callcontrol.station.CallReference;

/** What is known of a leg outside its call. */
public interface LegFacts {
    /** The number of the call it is in now. */
    Optional<Integer> call(CallReference leg);

    /** Where its device is connected from. */
    Optional<InetAddress> address(CallReference leg);
}
