package org.keyline.model.device;

import java.util.Optional;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.NumberKey;

/**
 * A directory number as it appears on one device; it may have several buttons there.
 *
 * @param instance position among the line buttons, from 1
 * @param number the directory number, the key of {@link org.keyline.model.dial.Line} with {@code partition}
 * @param partition the partition of the number; empty is {@code <None>}
 * @param display the name others see when this line calls; may be empty
 * @param label the text beside the button; may be empty (the number is shown)
 * @param maxCalls how many calls this line takes at most, 1 to 200
 * @param busyTrigger from how many calls on a further caller hears busy, 1 to {@code maxCalls}
 * @param externalMask what makes the number one of outside, as {@code 555XXXX}: {@code X} keeps a digit
 */
public record LineAppearance(
        LineInstance instance,
        DirectoryNumber number,
        String partition,
        String display,
        String label,
        int maxCalls,
        int busyTrigger,
        Optional<String> externalMask) {
    /** A line that has no other number outside. */
    public LineAppearance(
            LineInstance instance,
            DirectoryNumber number,
            String partition,
            String display,
            String label,
            int maxCalls,
            int busyTrigger) {
        this(instance, number, partition, display, label, maxCalls, busyTrigger, Optional.empty());
    }

    /** Whether both buttons have one line: the same number in the same partition. */
    public boolean isSameLine(LineAppearance other) {
        return number.equals(other.number) && partition.equals(other.partition);
    }

    /** How others name its line. */
    public NumberKey key() {
        return new NumberKey(number, partition);
    }
}
