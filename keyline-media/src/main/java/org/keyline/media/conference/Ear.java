package org.keyline.media.conference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.media.codec.AudioEncoder;
import org.keyline.media.codec.Codecs;
import org.keyline.media.codec.G711Table;
import org.keyline.media.jitter.JitterBuffer;
import org.keyline.media.port.Transmission;
import org.keyline.media.stream.Packetizer;
import org.keyline.media.stream.RtpSender;

/** What one party is sent: the room without its own voice, in its codec and packets of its length. */
final class Ear {
    private final RtpSender sender;
    private final Packetizer packets;
    private final Optional<G711Table> law;
    private final AudioEncoder encoder;
    private final byte[] octets = new byte[JitterBuffer.TICK];

    Ear(RtpSender sender, Transmission transmission) {
        this.sender = sender;
        var codec = transmission.codec();
        packets = new Packetizer(sender, codec.payloadType(), transmission.packetMillis());
        law = Codecs.law(codec);
        encoder = Codecs.encoder(codec);
    }

    boolean isWideband() {
        return law.isEmpty();
    }

    /** Sends this tick. */
    void hear(RoomSound room, @Nullable Voice own) {
        packets.add(encoded(room, own != null && own.speaks() ? own : null), 0, JitterBuffer.TICK);
        sender.flush();
    }

    private byte[] encoded(RoomSound room, @Nullable Voice speaking) {
        if (law.isPresent()) {
            return speaking == null ? room.forAll(law.get()) : room.without(speaking.narrow(), law.get(), octets);
        }
        var samples = speaking == null ? room.wideForAll() : room.wideWithout(speaking.wide());
        encoder.encode(samples, 0, octets, 0, octets.length);
        return octets;
    }
}
