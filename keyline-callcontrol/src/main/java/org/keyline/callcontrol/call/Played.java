package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MulticastMusic;
import org.keyline.callcontrol.resource.Sound;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.StationCommand.CloseReceive;
import org.keyline.callcontrol.station.StationCommand.JoinGroup;
import org.keyline.callcontrol.station.StationCommand.LeaveGroup;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationCommand.StopTransmit;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * What a media resource plays to a leg, or is about to: the listener only hears, the resource only sends.
 *
 * @param listener who hears it
 * @param source the resource's leg; where a group is heard, it has no media of its own
 * @param sound what is played
 * @param stream the stream between them; its generation is one that no conversation of the listener has
 * @param codec what it is spoken in
 * @param keys its keys, until both have them; one of the two ways is used
 * @param encrypted whether it is SRTP
 * @param playing whether the resource sends, or the listener hears the group
 * @param instead what the listener is told when it cannot be played, or is over
 */
public record Played(
        Leg listener,
        Leg source,
        Sound sound,
        MediaStream stream,
        AudioCodec codec,
        Optional<KeySet> keys,
        boolean encrypted,
        boolean playing,
        LegEvent instead) {
    private static final int PACKET_MILLIS = 20;
    private static final int NOT_OF_CONVERSATIONS = 0x80;
    private static final int GENERATIONS = 0x7F;

    /** Prepares it; empty when the two share no codec, or there is no bandwidth for it. */
    static Optional<Played> between(
            CallContext context, Leg listener, Terminal resource, Sound sound, LegEvent instead) {
        return codec(context, listener, resource).map(codec -> {
            var source = new Leg(context.references().next(), resource);
            var keys = SecurityClassification.mediaProtection(resource, listener.terminal())
                    .map(_ -> KeySet.from(context.keys()));
            return new Played(
                    listener, source, sound, stream(listener, source), codec, keys, keys.isPresent(), false, instead);
        });
    }

    /**
     * Prepares to hear a group; empty when the listener has none of its codecs. No bandwidth is reserved: a group costs
     * a location the same for one listener as for all.
     */
    static Optional<Played> ofGroup(
            CallContext context, Leg listener, MulticastMusic music, String name, LegEvent instead) {
        var server = music.inTheClear();
        return context.codecs()
                .between(server, listener.terminal(), Set.of())
                .flatMap(codec -> Optional.ofNullable(music.groups().get(codec)).map(group -> {
                    var source = new Leg(context.references().next(), server);
                    return new Played(
                            listener,
                            source,
                            new Sound.GroupMusic(name, group),
                            stream(listener, source),
                            codec,
                            Optional.empty(),
                            false,
                            false,
                            instead);
                }));
    }

    private static Optional<AudioCodec> codec(CallContext context, Leg listener, Terminal resource) {
        return context.codecs()
                .between(resource, listener.terminal(), Set.of())
                .filter(codec -> context.bandwidth()
                        .take(List.of(Reservation.of(
                                listener.reference(), listener.terminal().site(), resource.site(), codec))));
    }

    private static MediaStream stream(Leg listener, Leg source) {
        int number = source.reference().value();
        return MediaStream.of(listener.reference(), NOT_OF_CONVERSATIONS | (number & GENERATIONS), number);
    }

    boolean isHeardBy(CallReference leg) {
        return CallMachine.isOf(listener, leg);
    }

    boolean isHeardAs(CallReference leg, MediaStream heard) {
        return isHeardBy(leg) && stream.equals(heard);
    }

    boolean isFrom(CallReference leg) {
        return CallMachine.isOf(source, leg);
    }

    /** Whether it is sent to a group, which the listener joins. */
    public boolean isOfGroup() {
        return sound instanceof Sound.GroupMusic;
    }

    /** Whether the resource sends to the listener. */
    boolean isSent() {
        return playing && !isOfGroup();
    }

    /** How secure the listener's part of a call of this class is while it hears this. */
    SecurityClass with(SecurityClass call) {
        return call.weaker(SecurityClassification.of(listener.terminal(), source.terminal()));
    }

    LegEvent open() {
        return toListener(
                sound instanceof Sound.GroupMusic(var _, var group)
                        ? new JoinGroup(listener.reference(), stream, group, codec, PACKET_MILLIS)
                        : new OpenReceive(
                                listener.reference(),
                                stream,
                                codec,
                                PACKET_MILLIS,
                                keys.map(set -> set.toCalled().copy())));
    }

    LegEvent close() {
        return toListener(
                isOfGroup()
                        ? new LeaveGroup(listener.reference(), stream)
                        : new CloseReceive(listener.reference(), stream));
    }

    LegEvent start(MediaAddress to) {
        return toSource(new StartTransmit(
                source.reference(),
                stream,
                to,
                codec,
                PACKET_MILLIS,
                keys.map(set -> set.toCalled().copy())));
    }

    LegEvent stop() {
        return toSource(new StopTransmit(source.reference(), stream));
    }

    private LegEvent toListener(MediaCommand command) {
        return new LegEvent.Media(listener.reference(), command);
    }

    private LegEvent toSource(MediaCommand command) {
        return new LegEvent.Media(source.reference(), command);
    }

    /** The resource sends and both have their keys, or the listener hears the group. */
    Played started() {
        return new Played(listener, source, sound, stream, codec, Optional.empty(), encrypted, true, instead);
    }
}
