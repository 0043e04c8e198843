package org.keyline.callcontrol.device;

import java.time.Duration;
import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.NumberKey;

/** What a step of a device brings about. */
public sealed interface DeviceEffect {
    /** Tells the phone. */
    record Command(StationCommand command) implements DeviceEffect {}

    /** Begins a call; its machine starts with this signal. */
    record Begin(CallSignal.Originate originate) implements DeviceEffect {}

    /** All calls to a line of this phone shall go to a number, or no longer. */
    record ForwardAll(LineAppearance line, Optional<String> to) implements DeviceEffect {}

    /** The user of this phone wants peace, or no longer. */
    record DoNotDisturb(boolean active) implements DeviceEffect {}

    /** The user of this phone keeps calls from others with the same line, or no longer. */
    record Private(boolean active) implements DeviceEffect {}

    /**
     * What a line does shall be told to this device from now on, and of no other line.
     *
     * @param atMost how long
     */
    record Follow(NumberKey line, Duration atMost) implements DeviceEffect {}

    /** No line is followed any more. */
    record Unfollow() implements DeviceEffect {}

    /** Calls that are hunted ring at this phone, or no longer. */
    record HuntGroups(boolean loggedIn) implements DeviceEffect {}

    /** Tells the call of a leg. */
    record Signal(CallReference leg, CallSignal signal) implements DeviceEffect {}
}
