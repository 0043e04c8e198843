package org.keyline.callcontrol.call;

import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.hunt.Members;
import org.keyline.callcontrol.location.Bandwidth;
import org.keyline.callcontrol.media.CodecChoice;
import org.keyline.callcontrol.meet.MeetingRooms;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.callcontrol.route.Trunks;
import org.keyline.callcontrol.security.KeySource;
import org.keyline.callcontrol.station.CallReference;

/**
 * What a call needs from outside for a step.
 *
 * @param dialPlan the numbers in force
 * @param codecs the codec rules in force
 * @param keys makes media keys
 * @param references makes references of new legs
 * @param members what is known of members of line groups
 * @param ringing which calls ring
 * @param parking which slots are taken
 * @param trunks what is known of gateways and trunks
 * @param meetings where people meet
 * @param resources which media resources there are
 * @param bandwidth what locations have left for media
 * @param settings how long calls wait
 * @param features what features do where systems differ
 * @param privacy who keeps their calls to themselves
 */
public record CallContext(
        DialPlan dialPlan,
        CodecChoice codecs,
        KeySource keys,
        References references,
        Members members,
        RingingCalls ringing,
        ParkingLot parking,
        Trunks trunks,
        MeetingRooms meetings,
        MediaResources resources,
        Bandwidth bandwidth,
        CallSettings settings,
        FeatureSettings features,
        Privacy privacy) {
    /** Makes references of new legs, unique among the legs that live. Safe from any thread. */
    @FunctionalInterface
    public interface References {
        CallReference next();
    }
}
