package org.keyline.callcontrol.device;

import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand;

/** What a step of a device brings about. */
public sealed interface DeviceEffect {
    /** Tells the phone. */
    record Command(StationCommand command) implements DeviceEffect {}

    /** Begins a call; its machine starts with this signal. */
    record Begin(CallSignal.Originate originate) implements DeviceEffect {}

    /** Tells the call of a leg. */
    record Signal(CallReference leg, CallSignal signal) implements DeviceEffect {}
}
