package org.keyline.sccp.codec.field;

import java.util.List;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/**
 * A conference service a device offers.
 *
 * @param layouts at most five picture layouts
 * @param serviceNumber its number
 * @param maxStreams streams at most
 * @param maxConferences conferences at most
 * @param activeConferences conferences now
 */
public record ConferenceService(
        List<Integer> layouts, int serviceNumber, int maxStreams, int maxConferences, int activeConferences) {
    static final int SIZE = 40;

    private static final int LAYOUTS = 5;

    /** Keeps its own list. */
    public ConferenceService {
        layouts = List.copyOf(layouts);
    }

    static ConferenceService read(SccpReader in) {
        return new ConferenceService(
                Slots.read(in, in.u32(), LAYOUTS, 4, SccpReader::u32), in.u32(), in.u32(), in.u32(), in.u32());
    }

    void write(SccpWriter out) {
        out.u32(Math.min(layouts.size(), LAYOUTS));
        Slots.write(out, layouts, LAYOUTS, 4, (layout, to) -> to.u32(layout));
        out.u32(serviceNumber).u32(maxStreams).u32(maxConferences).u32(activeConferences);
    }
}
