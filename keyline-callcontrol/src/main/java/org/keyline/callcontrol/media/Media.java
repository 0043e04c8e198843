package org.keyline.callcontrol.media;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.media.MediaSession.Change;
import org.keyline.callcontrol.media.MediaSession.Directed;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.MediaSession.Receiver;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/** What the two ends of a call hear each other by: directly, or through a media termination point. */
public sealed interface Media permits MediaSession, RelayedMedia {
    /** Whose media it is. */
    Ends ends();

    /** What is spoken. */
    AudioCodec codec();

    /** Whether it is SRTP on its whole way. */
    boolean encrypted();

    /** The receiver of the calling end. */
    Receiver calling();

    /** The receiver of the called end. */
    Receiver called();

    /** Whether both ends hear each other. */
    boolean isUp();

    /** Whether an end listens. */
    boolean isOpen(Side side);

    /** Which end a stream belongs to; none for a stream of an earlier session, or of what lies between the ends. */
    Optional<Side> sideOf(MediaStream stream);

    /** An end listens: who speaks to it may send. A second report changes nothing. */
    Change<? extends Media> opened(Side side, MediaAddress address);

    /** What closes everything that is open or asked for, apart from an end's receiver that was refused. */
    List<Directed> close(Optional<Side> refused);

    /** Its keys, until all have theirs. */
    List<KeySet> keySets();

    /** The same without its keys: all have theirs. */
    Media withoutKeys();
}
