package org.keyline.callcontrol.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * An audio source that a music server sends to multicast groups, in the clear.
 *
 * @param server the music server, as a party of calls to which it sends streams of their own
 * @param groups where it is heard, by codec
 */
public record MulticastMusic(Terminal server, Map<AudioCodec, MediaAddress> groups) {
    public MulticastMusic {
        groups = Map.copyOf(groups);
    }

    /** The server as a party of calls that hear a group: without keys, and in the groups' codecs only. */
    public Terminal inTheClear() {
        return new Terminal(
                server.device(),
                server.party(),
                server.model(),
                server.site(),
                server.security(),
                Set.of(),
                List.copyOf(groups.keySet()));
    }

    /**
     * Whether a listener in a call of this class may hear a group: a stream of their own would make the call no more
     * secure.
     */
    public boolean isAsSecure(Terminal listener, SecurityClass call) {
        return call.weaker(SecurityClassification.of(listener, server))
                == call.weaker(SecurityClassification.of(listener, inTheClear()));
    }
}
