package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/**
 * Somebody in a conference, and the port of the bridge that is theirs.
 *
 * @param leg the party
 * @param port the bridge's leg
 * @param generation counts the party's media sessions
 * @param media between party and port, calling and called; none while the party holds
 * @param refused the codec one of them could not take
 */
public record Seat(Leg leg, Leg port, int generation, Optional<MediaSession> media, Optional<AudioCodec> refused) {
    /** Before its media is opened. */
    static Seat of(Leg leg, Leg port, int generation) {
        return new Seat(leg, port, generation, Optional.empty(), Optional.empty());
    }

    boolean isHeld() {
        return media.isEmpty();
    }

    /** Whether both ends listen. */
    boolean isUp() {
        return media.filter(MediaSession::isUp).isPresent();
    }

    /** Whether nothing is awaited: it holds, or both ends listen. */
    boolean isSettled() {
        return media.isEmpty() || media.get().isUp();
    }

    /** How secure the way between party and bridge is. */
    SecurityClass security() {
        return SecurityClassification.of(leg.terminal(), port.terminal());
    }

    Seat with(MediaSession session) {
        return new Seat(leg, port, generation, Optional.of(session), refused);
    }

    Seat held() {
        return new Seat(leg, port, generation, Optional.empty(), Optional.empty());
    }

    /** Another leg takes the place of the party. */
    Seat taken(Leg other) {
        return new Seat(other, port, generation, media, refused);
    }

    Seat refusing(AudioCodec codec) {
        return new Seat(leg, port, generation, Optional.empty(), Optional.of(codec));
    }

    Seat next() {
        return new Seat(leg, port, generation + 1, media, refused);
    }
}
