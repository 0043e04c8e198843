package org.keyline.callcontrol.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.callcontrol.media.MediaSession.Change;
import org.keyline.callcontrol.media.MediaSession.Directed;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.MediaSession.Receiver;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * The media of a call that goes through a media termination point: a session between the calling end and the point, and
 * one between the point and the called end, each with keys of its own or none. The codec is the same on both ways.
 *
 * @param near between the calling end and the point
 * @param far between the point and the called end
 */
public record RelayedMedia(MediaSession near, MediaSession far) implements Media {
    /**
     * The point's legs.
     *
     * @param calling the one that the calling end speaks to
     * @param called the one that the called end speaks to
     */
    public record Through(CallReference calling, CallReference called) {}

    /**
     * Asks both ends, and the point towards both of them, to listen.
     *
     * @param nearKeys the keys between the calling end and the point
     * @param farKeys the keys between the point and the called end
     */
    public static Change<RelayedMedia> open(
            Ends ends, Through point, AudioCodec codec, Optional<KeySet> nearKeys, Optional<KeySet> farKeys) {
        var near = MediaSession.open(
                new Ends(ends.conference(), ends.calling(), point.calling(), ends.generation()), codec, nearKeys);
        var far = MediaSession.open(
                new Ends(ends.conference(), point.called(), ends.called(), ends.generation()), codec, farKeys);
        return new Change<>(
                new RelayedMedia(near.session(), far.session()),
                Stream.concat(near.commands().stream(), far.commands().stream()).toList());
    }

    @Override
    public Ends ends() {
        return new Ends(
                near.ends().conference(),
                near.ends().calling(),
                far.ends().called(),
                near.ends().generation());
    }

    @Override
    public AudioCodec codec() {
        return near.codec();
    }

    @Override
    public boolean encrypted() {
        return near.encrypted() && far.encrypted();
    }

    @Override
    public Receiver calling() {
        return near.calling();
    }

    @Override
    public Receiver called() {
        return far.called();
    }

    @Override
    public boolean isUp() {
        return near.isUp() && far.isUp();
    }

    @Override
    public boolean isOpen(Side side) {
        return way(side).isOpen(side);
    }

    @Override
    public Optional<Side> sideOf(MediaStream stream) {
        return Stream.of(Side.values())
                .filter(side -> way(side).sideOf(stream).filter(side::equals).isPresent())
                .findFirst();
    }

    /** Which end the point speaks to with a stream of its own; none for a stream of an earlier session. */
    public Optional<Side> facing(MediaStream stream) {
        return Stream.of(Side.values())
                .filter(side ->
                        way(side).sideOf(stream).filter(side.other()::equals).isPresent())
                .findFirst();
    }

    @Override
    public Change<RelayedMedia> opened(Side side, MediaAddress address) {
        return with(side, way(side).opened(side, address));
    }

    /** The point listens to an end: that end may send. */
    public Change<RelayedMedia> pointOpened(Side facing, MediaAddress address) {
        return with(facing, way(facing).opened(facing.other(), address));
    }

    @Override
    public List<Directed> close(Optional<Side> refused) {
        return Stream.of(Side.values())
                .flatMap(side -> way(side).close(refused.filter(side::equals)).stream())
                .toList();
    }

    @Override
    public List<KeySet> keySets() {
        return Stream.concat(near.keySets().stream(), far.keySets().stream()).toList();
    }

    @Override
    public RelayedMedia withoutKeys() {
        return new RelayedMedia(near.withoutKeys(), far.withoutKeys());
    }

    private MediaSession way(Side side) {
        return side == Side.CALLING ? near : far;
    }

    private Change<RelayedMedia> with(Side side, Change<MediaSession> change) {
        return new Change<>(
                side == Side.CALLING
                        ? new RelayedMedia(change.session(), far)
                        : new RelayedMedia(near, change.session()),
                change.commands());
    }
}
