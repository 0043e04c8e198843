package org.keyline.model.dial;

import java.util.List;

/**
 * Lines whose ringing calls the users of each other may take.
 *
 * @param number dialled to take a call of the group
 * @param partition the partition's name; empty is {@code <None>}
 * @param name what people call it
 * @param others the keys of the groups whose calls its members may take too, first tried first
 * @param notice how its members learn that a call rings in it
 */
public record PickupGroup(String number, String partition, String name, List<String> others, PickupNotice notice) {
    public PickupGroup {
        others = List.copyOf(others);
    }

    /** One whose members are not told that a call rings in it. */
    public PickupGroup(String number, String partition, String name, List<String> others) {
        this(number, partition, name, others, PickupNotice.NONE);
    }

    /** How others name it: its number, with its partition where it has one. */
    public String key() {
        return new NumberKey(number, partition).toString();
    }
}
