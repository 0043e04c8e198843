package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.Optional;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.Line;

/** What a step of a call brings about. */
public sealed interface CallEffect {
    /** Tells a leg's device. */
    record Tell(LegEvent event) implements CallEffect {}

    /** Begins a leg at a device; when it is not registered the answer is {@link CallSignal.Rejected}. */
    record Offer(DeviceName device, LegEvent event) implements CallEffect {}

    /** Tells the call this leg is in. */
    record ToCall(CallReference leg, CallSignal signal) implements CallEffect {}

    /**
     * Waits for one thing; what was waited for before no more.
     *
     * @param own how long, where it is not the system's time
     */
    record StartTimer(CallTimer timer, Optional<Duration> own) implements CallEffect {}

    /** Waits for nothing. */
    record StopTimer() implements CallEffect {}

    /**
     * Whether a leg joined a group is to be known soon: after the time for opening media the call hears
     * {@link CallSignal.ReportDue}, whatever it heard meanwhile and whatever else it waits for.
     */
    record AwaitReport(CallReference leg, MediaStream stream) implements CallEffect {}

    /** A member of a line group is offered a call, from which circular hunting goes on. */
    record Hunted(String lineGroup, Destination member) implements CallEffect {}

    /** The caller entered what was asked for. */
    record Billed(Billing billing) implements CallEffect {}

    /** No gateway or trunk of a route list can take a call. */
    record RouteListExhausted(String routeList) implements CallEffect {}

    /** Nobody is parked there any more, if this leg was. */
    record Vacate(ParkSlot slot, CallReference leg) implements CallEffect {}

    /** People may come to a room from now on: what is said to it is said to this call. */
    record OpenRoom(MeetMe number, CallReference room) implements CallEffect {}

    /** Nobody meets there any more; the number is free. */
    record CloseRoom(MeetMe number, CallReference room) implements CallEffect {}

    /**
     * A line has messages, or none any more.
     *
     * @param by the device that said so
     */
    record MessagesWait(Line line, boolean waiting, DeviceName by) implements CallEffect {}

    /**
     * A user says that a call is malicious.
     *
     * @param leg whose user says so
     */
    record MaliciousCall(CallReference leg, Party calling, Party called) implements CallEffect {}

    /** Both ends have the keys: overwrites the call's own. */
    record Wipe(KeySet keys) implements CallEffect {}

    /** A device has no audio in the call. */
    record ReportMediaFailure(DeviceName device, CallReference leg, String reason) implements CallEffect {}
}
