package org.keyline.media.conference;

import org.keyline.media.clip.Recording;
import org.keyline.media.codec.AudioDecoder;
import org.keyline.media.codec.Codecs;
import org.keyline.media.jitter.JitterBuffer;
import org.keyline.model.media.AudioCodec;

/** A recording that everybody in a room hears once. */
final class RoomTone {
    private final Recording recording;
    private final AudioDecoder narrowDecoder = Codecs.decoder(AudioCodec.G711_ULAW);
    private final AudioDecoder wideDecoder = Codecs.decoder(AudioCodec.G722);
    private final byte[] octets = new byte[JitterBuffer.TICK];
    private final short[] narrow = new short[JitterBuffer.TICK];
    private final short[] wide = new short[2 * JitterBuffer.TICK];
    private int place;

    RoomTone(Recording recording) {
        this.recording = recording;
    }

    /** Adds a tick of it to the room; false when it is over. */
    boolean sound(RoomSound room) {
        if (place + JitterBuffer.TICK > recording.length()) {
            return false;
        }
        recording.copyLooped(AudioCodec.G711_ULAW, place, octets, 0, octets.length);
        narrowDecoder.decode(octets, 0, narrow, 0, octets.length);
        room.addNarrow(narrow);
        if (room.isWideband()) {
            recording.copyLooped(AudioCodec.G722, place, octets, 0, octets.length);
            wideDecoder.decode(octets, 0, wide, 0, octets.length);
            room.addWide(wide);
        }
        place += JitterBuffer.TICK;
        return true;
    }
}
