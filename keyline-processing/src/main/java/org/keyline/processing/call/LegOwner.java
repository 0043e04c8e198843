package org.keyline.processing.call;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.model.device.DeviceName;

/** A registered device as calls see it. Safe from any thread. */
public interface LegOwner {
    DeviceName device();

    /** Where it is connected from; nowhere, for what is a part of this node. */
    default Optional<InetAddress> address() {
        return Optional.empty();
    }

    /** Hears what a call says of its legs at this device, in order. */
    void hear(ActorRef<CallSignal> call, List<LegEvent> events);
}
