package org.keyline.node.media;

import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Playing;
import org.keyline.callcontrol.resource.Sound.GroupMusic;
import org.keyline.callcontrol.resource.Sound.Music;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.media.music.MusicOnHold;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/** Music for those who are held: a stream for each, or one for all who join its group. */
record Jukebox(MusicOnHold music, GroupSources multicast, SnapshotSource snapshots) implements Places {
    @Override
    public Optional<Place> take(LegEvent offer, Runnable over) {
        return switch (offer) {
            case Playing(var _, Music(var source)) ->
                music.listen(LiveSources.track(snapshots.current(), source)).map(Place::alone);
            case Playing(var _, GroupMusic(var source, var group)) -> multicast.listen(source, group, over);
            case LegEvent _ -> Optional.empty();
        };
    }

    @Override
    public Map<AudioCodec, MediaAddress> groups(String source) {
        return multicast.groups(source);
    }

    @Override
    public int left() {
        return music.unicast().available();
    }
}
