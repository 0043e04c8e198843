package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.Optional;
import org.keyline.callcontrol.route.StopRouting;

/**
 * What features do where systems differ: a group of settings for each.
 *
 * @param transfer how calls are transferred
 * @param forward how calls are forwarded
 * @param conference how people confer
 * @param barge how guests come in
 * @param pickup how ringing calls are taken
 * @param voiceMail where messages are
 * @param divert which mailbox calls are diverted to
 * @param callBack how long users wait for somebody to be free
 * @param stopRouting when the rest of a route list is not tried
 * @param relay what becomes of calls that have no media termination point
 */
public record FeatureSettings(
        Transferring transfer,
        Forwarding forward,
        Conferring conference,
        Barging barge,
        PickingUp pickup,
        Messaging voiceMail,
        Diverting divert,
        CallingBack callBack,
        StopRouting stopRouting,
        Relaying relay) {
    /** As a fresh system has it. */
    public static final FeatureSettings DEFAULT = new FeatureSettings(
            new Transferring(false),
            new Forwarding(12),
            new Conferring(4, 4, false),
            new Barging(false),
            new PickingUp(false, false),
            new Messaging(Optional.empty()),
            new Diverting(false),
            new CallingBack(true, Duration.ofMinutes(30)),
            StopRouting.USUAL,
            new Relaying(false, false));

    /**
     * How calls are transferred.
     *
     * @param onHook whether hanging up completes a transfer (service parameter Transfer On-Hook Enabled)
     */
    public record Transferring(boolean onHook) {}

    /**
     * How calls are forwarded.
     *
     * @param maximumHops how often a call may be (Forward Maximum Hop Count)
     */
    public record Forwarding(int maximumHops) {}

    /**
     * How people confer.
     *
     * @param maximum how many may (Maximum Ad Hoc Conference)
     * @param maximumMeetMe how many may at a number where people meet (Maximum MeetMe Conference Unicast)
     * @param endsWithController whether a conference ends when its controller leaves (Drop Ad Hoc Conference)
     */
    public record Conferring(int maximum, int maximumMeetMe, boolean endsWithController) {}

    /**
     * How guests come in.
     *
     * @param builtInBridge whether phones whose own setting is the default have their bridge on (Built In Bridge
     *     Enable)
     */
    public record Barging(boolean builtInBridge) {}

    /**
     * How ringing calls are taken.
     *
     * @param atOnce whether who picks up a call has it at once, and need not answer (Auto Call Pickup Enabled)
     * @param alertsInCalls whether who talks hears that a call rings in their group, where its members hear that (Call
     *     Pickup Group Audio Alert in Calls)
     */
    public record PickingUp(boolean atOnce, boolean alertsInCalls) {}

    /**
     * Where messages are.
     *
     * @param pilot what the Messages key dials for lines without a pilot of their own (Voice Mail Pilot)
     */
    public record Messaging(Optional<String> pilot) {}

    /**
     * Which mailbox calls are diverted to.
     *
     * @param toOriginalCalled that of whom the caller wanted at first, not that of who diverts (the opposite of Use
     *     Legacy Immediate Divert)
     */
    public record Diverting(boolean toOriginalCalled) {}

    /**
     * How users are called back.
     *
     * @param enabled whether they may be (Call Back Enabled)
     * @param atMost how long the system watches the other line (Call Back Duration)
     */
    public record CallingBack(boolean enabled, Duration atMost) {}

    /**
     * What becomes of calls that shall have a media termination point when none is free.
     *
     * @param failsUntrusted whether they fail that want a trusted one (Fail Call If Trusted Relay Point Allocation
     *     Fails)
     * @param failsUnterminated whether they fail that want any (Fail Call If MTP Allocation Fails)
     */
    public record Relaying(boolean failsUntrusted, boolean failsUnterminated) {}

    /** The same with calls without a media termination point treated so. */
    public FeatureSettings with(Relaying other) {
        return new FeatureSettings(
                transfer, forward, conference, barge, pickup, voiceMail, divert, callBack, stopRouting, other);
    }

    /** The same with calls transferred so. */
    public FeatureSettings with(Transferring other) {
        return new FeatureSettings(
                other, forward, conference, barge, pickup, voiceMail, divert, callBack, stopRouting, relay);
    }

    /** The same with people conferring so. */
    public FeatureSettings with(Conferring other) {
        return new FeatureSettings(
                transfer, forward, other, barge, pickup, voiceMail, divert, callBack, stopRouting, relay);
    }

    /** The same with guests coming in so. */
    public FeatureSettings with(Barging other) {
        return new FeatureSettings(
                transfer, forward, conference, other, pickup, voiceMail, divert, callBack, stopRouting, relay);
    }

    /** The same with calls taken so. */
    public FeatureSettings with(PickingUp other) {
        return new FeatureSettings(
                transfer, forward, conference, barge, other, voiceMail, divert, callBack, stopRouting, relay);
    }

    /** The same with messages there. */
    public FeatureSettings with(Messaging other) {
        return new FeatureSettings(
                transfer, forward, conference, barge, pickup, other, divert, callBack, stopRouting, relay);
    }

    /** The same with calls diverted so. */
    public FeatureSettings with(Diverting other) {
        return new FeatureSettings(
                transfer, forward, conference, barge, pickup, voiceMail, other, callBack, stopRouting, relay);
    }

    /** The same with users called back so. */
    public FeatureSettings with(CallingBack other) {
        return new FeatureSettings(
                transfer, forward, conference, barge, pickup, voiceMail, divert, other, stopRouting, relay);
    }
}
