package org.keyline.config.snapshot;

import java.util.Collections;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.keyline.config.snapshot.SnapshotState.Reader;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.Location;
import org.keyline.model.server.Region;

/** What decides about media, by key, from which a snapshot is made and the next revision's follows. */
record MediaPlanState(Map<String, Region> regions, Map<String, Location> locations) {
    static MediaPlanState load(Handle handle) {
        return new MediaPlanState(
                SnapshotState.all(handle, Kinds.REGION, SnapshotRecords::region),
                SnapshotState.all(handle, Kinds.LOCATION, SnapshotRecords::location));
    }

    MediaPlanState after(Reader reader) {
        return new MediaPlanState(
                reader.merge(regions, Kinds.REGION, key -> key, SnapshotRecords::region),
                reader.merge(locations, Kinds.LOCATION, key -> key, SnapshotRecords::location));
    }

    MediaPlan plan() {
        return new MediaPlan(Collections.unmodifiableMap(regions), Collections.unmodifiableMap(locations));
    }
}
