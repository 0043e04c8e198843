package org.keyline.config.snapshot;

import java.util.List;
import java.util.Map;
import org.keyline.model.media.AudioSource;
import org.keyline.model.server.Location;
import org.keyline.model.server.MediaResourceGroup;
import org.keyline.model.server.Region;

/**
 * Everything that decides what media calls have.
 *
 * @param regions by name: which codecs
 * @param locations by name: how many calls
 * @param audioSources by name: which music
 * @param groups by name: media resources that stand in for each other
 * @param lists by name: the names of groups, in the order they are asked
 */
public record MediaPlan(
        Map<String, Region> regions,
        Map<String, Location> locations,
        Map<String, AudioSource> audioSources,
        Map<String, MediaResourceGroup> groups,
        Map<String, List<String>> lists) {
    /** Regions alone. */
    public static MediaPlan of(Map<String, Region> regions) {
        return new MediaPlan(regions, Map.of(), Map.of(), Map.of(), Map.of());
    }
}
