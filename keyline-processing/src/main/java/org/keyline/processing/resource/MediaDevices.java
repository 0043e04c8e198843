package org.keyline.processing.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.callcontrol.resource.MulticastMusic;
import org.keyline.callcontrol.resource.ResourceLists;
import org.keyline.callcontrol.resource.ResourceLists.Tier;
import org.keyline.model.device.DeviceName;
import org.keyline.processing.call.LegOwner;
import org.keyline.processing.call.LegOwners;
import org.keyline.processing.resource.MediaDevice.Kind;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.Alarms;

/**
 * The media resources that have registered, and whose turn it is among them. When none of a kind can serve a device's
 * list, an alarm says so, once until one can again. Safe from any thread; never blocks.
 */
public final class MediaDevices implements LegOwners {
    private final Alarms alarms;
    private final List<MediaDevice> devices = new CopyOnWriteArrayList<>();
    private final Map<Group, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final Set<Lack> lacking = ConcurrentHashMap.newKeySet();

    private record Group(Kind kind, String name) {}

    private record Lack(Kind kind, String list) {}

    /** None yet. */
    public MediaDevices(Alarms alarms) {
        this.alarms = alarms;
    }

    /** The resource may be given to calls from now on; one of the same name is no longer. */
    public void register(MediaDevice device) {
        devices.removeIf(other -> other.device().equals(device.device()));
        devices.add(device);
        lacking.removeIf(lack -> lack.kind() == device.kind());
    }

    /** The resource is given to no further call. */
    public void unregister(MediaDevice device) {
        devices.remove(device);
    }

    @Override
    public Optional<? extends LegOwner> find(DeviceName name) {
        return devices.stream().filter(device -> device.device().equals(name)).findFirst();
    }

    /** The resources as calls are given them under these lists. */
    public MediaResources within(ResourceLists lists) {
        return new Listed(lists);
    }

    private final class Listed implements MediaResources {
        private final ResourceLists lists;

        Listed(ResourceLists lists) {
            this.lists = lists;
        }

        @Override
        public Optional<Terminal> conferenceBridge(Terminal wanting, int parties) {
            return withRoom(Kind.CONFERENCE_BRIDGE, wanting, parties);
        }

        @Override
        public boolean hasSeat(DeviceName bridge) {
            return devices.stream().anyMatch(device -> device.device().equals(bridge) && device.room() >= 1);
        }

        @Override
        public Optional<Terminal> musicOnHold(Terminal held) {
            return withRoom(Kind.MUSIC_ON_HOLD, held, 1);
        }

        @Override
        public Optional<MulticastMusic> multicastMusic(Terminal held, String source) {
            var servers = ofKind(Kind.MUSIC_ON_HOLD);
            for (var tier : lists.tiers(held.site().media().resourceList(), names(servers))) {
                var ofTier = servers.stream()
                        .filter(server -> tier.resources().contains(server.device()))
                        .toList();
                var found = tier.multicast() ? multicast(ofTier, source) : Optional.<MulticastMusic>empty();
                if (found.isPresent() || ofTier.stream().anyMatch(server -> server.room() >= 1)) {
                    return found;
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<Terminal> annunciator(Terminal listener) {
            return withRoom(Kind.ANNUNCIATOR, listener, 1);
        }

        @Override
        public Optional<Terminal> terminationPoint(Terminal wanting) {
            return withRoom(Kind.MEDIA_TERMINATION_POINT, wanting, 1);
        }

        private Optional<Terminal> withRoom(Kind kind, Terminal asking, int legs) {
            var list = asking.site().media().resourceList();
            var ofKind = ofKind(kind);
            var tiers = lists.tiers(list, names(ofKind));
            for (var tier : tiers) {
                var found = inTurn(kind, tier, ofKind, legs);
                if (found.isPresent()) {
                    lacking.remove(new Lack(kind, list.orElse("")));
                    return found.map(MediaDevice::terminal);
                }
            }
            var asked =
                    tiers.stream().flatMap(tier -> tier.resources().stream()).toList();
            ofKind.stream().filter(device -> asked.contains(device.device())).forEach(MediaDevice::turnedAway);
            lacks(new Lack(kind, list.orElse("")), asked.isEmpty());
            return Optional.empty();
        }
    }

    private List<MediaDevice> ofKind(Kind kind) {
        return devices.stream().filter(device -> device.kind() == kind).toList();
    }

    private static List<DeviceName> names(List<MediaDevice> some) {
        return some.stream().map(MediaDevice::device).toList();
    }

    /** The first of these that multicasts the source. */
    private static Optional<MulticastMusic> multicast(List<MediaDevice> servers, String source) {
        return servers.stream()
                .map(server -> new MulticastMusic(server.terminal(), server.groups(source)))
                .filter(music -> !music.groups().isEmpty())
                .findFirst();
    }

    /** The next of a group that has room, from the one after who was given last. */
    private Optional<MediaDevice> inTurn(Kind kind, Tier tier, List<MediaDevice> ofKind, int legs) {
        var turn = turns.computeIfAbsent(new Group(kind, tier.name()), _ -> new AtomicInteger());
        var start = turn.get();
        var count = tier.resources().size();
        for (var step = 0; step < count; step++) {
            var name = tier.resources().get(Math.floorMod(start + step, count));
            for (var device : ofKind) {
                if (device.device().equals(name) && device.room() >= legs) {
                    turn.compareAndSet(start, start + step + 1);
                    return Optional.of(device);
                }
            }
        }
        return Optional.empty();
    }

    private void lacks(Lack lack, boolean noneAtAll) {
        if (lacking.add(lack)) {
            alarms.raise(
                    noneAtAll ? AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED : allTaken(lack.kind()),
                    noneAtAll ? Map.of("type", lack.kind().name(), "list", lack.list()) : Map.of());
        }
    }

    private static AlarmDefinition allTaken(Kind kind) {
        return switch (kind) {
            case CONFERENCE_BRIDGE -> AlarmCatalogue.CONFERENCE_NO_MORE_RESOURCES;
            case MUSIC_ON_HOLD -> AlarmCatalogue.MOH_NO_MORE_RESOURCES;
            case ANNUNCIATOR -> AlarmCatalogue.ANNUNCIATOR_NO_MORE_RESOURCES;
            case MEDIA_TERMINATION_POINT -> AlarmCatalogue.MTP_NO_MORE_RESOURCES;
        };
    }
}
