package org.keyline.sccp.codec.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.keyline.sccp.codec.wire.MalformedMessage;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Arrays of a fixed number of slots on the wire of which a count word says how many are valid. */
public final class Slots {
    private Slots() {}

    /**
     * Reads the first {@code count} of {@code slots} entries and passes over the others.
     *
     * @param size bytes of one slot
     */
    public static <T> List<T> read(SccpReader in, int count, int slots, int size, Function<SccpReader, T> entry) {
        if (count < 0 || count > slots) {
            throw new MalformedMessage(
                    "A count is " + Integer.toUnsignedString(count) + " where there are " + slots + " slots");
        }
        var entries = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry.apply(in));
        }
        in.skip((slots - count) * size);
        return entries;
    }

    /** Writes at most {@code slots} entries and fills the rest with zeros. */
    public static <T> void write(
            SccpWriter out, List<T> entries, int slots, int size, BiConsumer<T, SccpWriter> entry) {
        int used = Math.min(entries.size(), slots);
        for (int i = 0; i < used; i++) {
            entry.accept(entries.get(i), out);
        }
        out.zeros((slots - used) * size);
    }
}
