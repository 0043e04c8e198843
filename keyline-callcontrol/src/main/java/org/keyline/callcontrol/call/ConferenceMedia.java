package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallEffect.ReportMediaFailure;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.call.CallSignal.TransmitFailed;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * The media of a conference: a session between each party and its port of the bridge, with keys of its own where both
 * can encrypt. What one party's media does, no other hears of, but for the class of the whole.
 */
final class ConferenceMedia {
    private ConferenceMedia() {}

    /** Opens the media of a seat; without a codec that both have, or bandwidth, the party cannot stay. */
    static Conference open(CallContext context, Conference conference, Seat seat, Effects effects) {
        var leg = seat.leg().terminal();
        var port = seat.port().terminal();
        var codec =
                context.codecs().between(leg, port, seat.refused().map(Set::of).orElse(Set.of()));
        if (codec.isEmpty()) {
            return out(conference, seat, Side.CALLING, "no codec that the conference bridge has", effects);
        }
        if (!reserve(context, seat, codec.get())) {
            return withoutBandwidth(conference, seat, effects);
        }
        var keys = SecurityClassification.mediaProtection(leg, port).map(_ -> KeySet.from(context.keys()));
        var ends = new Ends(
                seat.leg().reference().value(),
                seat.leg().reference(),
                seat.port().reference(),
                seat.generation() & Conversations.GENERATIONS);
        var change = MediaSession.open(ends, codec.get(), keys);
        effects.media(change.commands());
        return conference.with(seat.with(change.session()));
    }

    /** Whether there is room for the media of who comes back to their seat; it is reserved then. */
    static boolean mayResume(CallContext context, Seat seat) {
        return context.codecs()
                .between(seat.leg().terminal(), seat.port().terminal(), Set.of())
                .filter(codec -> !reserve(context, seat, codec))
                .isEmpty();
    }

    private static boolean reserve(CallContext context, Seat seat, AudioCodec codec) {
        var leg = seat.leg();
        return context.bandwidth()
                .take(List.of(Reservation.of(
                        leg.reference(),
                        leg.terminal().site(),
                        seat.port().terminal().site(),
                        codec)));
    }

    /** The party cannot stay; its user and the controller see why. */
    private static Conference withoutBandwidth(Conference conference, Seat seat, Effects effects) {
        var why = Phrase.NOT_ENOUGH_BANDWIDTH;
        var leg = seat.leg().reference();
        effects.tell(new LegEvent.FeatureRefused(leg, why)).clear(List.of(seat.leg(), seat.port()));
        conference
                .seat(conference.controller())
                .map(found -> found.leg().reference())
                .filter(controller -> !controller.equals(leg))
                .ifPresent(controller -> effects.tell(new LegEvent.FeatureRefused(controller, why)));
        return conference.without(seat);
    }

    static CallStep reported(CallContext context, Conference conference, MediaReport report) {
        for (var seat : conference.seats()) {
            var side = seat.media().flatMap(media -> media.sideOf(report.stream()));
            if (side.isPresent() && leg(seat, side.get()).equals(report.leg())) {
                return reported(context, conference, seat, side.get(), report);
            }
        }
        return CallMachine.stay(new Conferring(conference));
    }

    private static CallStep reported(
            CallContext context, Conference conference, Seat seat, Side side, MediaReport report) {
        return switch (report) {
            case ReceiveOpened(var _, var _, var address) -> opened(context, conference, seat, side, address);
            case ReceiveRefused(var _, var _, var status) -> refused(context, conference, seat, side, status);
            case TransmitFailed _ ->
                new Effects().add(failure(seat, side, "it cannot send")).to(new Conferring(conference));
        };
    }

    private static CallStep opened(
            CallContext context, Conference conference, Seat seat, Side side, MediaAddress address) {
        var change = seat.media().orElseThrow().opened(side, address);
        var effects = new Effects().media(change.commands());
        if (!change.session().isUp() || seat.isSettled()) {
            return effects.to(new Conferring(conference.with(seat.with(change.session()))));
        }
        effects.wipe(change.session());
        var up = conference.with(seat.with(change.session().withoutKeys()));
        return Departures.settle(context, up, told(conference, up, effects));
    }

    /** Another codec is tried once. */
    private static CallStep refused(CallContext context, Conference conference, Seat seat, Side side, int status) {
        var effects = new Effects();
        var media = seat.media().orElseThrow();
        effects.wipe(media).media(media.close(Optional.of(side)));
        var changed = seat.refused().isPresent()
                ? out(conference, seat.held(), side, "it cannot receive, status " + status, effects)
                : open(context, conference, seat.refusing(media.codec()).next(), effects);
        return Departures.settle(context, changed, told(conference, changed, effects));
    }

    /** Some have not opened their media in time. */
    static CallStep late(CallContext context, Conference conference) {
        var effects = new Effects();
        var left = conference;
        for (var seat : conference.seats()) {
            if (!seat.isSettled()) {
                close(seat, Set.of(Side.values()), effects);
                left = out(left, seat.held(), silent(seat), "no answer to the request to receive", effects);
            }
        }
        return Departures.settle(context, left, told(conference, left, effects));
    }

    private static Conference out(Conference conference, Seat seat, Side by, String reason, Effects effects) {
        effects.add(failure(seat, by, reason)).clear(List.of(seat.leg(), seat.port()));
        return conference.without(seat);
    }

    /** Who has not opened its receiver: the phone, or only the bridge. */
    private static Side silent(Seat seat) {
        return seat.media().filter(media -> media.isOpen(Side.CALLING)).isPresent() ? Side.CALLED : Side.CALLING;
    }

    private static CallEffect failure(Seat seat, Side by, String reason) {
        var failed = by == Side.CALLING ? seat.leg() : seat.port();
        return new ReportMediaFailure(failed.terminal().device(), failed.reference(), reason);
    }

    /** Closes a seat's media, for the sides that can still be told. */
    static Effects close(Seat seat, Set<Side> reachable, Effects effects) {
        seat.media().ifPresent(media -> {
            effects.wipe(media);
            effects.media(media.close(Optional.empty()).stream()
                    .filter(directed -> reachable.contains(directed.to()))
                    .toList());
        });
        return effects;
    }

    /** Who was there before sees the class of the conference, when it has changed for them. */
    static Effects told(Conference before, Conference now, Effects effects) {
        for (var seat : now.seats()) {
            var leg = seat.leg().reference();
            before.seat(leg)
                    .filter(former -> !before.shownTo(former).equals(now.shownTo(seat)))
                    .ifPresent(_ -> effects.tell(new LegEvent.Updated(leg, now.seenBy(seat))));
        }
        return effects;
    }

    private static CallReference leg(Seat seat, Side side) {
        return (side == Side.CALLING ? seat.leg() : seat.port()).reference();
    }
}
