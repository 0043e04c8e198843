package org.keyline.config.snapshot;

import java.util.Map;
import org.keyline.model.server.Location;
import org.keyline.model.server.Region;

/**
 * Everything that decides what media calls have.
 *
 * @param regions by name: which codecs
 * @param locations by name: how many calls
 */
public record MediaPlan(Map<String, Region> regions, Map<String, Location> locations) {
    /** Regions alone. */
    public static MediaPlan of(Map<String, Region> regions) {
        return new MediaPlan(regions, Map.of());
    }
}
