package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallEffect.Offer;
import org.keyline.callcontrol.call.CallEffect.ReportMediaFailure;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.TransmitFailed;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.media.Media;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.MediaSession.Change;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.RelayedMedia;
import org.keyline.callcontrol.media.RelayedMedia.Through;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * Media termination points of calls between two. A call that one of the two wants to go through one gets it when its
 * media first opens, and keeps it while it is held and when it is transferred; nobody has to remember to give it back:
 * that follows from the call's state.
 *
 * <table>
 * <caption>What a point says</caption>
 * <tr><th>state</th><th>signal</th><th>then</th></tr>
 * <tr><td>Talking</td><td>ReceiveOpened</td><td>the end it faces sends; when all do, as {@link Conversations}
 * says</td></tr>
 * <tr><td>Talking</td><td>Vanished</td><td>media is closed and opened anew, through another point if there is one, else
 * directly</td></tr>
 * <tr><td>Talking</td><td>Rejected, ReceiveRefused</td><td>the same directly; or the call fails, if it is to</td></tr>
 * <tr><td>OnHold, Joining</td><td>Vanished, Rejected</td><td>the call has none until it is resumed</td></tr>
 * </table>
 */
final class Relays {
    private Relays() {}

    /** The point a call has. */
    static Optional<Relay> of(CallState state) {
        return switch (state) {
            case Talking talking -> talking.parties().relay();
            case Barged barged -> barged.talking().parties().relay();
            case OnHold onHold -> onHold.parties().relay();
            case Joining joining -> joining.before().parties().relay();
            case CallState _ -> Optional.empty();
        };
    }

    /** Whether a leg is one of the point of this call. */
    static boolean isOf(CallState state, CallReference leg) {
        return of(state).filter(relay -> relay.has(leg)).isPresent();
    }

    /** The two with a point between them if one of them wants it: the one they have, or another that is free. */
    static Parties between(CallContext context, Parties parties) {
        var wanting = wanting(parties);
        return parties.through(wanting.flatMap(terminal -> parties.relay()
                .or(() -> context.resources().terminationPoint(terminal).map(point -> relay(context, point)))));
    }

    private static Relay relay(CallContext context, Terminal point) {
        return new Relay(
                new Leg(context.references().next(), point),
                new Leg(context.references().next(), point));
    }

    /** Who of the two wants it, the more decided first. */
    private static Optional<Terminal> wanting(Parties parties) {
        return wanting(parties, RelayChoice.TRUSTED).or(() -> wanting(parties, RelayChoice.TERMINATED));
    }

    private static Optional<Terminal> wanting(Parties parties, RelayChoice choice) {
        return parties.both().stream()
                .map(Leg::terminal)
                .filter(terminal -> terminal.site().media().relay() == choice)
                .findFirst();
    }

    /** Whether the two may not speak as they are: they have no point, and want one too much. */
    static boolean fail(CallContext context, Parties parties) {
        var settings = context.features().relay();
        return parties.relay().isEmpty()
                && ((settings.failsUntrusted()
                                && wanting(parties, RelayChoice.TRUSTED).isPresent())
                        || (settings.failsUnterminated()
                                && wanting(parties, RelayChoice.TERMINATED).isPresent()));
    }

    /** The point is offered its legs, unless it has them. */
    static Effects offer(Parties before, Parties now, Effects effects) {
        now.relay().filter(relay -> !before.relay().equals(now.relay())).ifPresent(relay -> {
            int pair = relay.calling().reference().value();
            for (var leg : relay.legs()) {
                effects.add(new Offer(relay.terminal().device(), new LegEvent.Relaying(leg.reference(), pair)));
            }
        });
        return effects;
    }

    static Optional<AudioCodec> codec(CallContext context, Parties parties, Set<AudioCodec> refused) {
        var calling = parties.calling().terminal();
        var called = parties.called().terminal();
        return parties.relay()
                .map(relay -> context.codecs().through(relay.terminal(), calling, called, refused))
                .orElseGet(() -> context.codecs().between(calling, called, refused));
    }

    static List<Reservation> reservations(Parties parties, AudioCodec codec) {
        var calling = parties.calling();
        var called = parties.called();
        return parties.relay()
                .map(relay -> List.of(reservation(calling, relay, codec), reservation(called, relay, codec)))
                .orElseGet(() -> Reservation.between(
                        calling.reference(),
                        calling.terminal().site(),
                        called.reference(),
                        called.terminal().site(),
                        codec));
    }

    private static Reservation reservation(Leg leg, Relay relay, AudioCodec codec) {
        return Reservation.of(
                leg.reference(), leg.terminal().site(), relay.terminal().site(), codec);
    }

    /** Opens the media of the two, with fresh keys for each way that can be encrypted. */
    static Change<? extends Media> open(CallContext context, Parties parties, AudioCodec codec, int generation) {
        var calling = parties.calling();
        var called = parties.called();
        var ends = new Ends(calling.reference().value(), calling.reference(), called.reference(), generation);
        if (parties.relay().isEmpty()) {
            return MediaSession.open(ends, codec, keys(context, calling, called));
        }
        var relay = parties.relay().get();
        return RelayedMedia.open(
                ends,
                new Through(relay.calling().reference(), relay.called().reference()),
                codec,
                keys(context, calling, relay.calling()),
                keys(context, relay.called(), called));
    }

