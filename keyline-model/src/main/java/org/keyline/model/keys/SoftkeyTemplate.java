package org.keyline.model.keys;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which softkeys a phone shows in each state of a call, in which order.
 *
 * @param name its name
 * @param keys by state; a state not named here shows none
 */
public record SoftkeyTemplate(String name, Map<SoftkeyState, List<PhoneSoftkey>> keys) {
    /** The most keys of one state. */
    public static final int KEYS_PER_STATE = 16;

    /** The most different keys of a whole template. */
    public static final int KEYS = 32;

    public SoftkeyTemplate {
        var copy = new EnumMap<SoftkeyState, List<PhoneSoftkey>>(SoftkeyState.class);
        keys.forEach((state, list) -> copy.put(state, List.copyOf(list)));
        keys = copy;
    }

    /** Its own map: nobody else changes it. */
    @Override
    public Map<SoftkeyState, List<PhoneSoftkey>> keys() {
        return new EnumMap<>(keys);
    }

    /** The keys of a state, in display order. */
    public List<PhoneSoftkey> in(SoftkeyState state) {
        return keys.getOrDefault(state, List.of());
    }

    /** Every key that it shows somewhere, in the order of their numbers. */
    public Set<PhoneSoftkey> all() {
        var all = EnumSet.noneOf(PhoneSoftkey.class);
        keys.values().forEach(all::addAll);
        return all;
    }

    /** The keys as they are written in a field: names with commas between. */
    public static String written(List<PhoneSoftkey> keys) {
        return String.join(", ", keys.stream().map(PhoneSoftkey::title).toList());
    }

    /** The names in a field, known or not, in order. */
    public static List<String> names(String written) {
        var names = new ArrayList<String>();
        for (var name : written.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    /** The keys in a field that is known to be right; a name that no key has is left out. */
    public static List<PhoneSoftkey> read(String written) {
        return names(written).stream()
                .flatMap(name -> PhoneSoftkey.named(name).stream())
                .toList();
    }
}
