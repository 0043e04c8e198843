package org.keyline.processing.resource;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.model.device.DeviceName;
import org.keyline.processing.call.LegOwner;
import org.keyline.processing.call.LegOwners;
import org.keyline.processing.resource.MediaDevice.Kind;

/** The media resources that have registered. Safe from any thread; never blocks. */
public final class MediaDevices implements MediaResources, LegOwners {
    private final List<MediaDevice> devices = new CopyOnWriteArrayList<>();

    /** The resource may be given to calls from now on; one of the same name is no longer. */
    public void register(MediaDevice device) {
        devices.removeIf(other -> other.device().equals(device.device()));
        devices.add(device);
    }

    /** The resource is given to no further call. */
    public void unregister(MediaDevice device) {
        devices.remove(device);
    }

    @Override
    public Optional<? extends LegOwner> find(DeviceName name) {
        return devices.stream().filter(device -> device.device().equals(name)).findFirst();
    }

    @Override
    public Optional<Terminal> conferenceBridge(int parties) {
        return withRoom(Kind.CONFERENCE_BRIDGE, parties);
    }

    @Override
    public Optional<Terminal> musicOnHold(Terminal held) {
        return withRoom(Kind.MUSIC_ON_HOLD, 1);
    }

    @Override
    public Optional<Terminal> annunciator(Terminal listener) {
        return withRoom(Kind.ANNUNCIATOR, 1);
    }

    private Optional<Terminal> withRoom(Kind kind, int legs) {
        return devices.stream()
                .filter(device -> device.kind() == kind && device.room() >= legs)
                .findFirst()
                .map(MediaDevice::terminal);
    }
}
