package org.keyline.callcontrol.location;

import java.util.List;
import java.util.Map;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.media.AudioCodec;

/**
 * What the media of a leg takes of the bandwidth of locations. Media between two locations counts in both, media within
 * one in none.
 *
 * @param leg whose media it is
 * @param kilobits what is taken of each location, in kbit/s
 */
public record Reservation(CallReference leg, Map<String, Integer> kilobits) {
    public Reservation {
        kilobits = Map.copyOf(kilobits);
    }

    /** Media between two legs, each of which answers for its own location: it may have other media next. */
    public static List<Reservation> between(
            CallReference one, Site here, CallReference other, Site there, AudioCodec codec) {
        return List.of(own(one, here, there, codec), own(other, there, here, codec));
    }

    /** Media of a leg with somebody who reserves nothing: a resource, or a phone that talks to somebody else too. */
    public static Reservation of(CallReference leg, Site here, Site there, AudioCodec codec) {
        return new Reservation(
                leg,
                here.sharesLocation(there)
                        ? Map.of()
                        : Map.of(here.location(), codec.callKilobits(), there.location(), codec.callKilobits()));
    }

    private static Reservation own(CallReference leg, Site here, Site there, AudioCodec codec) {
        return new Reservation(
                leg, here.sharesLocation(there) ? Map.of() : Map.of(here.location(), codec.callKilobits()));
    }
}
