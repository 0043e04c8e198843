package org.keyline.callcontrol.station;

import java.util.Optional;

/**
 * A call that rings at somebody else's phone, as the members of that pickup group are told of it.
 *
 * @param calling who calls, as the phone that rings shows it; empty where the group is not told
 * @param called where it rings; empty where the group is not told
 */
public record PickupCall(Optional<Party> calling, Optional<Party> called) {}
