package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallEffect.ReportMediaFailure;
import org.keyline.callcontrol.call.CallSignal.Expired;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.call.CallSignal.TransmitFailed;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.security.BargeRules;
import org.keyline.callcontrol.security.BargeRules.Allowed;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/**
 * Barge: somebody with the same line comes into a call through the bridge that the talking phone itself has. The guest
 * has a media session of their own with that phone, which mixes (G.711 only); the call between the two goes on as it
 * was, and whatever else happens to it, the guest leaves first.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Talking</td><td>an onlooker barges, the rules allow it</td><td>Barged</td><td>media opens between guest and
 * host; all hear the tone and see the class of {@link BargeRules}</td></tr>
 * <tr><td>Talking</td><td>the same without bandwidth</td><td>Talking</td><td>the guest is cleared and told
 * why</td></tr>
 * <tr><td>Talking</td><td>an onlooker barges else</td><td>Talking</td><td>the onlooker hears busy and is told
 * why</td></tr>
 * <tr><td>Barged</td><td>the guest holds or leaves, or has no media</td><td>Talking</td><td>the guest is cleared; the
 * two see their own class again</td></tr>
 * <tr><td>Barged</td><td>anything else but reports of media</td><td>as Talking says</td><td>the guest is cleared
 * first</td></tr>
 * </table>
 */
final class Barges {
    private static final Set<AudioCodec> MIXED = Set.of(AudioCodec.G711_ULAW, AudioCodec.G711_ALAW);
    /** Tells the host's stream with the guest from that with the other party. */
    private static final int GUEST_GENERATION = 0x40;

    private Barges() {}

    /** Why this barge cannot be, if it cannot. */
    static Optional<Phrase> objection(CallContext context, CallState state, CallReference host, Terminal guest) {
        if (state instanceof Barged) {
            return Optional.of(Phrase.ANOTHER_BARGE);
        }
        if (!(state instanceof Talking talking) || !talking.media().isUp()) {
            return Optional.of(Phrase.CANNOT_BARGE);
        }
        var side = talking.parties().side(host).orElseThrow();
        var terminal = talking.parties().leg(side).terminal();
        if (!hasBridge(context, terminal)) {
            return Optional.of(Phrase.CANNOT_BARGE);
        }
        if (!MIXED.contains(talking.media().codec())
                || codec(context, guest, terminal).isEmpty()) {
            return Optional.of(Phrase.INCOMPATIBLE);
        }
        return switch (BargeRules.decide(guest, terminal, shown(talking))) {
            case Allowed _ -> Optional.empty();
            case BargeRules.Unprotected _ -> Optional.of(Phrase.CANNOT_BARGE);
            case BargeRules.CannotMix _ -> Optional.of(Phrase.INCOMPATIBLE);
        };
    }

    private static boolean hasBridge(CallContext context, Terminal host) {
        return switch (host.bridge()) {
            case ON -> true;
            case OFF -> false;
            case DEFAULT -> context.features().barge().builtInBridge();
        };
    }

    private static Optional<AudioCodec> codec(CallContext context, Terminal guest, Terminal host) {
        return context.codecs()
                .between(guest, host, Set.of())
                .filter(MIXED::contains)
                .or(() -> MIXED.stream()
                        .filter(codec ->
                                guest.codecs().contains(codec) && host.codecs().contains(codec))
                        .findFirst());
    }

    private static SecurityClass shown(Talking talking) {
        return talking.parties().shown(true).orElseThrow();
    }

    /** The guest comes in; nothing speaks against it. */
    static CallStep enter(CallContext context, Talking talking, CallReference at, Leg guest) {
        var side = talking.parties().side(at).orElseThrow();
        var host = talking.parties().leg(side);
        var verdict = (Allowed) BargeRules.decide(guest.terminal(), host.terminal(), shown(talking));
        var codec = codec(context, guest.terminal(), host.terminal()).orElseThrow();
        var reservation = Reservation.of(
                guest.reference(), guest.terminal().site(), host.terminal().site(), codec);
        if (!context.bandwidth().take(List.of(reservation))) {
            return new Effects()
                    .clear(List.of(guest))
                    .tell(new LegEvent.FeatureRefused(guest.reference(), Phrase.NOT_ENOUGH_BANDWIDTH))
                    .to(talking);
        }
        var keys = SecurityClassification.mediaProtection(guest.terminal(), host.terminal())
                .filter(_ -> verdict.initiator() == SecurityClass.ENCRYPTED)
                .map(_ -> KeySet.from(context.keys()));
        var ends = new Ends(
                talking.media().ends().conference(),
                guest.reference(),
                host.reference(),
                (talking.media().ends().generation() ^ GUEST_GENERATION) & Conversations.GENERATIONS);
        var change = MediaSession.open(ends, codec, keys);
        var barged = new Barged(talking, guest, side, change.session(), verdict);
        var effects = new Effects().tell(new LegEvent.Resumed(guest.reference(), barged.seenByGuest()));
        show(barged, effects);
        for (var leg :
                List.of(guest, talking.parties().calling(), talking.parties().called())) {
            effects.tell(new LegEvent.BargedIn(leg.reference()));
        }
        return effects.media(change.commands()).wait(CallTimer.MEDIA).to(barged);
    }

