package org.keyline.callcontrol.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.model.device.DeviceName;
import org.keyline.model.server.MediaResourceGroup;

/**
 * In which order media resources are asked for a device. Those of a group take turns; the next group is asked when
 * nothing is free in those before; last come the resources in no group, which alone serve devices without a list.
 *
 * @param groups by name
 * @param lists names of groups in order, by the list's name
 * @param grouped every resource that is in a group
 */
public record ResourceLists(
        Map<String, MediaResourceGroup> groups, Map<String, List<String>> lists, Set<DeviceName> grouped) {
    /** No groups: all resources are for all. */
    public static final ResourceLists NONE = of(Map.of(), Map.of());

    public ResourceLists {
        groups = Map.copyOf(groups);
        lists = Map.copyOf(lists);
        grouped = Set.copyOf(grouped);
    }

    /** These groups and lists. */
    public static ResourceLists of(Map<String, MediaResourceGroup> groups, Map<String, List<String>> lists) {
        var grouped = new HashSet<DeviceName>();
        groups.values().forEach(group -> grouped.addAll(group.resources()));
        return new ResourceLists(groups, lists, grouped);
    }

    /**
     * Resources that take turns.
     *
     * @param name their group's; empty for those in no group
     * @param multicast whether they multicast music, where they can
     */
    public record Tier(String name, List<DeviceName> resources, boolean multicast) {
        public Tier {
            resources = List.copyOf(resources);
        }

        /** Music from them is a stream of its own for each listener. */
        public Tier(String name, List<DeviceName> resources) {
            this(name, resources, false);
        }
    }

    /** Who is asked for a device with this list, in order, of the resources there are. */
    public List<Tier> tiers(Optional<String> list, Collection<DeviceName> present) {
        var tiers = new ArrayList<Tier>();
        for (var name : list.map(lists::get).orElse(List.of())) {
            var group = groups.get(name);
            if (group != null) {
                tiers.add(new Tier(
                        name,
                        group.resources().stream().filter(present::contains).toList(),
                        group.multicast()));
            }
        }
        tiers.add(new Tier(
                "",
                present.stream().filter(resource -> !grouped.contains(resource)).toList()));
        return tiers;
    }
}
