package org.keyline.callcontrol.device;

import java.util.List;

/** The device after a signal, and what it brings about, in order. */
public record DeviceStep(DeviceState next, List<DeviceEffect> effects) {
    public DeviceStep {
        effects = List.copyOf(effects);
    }
}