    /** The two who were there see what the call is now. */
    private static void show(Barged barged, Effects effects) {
        for (var side : Side.values()) {
            var parties = barged.talking().parties();
            effects.tell(new LegEvent.Updated(parties.leg(side).reference(), barged.seenFrom(side)));
        }
    }

    static CallStep step(CallContext context, Barged barged, CallSignal signal) {
        if (signal instanceof MediaReport report) {
            return reported(context, barged, report);
        }
        if (signal instanceof Expired(var timer) && timer == CallTimer.MEDIA) {
            return barged.media().isUp()
                    ? CallMachine.stay(barged)
                    : leave(barged, true, failure(barged, "no answer to the request to receive"));
        }
        if (signal instanceof LegSignal ofLeg && CallMachine.isOf(barged.guest(), ofLeg.leg())) {
            return ofLeg instanceof LegEnd || ofLeg instanceof CallSignal.Hold
                    ? leave(barged, !(ofLeg instanceof Vanished), new Effects())
                    : CallMachine.stay(barged);
        }
        return isOfCall(barged, signal)
                ? leave(barged, true, new Effects()).then(context, List.of(signal))
                : CallMachine.stay(barged);
    }

    /** Whether the call between the two takes notice of it. */
    private static boolean isOfCall(Barged barged, CallSignal signal) {
        return switch (signal) {
            case LegSignal ofLeg ->
                barged.talking().parties().side(ofLeg.leg()).isPresent() || Relays.isOf(barged, ofLeg.leg());
            case CallSignal.HandOver handOver ->
                barged.talking().parties().side(handOver.leg()).isPresent();
            case CallSignal.Originate _, Expired _ -> false;
            case CallSignal.BetweenCalls _ -> true;
        };
    }

    private static CallStep leave(Barged barged, boolean reachable, Effects effects) {
        return leave(barged, reachable, Optional.empty(), effects);
    }

    private static CallStep leave(Barged barged, boolean reachable, Optional<Side> refused, Effects effects) {
        effects.waitNoMore();
        effects.wipe(barged.media());
        effects.media(barged.media().close(refused).stream()
                .filter(directed -> reachable || directed.to() == Side.CALLED)
                .toList());
        if (reachable) {
            effects.clear(List.of(barged.guest()));
        }
        var talking = barged.talking();
        for (var side : Side.values()) {
            effects.tell(new LegEvent.Updated(
                    talking.parties().leg(side).reference(), talking.parties().seenFrom(side, true)));
        }
        return effects.to(talking);
    }

    private static CallStep reported(CallContext context, Barged barged, MediaReport report) {
        var side = barged.media()
                .sideOf(report.stream())
                .filter(found -> leg(barged, found).equals(report.leg()));
        if (side.isEmpty()) {
            var step = Conversations.reported(context, barged.talking(), report);
            return step.next() instanceof Talking talking
                    ? new CallStep(barged.with(talking), step.effects())
                    : leave(barged, true, new Effects()).then(context, List.of(report));
        }
        return switch (report) {
            case ReceiveOpened(var _, var _, var address) -> {
                var change = barged.media().opened(side.get(), address);
                var effects = new Effects().media(change.commands());
                if (change.session().isUp() && !barged.media().isUp()) {
                    effects.waitNoMore().wipe(change.session());
                    yield effects.tell(new LegEvent.Updated(
                                    barged.guest().reference(),
                                    barged.with(change.session()).seenByGuest()))
                            .to(barged.with(change.session().withoutKeys()));
                }
                yield effects.to(barged.with(change.session()));
            }
            case ReceiveRefused(var _, var _, var status) ->
                leave(barged, true, side, failure(barged, "it cannot receive, status " + status));
            case TransmitFailed _ -> failure(barged, "the phone cannot send").to(barged);
        };
    }

    private static CallReference leg(Barged barged, Side side) {
        return side == Side.CALLING ? barged.guest().reference() : barged.host().reference();
    }

    private static Effects failure(Barged barged, String reason) {
        return new Effects()
                .add(new ReportMediaFailure(
                        barged.guest().terminal().device(), barged.guest().reference(), reason));
    }
}
