package org.keyline.node.service;

import org.keyline.processing.location.LocationUse;

/**
 * A location as commands show it; the names are those of {@code /api/v1/locations}.
 *
 * @param name its name
 * @param limit the bandwidth there is, in kbit/s; 0 is unlimited
 * @param taken the bandwidth that calls take now, in kbit/s
 * @param streams how many pieces of media take it
 * @param refused how often there was not enough, since the node started
 */
public record LocationLine(String name, int limit, long taken, long streams, long refused) {
    /** What calls take of a location. */
    public static LocationLine of(LocationUse use) {
        return new LocationLine(
                use.location().name(), use.location().audioBandwidth(), use.taken(), use.streams(), use.refused());
    }
}
