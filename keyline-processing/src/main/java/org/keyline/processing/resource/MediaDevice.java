package org.keyline.processing.resource;

import java.util.Map;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.processing.call.LegOwner;

/**
 * A media resource that has registered. To calls it is a device without a user: it hears of its legs, opens and closes
 * their media, and answers with {@link CallSignal.ReceiveOpened} or {@link CallSignal.ReceiveRefused}. A leg it cannot
 * serve it rejects; legs of calls that go on when it stops it reports as {@link CallSignal.Vanished}.
 */
public interface MediaDevice extends LegOwner {
    /** What it does. */
    enum Kind {
        CONFERENCE_BRIDGE,
        MUSIC_ON_HOLD,
        ANNUNCIATOR,
        MEDIA_TERMINATION_POINT
    }

    Kind kind();

    /** It as a party of a call; its security says whether calls through it stay encrypted. */
    Terminal terminal();

    /** How many more legs it can take now; of a media termination point, how many more calls. */
    int room();

    /**
     * Where it multicasts an audio source, by codec.
     *
     * @return empty when it does not
     */
    default Map<AudioCodec, MediaAddress> groups(String source) {
        return Map.of();
    }

    /** A call wanted more legs than there is room for, here and at every other resource of this kind. */
    void turnedAway();
}
