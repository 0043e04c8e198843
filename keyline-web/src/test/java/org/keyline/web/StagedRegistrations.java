package org.keyline.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.DeviceName;
import org.keyline.processing.location.LocationUse;
import org.keyline.processing.view.CallView;
import org.keyline.processing.view.EndedCall;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.processing.view.Registrations;

/** A registrar without calls whose devices are those of a map, as it is at that moment. */
public record StagedRegistrations(Map<DeviceName, RegisteredDevice> registered) implements Registrations {
    @Override
    public List<RegisteredDevice> devices() {
        return List.copyOf(registered.values());
    }

    @Override
    public Optional<RegisteredDevice> device(DeviceName name) {
        return Optional.ofNullable(registered.get(name));
    }

    @Override
    public List<CallView> calls() {
        return List.of();
    }

    @Override
    public List<EndedCall> recentCalls() {
        return List.of();
    }

    @Override
    public List<LocationUse> locations() {
        return List.of();
    }

    @Override
    public long configurationRevision() {
        return 0;
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}
