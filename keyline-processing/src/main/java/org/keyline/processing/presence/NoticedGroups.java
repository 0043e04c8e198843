package org.keyline.processing.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.PickupNotice;

/**
 * The pickup groups whose members are told that a call rings in them, and the lines in these.
 *
 * @param groups how each is told, by the group's key
 * @param lines the key of its group for each line in one of them
 */
record NoticedGroups(Map<String, PickupNotice> groups, Map<NumberKey, String> lines) {
    static final NoticedGroups NONE = new NoticedGroups(Map.of(), Map.of());

    static NoticedGroups of(Collection<PickupGroup> all, Collection<Line> numbers) {
        var groups = all.stream()
                .filter(group -> group.notice().isGiven())
                .collect(Collectors.toUnmodifiableMap(PickupGroup::key, PickupGroup::notice));
        return groups.isEmpty() ? NONE : new NoticedGroups(groups, lines(groups.keySet(), numbers));
    }

    private static Map<NumberKey, String> lines(Set<String> groups, Collection<Line> numbers) {
        var lines = new HashMap<NumberKey, String>();
        for (var line : numbers) {
            line.pickupGroup().filter(groups::contains).ifPresent(group -> lines.put(line.key(), group));
        }
        return lines;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** How the members of a group are told, if they are. */
    Optional<PickupNotice> notice(String group) {
        return Optional.ofNullable(groups.get(group));
    }

    /** The groups that buttons of this phone are in. */
    Map<LineInstance, String> of(Phone phone) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<LineInstance, String>();
        for (var line : phone.lines()) {
            var group = lines.get(line.key());
            if (group != null) {
                found.put(line.instance(), group);
            }
        }
        return found;
    }
}
