package org.keyline.processing.record;

import java.time.Instant;
import java.util.Optional;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Seat;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.MediaSession.Receiver;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * The part of somebody in a conference, from when they came until they leave.
 *
 * @param leg the party
 * @param port the bridge's leg
 * @param conference which
 * @param media between the two, last
 * @param security the highest class reached
 * @param began when they came
 * @param malicious whether a user said that the call is malicious
 */
record SeatPart(
        Leg leg,
        Leg port,
        Conferred conference,
        Optional<MediaSession> media,
        SecurityClass security,
        Instant began,
        boolean malicious) {
    static SeatPart begin(Seat seat, Conferred conference, Instant now) {
        return new SeatPart(seat.leg(), seat.port(), conference, Optional.empty(), SecurityClass.NON_SECURE, now, false)
                .next(seat);
    }

    /** The same part one step further. */
    SeatPart next(Seat seat) {
        var heard = seat.media().filter(MediaSession::isUp);
        var current =
                SecurityClassification.of(seat.leg().terminal(), seat.port().terminal());
        return new SeatPart(
                leg,
                seat.port(),
                conference,
                heard.or(() -> media),
                heard.isPresent() && current.compareTo(security) > 0 ? current : security,
                began,
                malicious);
    }

    /** The same part, of which a user said that it is malicious. */
    SeatPart marked() {
        return new SeatPart(leg, port, conference, media, security, began, true);
    }

    /**
     * The part when it is over.
     *
     * @param why it is for its party
     */
    CallPart end(int call, Termination why, Instant at) {
        var bridge = new CallSide(
                port.reference().value(),
                Optional.of(port.terminal().device()),
                conference.number(),
                Optional.empty(),
                address(media.map(MediaSession::called)),
                Termination.split(conference.by()));
        return new CallPart(
                call,
                CallSide.of(leg, address(media.map(MediaSession::calling)), why),
                bridge,
                new CallPart.Way(
                        conference.number(), Optional.empty(), Optional.empty(), Billing.NONE, Optional.of(conference)),
                media.map(MediaSession::codec),
                security,
                conference.by(),
                began,
                Optional.of(began),
                at,
                malicious);
    }

    private static Optional<MediaAddress> address(Optional<Receiver> receiver) {
        return receiver.flatMap(Receiver::address);
    }
}
