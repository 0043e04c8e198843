package org.keyline.config.snapshot;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.media.AudioSource;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.Location;
import org.keyline.model.server.MediaResourceGroup;
import org.keyline.model.server.Region;

/** What decides about media, by key, from which a snapshot is made and the next revision's follows. */
record MediaPlanState(
        Records<String, Region> regions,
        Records<String, Location> locations,
        Records<String, AudioSource> audioSources,
        Records<String, MediaResourceGroup> groups,
        Records<String, List<String>> lists) {
    static MediaPlanState load(Handle handle) {
        return new MediaPlanState(
                Records.load(handle, Kinds.REGION, SnapshotRecords::region),
                Records.load(handle, Kinds.LOCATION, SnapshotRecords::location),
                Records.load(handle, Kinds.AUDIO_SOURCE, SnapshotRecords::audioSource),
                Records.load(handle, Kinds.MEDIA_RESOURCE_GROUP, SnapshotRecords::mediaResourceGroup),
                Records.load(handle, Kinds.MEDIA_RESOURCE_GROUP_LIST, MediaPlanState::groupNames));
    }

    MediaPlanState after(Records.Changes changes) {
        return new MediaPlanState(
                regions.after(changes),
                locations.after(changes),
                audioSources.after(changes),
                groups.after(changes),
                lists.after(changes));
    }

    private static List<String> groupNames(ConfigObject list) {
        return list.names("groups");
    }

    MediaPlan plan() {
        return new MediaPlan(regions.byKey(), locations.byKey(), audioSources.byKey(), groups.byKey(), lists.byKey());
    }
}
