package org.keyline.callcontrol.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.StationCommand.CloseReceive;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationCommand.StopTransmit;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * The media between the two ends of a call: each opens a receiver, and each sends as soon as the other's is open.
 *
 * <table>
 * <caption>One end's receiver</caption>
 * <tr><th>is</th><th>then</th><th>becomes</th><th>commands</th></tr>
 * <tr><td>-</td><td>open</td><td>asked</td><td>OpenReceive here, with the key of the way here</td></tr>
 * <tr><td>asked</td><td>opened</td><td>open</td><td>StartTransmit there, with the same key</td></tr>
 * <tr><td>asked, open</td><td>close</td><td>-</td><td>StopTransmit there if started, CloseReceive here</td></tr>
 * </table>
 *
 * @param ends whose media it is
 * @param codec what is spoken
 * @param encrypted whether it is SRTP
 * @param keys its keys, until both ends have them
 * @param calling the receiver of the calling end
 * @param called the receiver of the called end
 */
public record MediaSession(
        Ends ends, AudioCodec codec, boolean encrypted, Optional<KeySet> keys, Receiver calling, Receiver called)
        implements Media {
    private static final int PACKET_MILLIS = 20;

    /**
     * The legs of a session.
     *
     * @param conference the number of the call's media session
     * @param generation counts the sessions of a call, so that a late answer of an earlier one is told apart
     */
    public record Ends(int conference, CallReference calling, CallReference called, int generation) {
        CallReference leg(Side side) {
            return side == Side.CALLING ? calling : called;
        }

        MediaStream stream(Side side) {
            return MediaStream.of(leg(side), generation, conference);
        }
    }

    /** Where one end listens, once it does. */
    public record Receiver(MediaStream stream, Optional<MediaAddress> address) {
        boolean isOpen() {
            return address.isPresent();
        }
    }

    /** A command for one end. */
    public record Directed(Side to, MediaCommand command) {}

    /** The media after a change and what the ends are told. */
    public record Change<M extends Media>(M session, List<Directed> commands) {}

    /** Asks both ends to listen. */
    public static Change<MediaSession> open(Ends ends, AudioCodec codec, Optional<KeySet> keys) {
        var session = new MediaSession(
                ends,
                codec,
                keys.isPresent(),
                keys,
                new Receiver(ends.stream(Side.CALLING), Optional.empty()),
                new Receiver(ends.stream(Side.CALLED), Optional.empty()));
        return new Change<>(session, List.of(session.openReceive(Side.CALLED), session.openReceive(Side.CALLING)));
    }

    @Override
    public boolean isUp() {
        return calling.isOpen() && called.isOpen();
    }

    @Override
    public boolean isOpen(Side side) {
        return receiver(side).isOpen();
    }

    @Override
    public Optional<Side> sideOf(MediaStream stream) {
        if (stream.party() == calling.stream().party()) {
            return Optional.of(Side.CALLING);
        }
        return stream.party() == called.stream().party() ? Optional.of(Side.CALLED) : Optional.empty();
    }

    @Override
    public Change<MediaSession> opened(Side side, MediaAddress address) {
        if (receiver(side).isOpen()) {
            return new Change<>(this, List.of());
        }
        var open = new Receiver(receiver(side).stream(), Optional.of(address));
        return new Change<>(with(side, open), List.of(startTransmit(side.other(), address)));
    }

    @Override
    public List<KeySet> keySets() {
        return keys.stream().toList();
    }

    @Override
    public MediaSession withoutKeys() {
        return new MediaSession(ends, codec, encrypted, Optional.empty(), calling, called);
    }

    @Override
    public List<Directed> close(Optional<Side> refused) {
        var commands = new ArrayList<Directed>(4);
        for (var side : Side.values()) {
            if (receiver(side.other()).isOpen()) {
                commands.add(new Directed(side, new StopTransmit(ends.leg(side), receiver(side).stream())));
            }
            if (refused.filter(side::equals).isEmpty()) {
                commands.add(new Directed(side, new CloseReceive(ends.leg(side), receiver(side).stream())));
            }
        }
        return commands;
    }

    private Receiver receiver(Side side) {
        return side == Side.CALLING ? calling : called;
    }

    private MediaSession with(Side side, Receiver receiver) {
        return side == Side.CALLING
                ? new MediaSession(ends, codec, encrypted, keys, receiver, called)
                : new MediaSession(ends, codec, encrypted, keys, calling, receiver);
    }

    private Directed openReceive(Side side) {
        return new Directed(
                side, new OpenReceive(ends.leg(side), receiver(side).stream(), codec, PACKET_MILLIS, keyTowards(side)));
    }

    private Directed startTransmit(Side side, MediaAddress to) {
        return new Directed(
                side,
                new StartTransmit(
                        ends.leg(side), receiver(side).stream(), to, codec, PACKET_MILLIS, keyTowards(side.other())));
    }

    private Optional<MediaKey> keyTowards(Side side) {
        return keys.map(set -> (side == Side.CALLED ? set.toCalled() : set.toCalling()).copy());
    }
}
