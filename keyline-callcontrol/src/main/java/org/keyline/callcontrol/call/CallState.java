package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.media.AudioCodec;

/** Where a call stands. */
public sealed interface CallState {
    /** Nothing happened yet. */
    record Idle() implements CallState {}

    /** The caller dials. */
    record Dialling(Leg caller, SearchOrder order, String digits) implements CallState {
        Dialling with(String number) {
            return new Dialling(caller, order, number);
        }
    }

    /**
     * A device was asked and has not replied yet.
     *
     * @param callee the reference of the offered leg
     * @param at where it was offered
     * @param remaining where else the number appears
     */
    record Offering(
            Leg caller,
            String dialled,
            Destination destination,
            CallReference callee,
            Appearance at,
            List<Appearance> remaining)
            implements CallState {}

    /** The called phone rings. */
    record Ringing(Parties parties, String dialled) implements CallState {}

    /** The call is up; its media is, or is about to be. */
    record Talking(Parties parties, MediaSession media, Optional<AudioCodec> refused) implements CallState {}

    /** The call is up and held by one side or both; no media runs. */
    record OnHold(Parties parties, Set<Side> holders, int generation) implements CallState {
        public OnHold {
            holders = Set.copyOf(holders);
        }
    }

    /** The call cannot go on; these legs hear why until they end. */
    record Failed(List<Leg> legs, Cause cause) implements CallState {
        public Failed {
            legs = List.copyOf(legs);
        }
    }

    /** Over. */
    record Ended() implements CallState {}
}