    private static Optional<KeySet> keys(CallContext context, Leg one, Leg other) {
        return SecurityClassification.mediaProtection(one.terminal(), other.terminal())
                .map(_ -> KeySet.from(context.keys()));
    }

    /** The point says something. */
    static CallStep said(CallContext context, CallState state, LegSignal signal) {
        return switch (state) {
            case Talking talking -> said(context, talking, signal);
            case OnHold onHold
            when isLoss(signal) ->
                told(directly(onHold.parties()), onHold.parties().both())
                        .to(onHold.between(directly(onHold.parties())));
            case Joining joining when isLoss(signal) -> lost(joining);
            case CallState _ -> CallMachine.stay(state);
        };
    }

    private static boolean isLoss(LegSignal signal) {
        return signal instanceof Rejected || signal instanceof LegEnd;
    }

    /** The same two without a point between them. */
    static Parties directly(Parties parties) {
        return parties.through(Optional.empty());
    }

    private static CallStep lost(Joining joining) {
        var before = joining.before();
        var parties = directly(before.parties());
        var here = parties.both().stream()
                .filter(leg -> !joining.gone().contains(leg.reference()))
                .toList();
        return told(parties, here).to(joining.standing(before.between(parties)));
    }

    /** These see how secure the call is now. */
    private static Effects told(Parties parties, List<Leg> legs) {
        return tell(parties, legs, new Effects());
    }

    private static Effects tell(Parties parties, List<Leg> legs, Effects effects) {
        for (var leg : legs) {
            var side = parties.side(leg.reference()).orElseThrow();
            effects.tell(new LegEvent.Updated(leg.reference(), parties.seenFrom(side, false)));
        }
        return effects;
    }

    private static CallStep said(CallContext context, Talking talking, LegSignal signal) {
        return switch (signal) {
            case ReceiveOpened(var _, var stream, var address) ->
                facing(talking, stream)
                        .map(side -> opened(talking, side, address))
                        .orElseGet(() -> CallMachine.stay(talking));
            case TransmitFailed(var leg, var _) ->
                new Effects()
                        .add(failure(talking, leg, "the media termination point cannot send"))
                        .to(talking);
            case ReceiveRefused(var leg, var stream, var _)
            when facing(talking, stream).isPresent() ->
                without(
                        context,
                        talking,
                        Conversations.close(talking, new Effects())
                                .add(failure(talking, leg, "the media termination point cannot receive")));
            case Rejected(var leg, var _) -> without(context, talking, closed(talking, leg));
            case LegEnd end -> elsewhere(context, talking, closed(talking, end.leg()));
            case LegSignal _ -> CallMachine.stay(talking);
        };
    }

    private static Optional<Side> facing(Talking talking, MediaStream stream) {
        return talking.media() instanceof RelayedMedia relayed ? relayed.facing(stream) : Optional.empty();
    }

    private static CallStep opened(Talking talking, Side facing, MediaAddress address) {
        return Conversations.opened(talking, ((RelayedMedia) talking.media()).pointOpened(facing, address));
    }

    private static CallEffect failure(Talking talking, CallReference leg, String reason) {
        var point = talking.parties().relay().orElseThrow();
        return new ReportMediaFailure(point.terminal().device(), leg, reason);
    }

    /** All is closed; a leg that is gone is told nothing. */
    private static Effects closed(Talking talking, CallReference gone) {
        return new Effects()
                .media(talking.media().close(Optional.empty()).stream()
                        .filter(directed -> !directed.command().call().equals(gone))
                        .toList())
                .wipe(talking.media());
    }

    /** The point promised what it does not have: the two go on directly, if they may. */
    private static CallStep without(CallContext context, Talking talking, Effects effects) {
        var parties = directly(talking.parties());
        return fail(context, parties)
                ? CallMachine.failed(effects, parties.both(), Cause.RESOURCE_UNAVAILABLE)
                : reopened(context, talking, parties, effects);
    }

    /** The point is gone: the two go on through another one, or directly. */
    private static CallStep elsewhere(CallContext context, Talking talking, Effects effects) {
        var before = directly(talking.parties());
        var parties = between(context, before);
        return reopened(context, talking, parties, offer(before, parties, effects));
    }

    private static CallStep reopened(CallContext context, Talking talking, Parties parties, Effects effects) {
        return Conversations.start(
                context,
                parties,
                talking.media().ends().generation() + 1,
                talking.refused(),
                tell(parties, parties.both(), effects));
    }

    /** Points that a call has no use for any more hear so after its step; one that is gone is told nothing. */
    static CallChange giveBack(CallState before, CallSignal signal, CallChange change) {
        var kept = of(change.next().state()).map(Relays::references).orElse(Set.of());
        var over = new LinkedHashSet<CallReference>();
        of(before).ifPresent(relay -> over.addAll(references(relay)));
        for (var effect : change.effects()) {
            if (effect instanceof Offer(var _, LegEvent.Relaying(var leg, var _))) {
                over.add(leg);
            }
        }
        over.removeAll(kept);
        if (signal instanceof LegSignal ofLeg && isLoss(ofLeg)) {
            over.remove(ofLeg.leg());
        }
        if (over.isEmpty()) {
            return change;
        }
        var effects = new ArrayList<>(change.effects());
        over.forEach(leg -> effects.add(new Tell(new LegEvent.Cleared(leg))));
        return new CallChange(change.next(), effects);
    }

    private static Set<CallReference> references(Relay relay) {
        return Set.of(relay.calling().reference(), relay.called().reference());
    }
}
