package org.keyline.node.media;

import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Playing;
import org.keyline.callcontrol.resource.Sound.Music;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.media.music.MusicOnHold;

/** Music for those who are held. */
record Jukebox(MusicOnHold music, SnapshotSource snapshots) implements Places {
    @Override
    public Optional<Place> take(LegEvent offer, Runnable over) {
        return offer instanceof Playing(var _, Music(var source))
                ? music.listen(LiveSources.track(snapshots.current(), source)).map(Place::alone)
                : Optional.empty();
    }

    @Override
    public int left() {
        return music.unicast().available();
    }
}
