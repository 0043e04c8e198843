package org.keyline.processing.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/**
 * A part of a call that is over, from one party to another; what a call detail record is made of. A call that is never
 * transferred has one.
 *
 * @param call the number all parts of a call share: the reference of its first leg
 * @param calling who called
 * @param called whom they reached, or would have
 * @param way how it came to the called party
 * @param codec what was spoken in the last media session
 * @param security the highest class the part reached
 * @param joined who made it follow another part
 * @param began when it began
 * @param connected when it was answered
 * @param ended when it ended
 * @param malicious whether a user said that it is malicious
 */
public record CallPart(
        int call,
        CallSide calling,
        CallSide called,
        Way way,
        Optional<AudioCodec> codec,
        SecurityClass security,
        OnBehalfOf joined,
        Instant began,
        Optional<Instant> connected,
        Instant ended,
        boolean malicious) {
    /**
     * How a call came to the called party.
     *
     * @param originalCalled the number called at first
     * @param redirection how it came there, unless it was called at first
     * @param huntPilot the pilot that hunted for the called party
     * @param billing what the caller entered for it
     * @param conference which one it was in, where the called party is a bridge
     */
    public record Way(
            String originalCalled,
            Optional<Redirection> redirection,
            Optional<HuntedBy> huntPilot,
            Billing billing,
            Optional<Conferred> conference) {}

    /** The number called at first. */
    public String originalCalled() {
        return way.originalCalled();
    }

    /** How it came to the called party, unless it was called at first. */
    public Optional<Redirection> redirection() {
        return way.redirection();
    }

    /** The pilot that hunted for the called party. */
    public Optional<HuntedBy> huntPilot() {
        return way.huntPilot();
    }

    /** A hunt pilot by number and partition. */
    public record HuntedBy(String number, String partition) {}

    /** How long it was connected. */
    public Duration duration() {
        return connected.map(from -> Duration.between(from, ended)).orElse(Duration.ZERO);
    }

    /** Whether it is of note only where calls without duration are: nobody spoke, and nothing failed. */
    public boolean isZeroDuration() {
        return duration().toSeconds() == 0
                && calling.ended().isNormal()
                && called.ended().isNormal();
    }

    /** The same part of another call. */
    CallPart ofCall(int number) {
        return with(number, calling, called);
    }

    /** The same part with the addresses of its devices. */
    CallPart at(LegFacts legs) {
        return with(call, calling.at(legs), called.at(legs));
    }

    private CallPart with(int number, CallSide caller, CallSide reached) {
        return new CallPart(number, caller, reached, way, codec, security, joined, began, connected, ended, malicious);
    }
}
