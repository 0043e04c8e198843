package org.keyline.processing.device;

import java.time.Instant;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.NumberKey;

/** What a device's actor hears. */
sealed interface StationMessage {
    /** Its phone reports. */
    record FromPhone(StationSignal signal) implements StationMessage {}

    /** A call says something of its legs here. */
    record FromCall(ActorRef<CallSignal> call, List<LegEvent> events) implements StationMessage {}

    /** Its configuration changed. */
    record Reconfigured(Phone phone, Site site) implements StationMessage {}

    /** Its user wants privacy from now on, or no longer. */
    record PrivacyChanged() implements StationMessage {}

    /** A call rings in its pickup group, whose members hear that. */
    record PickupAlert() implements StationMessage {}

    /** Other lines are watched than before. */
    record WatchingChanged() implements StationMessage {}

    /** The line it follows does that. */
    record LineIs(NumberKey line, LineStatus status, Instant at) implements StationMessage {}

    /** The line it follows was followed for as long as it may be. */
    record FollowedLongEnough(NumberKey line) implements StationMessage {}

    /** An administrator wants it reset. */
    record ResetWanted(Reset.Kind kind) implements StationMessage {}

    /** Its connection is gone. */
    record ConnectionGone(String reason) implements StationMessage {}

    /** It is to be cut off: registered anew elsewhere, or the service stops. */
    record CutOff(String reason) implements StationMessage {}

    /** It was deleted: the phone is reset, and cut off. */
    record Deleted() implements StationMessage {}
}
