package org.keyline.config.snapshot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.keyline.config.snapshot.SnapshotState.Reader;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.media.AudioSource;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.Location;
import org.keyline.model.server.MediaResourceGroup;
import org.keyline.model.server.Region;

/** What decides about media, by key, from which a snapshot is made and the next revision's follows. */
record MediaPlanState(
        Map<String, Region> regions,
        Map<String, Location> locations,
        Map<String, AudioSource> audioSources,
        Map<String, MediaResourceGroup> groups,
        Map<String, List<String>> lists) {
    static MediaPlanState load(Handle handle) {
        return new MediaPlanState(
                SnapshotState.all(handle, Kinds.REGION, SnapshotRecords::region),
                SnapshotState.all(handle, Kinds.LOCATION, SnapshotRecords::location),
                SnapshotState.all(handle, Kinds.AUDIO_SOURCE, SnapshotRecords::audioSource),
                SnapshotState.all(handle, Kinds.MEDIA_RESOURCE_GROUP, SnapshotRecords::mediaResourceGroup),
                SnapshotState.all(handle, Kinds.MEDIA_RESOURCE_GROUP_LIST, MediaPlanState::groupNames));
    }

    MediaPlanState after(Reader reader) {
        return new MediaPlanState(
                reader.merge(regions, Kinds.REGION, key -> key, SnapshotRecords::region),
                reader.merge(locations, Kinds.LOCATION, key -> key, SnapshotRecords::location),
                reader.merge(audioSources, Kinds.AUDIO_SOURCE, key -> key, SnapshotRecords::audioSource),
                reader.merge(groups, Kinds.MEDIA_RESOURCE_GROUP, key -> key, SnapshotRecords::mediaResourceGroup),
                reader.merge(lists, Kinds.MEDIA_RESOURCE_GROUP_LIST, key -> key, MediaPlanState::groupNames));
    }

    private static List<String> groupNames(ConfigObject list) {
        return list.names("groups");
    }

    MediaPlan plan() {
        return new MediaPlan(
                Collections.unmodifiableMap(regions),
                Collections.unmodifiableMap(locations),
                Collections.unmodifiableMap(audioSources),
                Collections.unmodifiableMap(groups),
                Collections.unmodifiableMap(lists));
    }
}
