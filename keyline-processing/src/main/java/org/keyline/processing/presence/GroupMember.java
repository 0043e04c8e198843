package org.keyline.processing.presence;

import java.util.Optional;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.model.device.DeviceName;

/** A phone with a line in a pickup group. Told by the actor of the notices: returns at once. */
public interface GroupMember {
    DeviceName device();

    /** Which call rings in its groups, to show it; none, or none any more. */
    void ringsInGroup(Optional<PickupCall> call);

    /** A call rings in its groups, to be heard once. */
    void alertsOfPickup();
}
