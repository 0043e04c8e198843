package org.keyline.media.conference;

import org.jspecify.annotations.Nullable;
import org.keyline.media.codec.Codecs;
import org.keyline.media.port.Reception;
import org.keyline.media.port.Transmission;
import org.keyline.media.stream.Duty;
import org.keyline.media.stream.PacketSink;
import org.keyline.media.stream.RtpSender;
import org.keyline.model.media.AudioCodec;

/** One party's place in a room. */
final class Seat implements Duty {
    private final Room room;
    private @Nullable Voice voice;
    private @Nullable Ear ear;

    Seat(Room room) {
        this.room = room;
    }

    @Override
    public boolean supports(AudioCodec codec) {
        return Codecs.knows(codec);
    }

    @Override
    public PacketSink receive(Reception reception) {
        var newVoice = new Voice(reception.codec());
        voice = newVoice;
        return newVoice;
    }

    @Override
    public void stopReceiving() {
        var gone = voice;
        voice = null;
        if (gone != null) {
            room.heard(gone.counts());
        }
    }

    @Override
    public void send(RtpSender sender, Transmission transmission) {
        ear = new Ear(sender, transmission);
    }

    @Override
    public void stopSending() {
        ear = null;
    }

    @Override
    public void closed() {
        room.left(this);
    }

    /** Whether this party speaks or hears at 16 kHz. */
    boolean isWideband() {
        var speaking = voice;
        var hearing = ear;
        return (speaking != null && speaking.isWideband()) || (hearing != null && hearing.isWideband());
    }

    void speak(long now, RoomSound sound) {
        var speaking = voice;
        if (speaking != null) {
            speaking.speak(now, sound);
        }
    }

    void hear(RoomSound sound) {
        var hearing = ear;
        if (hearing != null) {
            hearing.hear(sound, voice);
        }
    }
}
