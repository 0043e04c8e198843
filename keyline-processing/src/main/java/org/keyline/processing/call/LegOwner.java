package org.keyline.processing.call;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.model.device.DeviceName;

/** A registered device as calls see it. Safe from any thread. */
public interface LegOwner {
    DeviceName device();

    /** Hears what a call says of its legs at this device, in order. */
    void hear(ActorRef<CallSignal> call, List<LegEvent> events);
}
