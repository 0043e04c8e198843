package org.keyline.bench.media;

import java.util.Optional;
import org.keyline.media.codec.AudioEncoder;
import org.keyline.media.codec.Codecs;
import org.keyline.media.rtp.RtpPacket;
import org.keyline.media.srtp.Protection;
import org.keyline.model.media.AudioCodec;

/** What one phone sends, packet by packet: a tone, silence, or a click. */
final class PhoneMouth {
    private static final int OCTETS = 160;
    private static final int HEIGHT = 2000;
    private static final int CLICK = 20_000;

    private final AudioCodec codec;
    private final int ssrc;
    private final Protection protection;
    private final AudioEncoder encoder;
    private final byte[] packet = new byte[RtpPacket.HEADER + OCTETS + Protection.TAG];
    private final short[] samples = new short[OCTETS];
    private final double step;
    private int count;

    PhoneMouth(int party) {
        codec = party % 2 == 0 ? AudioCodec.G711_ULAW : AudioCodec.G711_ALAW;
        encoder = Codecs.encoder(codec);
        ssrc = party + 1;
        protection = Protection.ofSender(Optional.of(Keys.fromParty(party)));
        step = 2 * Math.PI * (200 + 37 * (party % 50)) / 8000;
    }

    byte[] packet() {
        return packet;
    }

    /** Makes the next packet a tone; its length. */
    int speak() {
        for (int i = 0; i < OCTETS; i++) {
            samples[i] = (short) (HEIGHT * Math.sin(step * (count * OCTETS + i)));
        }
        return make();
    }

    /** Makes the next packet silence, or a click through all of it; its length. */
    int click(boolean loud) {
        for (int i = 0; i < OCTETS; i++) {
            samples[i] = (short) (loud ? (i % 2 == 0 ? CLICK : -CLICK) : 0);
        }
        return make();
    }

    private int make() {
        encoder.encode(samples, 0, packet, RtpPacket.HEADER, OCTETS);
        RtpPacket.writeHeader(packet, count == 0, codec.payloadType(), count, count * OCTETS, ssrc);
        count++;
        return protection.protect(packet, RtpPacket.HEADER + OCTETS);
    }
}
