package org.keyline.processing.resource;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.model.device.DeviceName;
import org.keyline.processing.call.LegOwner;
import org.keyline.processing.call.LegOwners;
import org.keyline.processing.resource.MediaDevice.Kind;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.Alarms;

/**
 * The media resources that have registered. When none of a kind can serve a call, an alarm says so, once until one can
 * again. Safe from any thread; never blocks.
 */
public final class MediaDevices implements MediaResources, LegOwners {
    private final Alarms alarms;
    private final List<MediaDevice> devices = new CopyOnWriteArrayList<>();
    private final Set<Kind> lacking = Collections.synchronizedSet(EnumSet.noneOf(Kind.class));

    /** None yet. */
    public MediaDevices(Alarms alarms) {
        this.alarms = alarms;
    }

    /** The resource may be given to calls from now on; one of the same name is no longer. */
    public void register(MediaDevice device) {
        devices.removeIf(other -> other.device().equals(device.device()));
        devices.add(device);
        lacking.remove(device.kind());
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
    public boolean hasSeat(DeviceName bridge) {
        return devices.stream().anyMatch(device -> device.device().equals(bridge) && device.room() >= 1);
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
        var ofKind = devices.stream().filter(device -> device.kind() == kind).toList();
        var found = ofKind.stream().filter(device -> device.room() >= legs).findFirst();
        if (found.isPresent()) {
            lacking.remove(kind);
        } else {
            ofKind.forEach(MediaDevice::turnedAway);
            lacks(kind, ofKind.isEmpty());
        }
        return found.map(MediaDevice::terminal);
    }

    private void lacks(Kind kind, boolean noneAtAll) {
        if (lacking.add(kind)) {
            alarms.raise(
                    noneAtAll ? AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED : allTaken(kind),
                    noneAtAll ? Map.of("type", kind.name()) : Map.of());
        }
    }

    private static AlarmDefinition allTaken(Kind kind) {
        return switch (kind) {
            case CONFERENCE_BRIDGE -> AlarmCatalogue.CONFERENCE_NO_MORE_RESOURCES;
            case MUSIC_ON_HOLD -> AlarmCatalogue.MOH_NO_MORE_RESOURCES;
            case ANNUNCIATOR -> AlarmCatalogue.ANNUNCIATOR_NO_MORE_RESOURCES;
        };
    }
}
