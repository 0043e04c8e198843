package org.keyline.processing.view;

import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.model.device.DeviceName;

/** What an administrator does to registered devices. Safe from any thread; never blocks. */
public interface DeviceControl {
    /**
     * Resets or restarts a device: at once when it is idle, else when its last call ends.
     *
     * @return false when it is not registered
     */
    boolean reset(DeviceName device, Reset.Kind kind);
}
