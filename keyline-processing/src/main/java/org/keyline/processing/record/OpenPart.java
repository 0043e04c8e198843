package org.keyline.processing.record;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.keyline.callcontrol.call.Aim;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Routing;
import org.keyline.callcontrol.media.Media;
import org.keyline.callcontrol.media.MediaSession.Receiver;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.record.CallPart.HuntedBy;

/**
 * A part of a call that is not over yet.
 *
 * @param call the number all parts of the call share
 * @param joined who made it follow another part
 * @param standing how the call stood last
 * @param security the highest class reached
 * @param began when it began
 * @param connected when it was answered
 * @param billing what the caller entered for it
 * @param malicious whether a user said that it is malicious
 */
public record OpenPart(
        int call,
        OnBehalfOf joined,
        Standing standing,
        SecurityClass security,
        Instant began,
        Optional<Instant> connected,
        Billing billing,
        boolean malicious) {
    static OpenPart begin(int call, OnBehalfOf joined, Standing standing, Instant now) {
        return new OpenPart(
                        call, joined, standing, SecurityClass.NON_SECURE, now, Optional.empty(), Billing.NONE, false)
                .next(standing, now);
    }

    /** The same part one step further. */
    OpenPart next(Standing now, Instant at) {
        return new OpenPart(
                call,
                joined,
                now.after(standing),
                reached(now),
                began,
                connected.or(() -> now.connected() ? Optional.of(at) : Optional.empty()),
                billing,
                malicious);
    }

    /** The same part, called malicious. */
    OpenPart marked() {
        return new OpenPart(call, joined, standing, security, began, connected, billing, true);
    }

    /** The same part with the digits that end its dialling. */
    OpenPart dialling(CallSignal signal) {
        return new OpenPart(call, joined, standing.dialling(signal), security, began, connected, billing, malicious);
    }

    /** The same part with what its caller entered for it. */
    OpenPart billed(Billing entered) {
        return new OpenPart(call, joined, standing, security, began, connected, entered, malicious);
    }

    private SecurityClass reached(Standing now) {
        if (now.media().filter(Media::isUp).isEmpty() || now.security().isEmpty()) {
            return security;
        }
        var current = now.security().get();
        return current.compareTo(security) > 0 ? current : security;
    }

    /** The part when it is over. */
    CallPart end(Termination calling, Termination called, Instant at) {
        return new CallPart(
                call,
                CallSide.of(standing.calling(), media(Media::calling), calling),
                standing.called()
                        .map(leg -> CallSide.of(leg, media(Media::called), called))
                        .orElseGet(() -> CallSide.nobody(finalCalled(), called)),
                new CallPart.Way(
                        originalCalled(),
                        standing.redirection(),
                        standing.routing().flatMap(OpenPart::pilot),
                        billing,
                        Optional.empty()),
                standing.media().map(Media::codec),
                security,
                joined,
                began,
                connected,
                at,
                malicious);
    }

    private Optional<MediaAddress> media(Function<Media, Receiver> side) {
        return standing.media().flatMap(session -> side.apply(session).address());
    }

    private String finalCalled() {
        return standing.routing().map(way -> way.aim().called().number()).orElse(standing.dialled());
    }

    private String originalCalled() {
        return standing.redirection()
                .map(way -> way.original().number())
                .or(() -> standing.routing().map(way -> way.aim().called().number()))
                .or(() -> standing.called()
                        .map(Leg::terminal)
                        .map(terminal -> terminal.party().number()))
                .orElse(standing.dialled());
    }

    private static Optional<HuntedBy> pilot(Routing routing) {
        return routing.aim() instanceof Aim.ToMembers members
                ? Optional.of(
                        new HuntedBy(members.number(), members.hunt().pilot().partition()))
                : Optional.empty();
    }
}
