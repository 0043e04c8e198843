package org.keyline.callcontrol.call;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallEffect.ReportMediaFailure;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.call.CallSignal.TransmitFailed;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.media.Media;
import org.keyline.callcontrol.media.MediaSession.Change;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.media.AudioCodec;

/**
 * The transitions of a call that is up: its media, hold and resume. Every start of media makes fresh keys, where both
 * sides can encrypt; they are wiped when both have them, or when media ends before.
 *
 * <table>
 * <caption>Signals while the call is up</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>Talking</td><td>ReceiveOpened</td><td>Talking</td><td>the other side sends; when both do: keys wiped, an
 * encrypted call shows its lock</td></tr>
 * <tr><td>Talking</td><td>ReceiveRefused, first</td><td>Talking</td><td>all closed, opened anew with another
 * codec</td></tr>
 * <tr><td>Talking</td><td>ReceiveRefused again or no other codec, MEDIA expires</td><td>Failed</td><td>all closed, both
 * hear it, alarm</td></tr>
 * <tr><td>Talking</td><td>Hold</td><td>OnHold by that side</td><td>all closed; Held, FarHeld</td></tr>
 * <tr><td>OnHold</td><td>Hold by the other side</td><td>OnHold by both</td><td>Held, FarHeld</td></tr>
 * <tr><td>OnHold by both</td><td>Resume</td><td>OnHold by the other</td><td>Resumed, FarHeld as they are now</td></tr>
 * <tr><td>OnHold by that side</td><td>Resume</td><td>Talking</td><td>Resumed, no longer FarHeld; all opened</td></tr>
 * <tr><td>OnHold by that side</td><td>Resume, no bandwidth</td><td></td><td>Held, FeatureRefused</td></tr>
 * <tr><td>any</td><td>what opens media, no bandwidth</td><td>Failed</td><td>both hear it</td></tr>
 * <tr><td>any</td><td>what opens media, one wants it to go through a media termination point</td><td></td><td>see {@link
 * Relays}</td></tr>
 * </table>
 */
final class Conversations {
    /** The upper half is for what media resources play; see {@link Played}. */
    static final int GENERATIONS = 0x7F;

    private Conversations() {}

    static CallStep answered(CallContext context, Parties parties, int generation, Effects effects) {
        effects.tell(new LegEvent.Answered(parties.called().reference()));
        return connect(context, parties, generation, effects);
    }

    /** Both hear each other from now on. */
    static CallStep connect(CallContext context, Parties parties, int generation, Effects effects) {
        var relayed = Relays.between(context, parties);
        if (Relays.fail(context, relayed)) {
            return CallMachine.failed(effects, parties.both(), Cause.RESOURCE_UNAVAILABLE);
        }
        var step = start(context, relayed, generation, Optional.empty(), Relays.offer(parties, relayed, effects));
        if (!(step.next() instanceof Talking)) {
            return step;
        }
        return effects.tell(connected(relayed, Side.CALLED))
                .tell(connected(relayed, Side.CALLING))
                .to(step.next());
    }

    static CallStep reported(CallContext context, Talking talking, MediaReport report) {
        if (Relays.isOf(talking, report.leg())) {
            return Relays.said(context, talking, report);
        }
        var side = talking.media().sideOf(report.stream());
        if (side.isEmpty() || !side.equals(talking.parties().side(report.leg()))) {
            return CallMachine.stay(talking);
        }
        return switch (report) {
            case ReceiveOpened(var _, var _, var address) ->
                opened(talking, talking.media().opened(side.get(), address));
            case ReceiveRefused(var _, var _, var status) -> refused(context, talking, side.get(), status);
            case TransmitFailed _ -> cannotSend(talking, side.get());
        };
    }

    static CallStep hold(Talking talking, CallReference leg) {
        var side = talking.parties().side(leg);
        if (side.isEmpty()) {
            return CallMachine.stay(talking);
        }
        var effects = close(talking, Optional.empty(), new Effects().waitNoMore());
        tellHeld(talking.parties(), side.get(), effects);
        if (talking.media().encrypted()) {
            effects.tell(updated(talking.parties(), side.get().other(), false));
        }
        return effects.to(new OnHold(
                talking.parties(), Set.of(side.get()), talking.media().ends().generation()));
    }

    static CallStep holdToo(OnHold onHold, CallReference leg) {
        var side = onHold.parties().side(leg);
        if (side.isEmpty() || onHold.holders().contains(side.get())) {
            return CallMachine.stay(onHold);
        }
        var effects = new Effects();
        tellHeld(onHold.parties(), side.get(), effects);
        return effects.to(new OnHold(onHold.parties(), Set.of(Side.values()), onHold.generation()));
    }

    static CallStep resume(CallContext context, OnHold onHold, CallReference leg) {
        var side = onHold.parties().side(leg);
        if (side.isEmpty() || !onHold.holders().contains(side.get())) {
            return CallMachine.stay(onHold);
        }
        boolean opens = onHold.holders().equals(Set.of(side.get()));
        var parties = opens ? Relays.between(context, onHold.parties()) : onHold.parties();
        if (opens && !mayOpen(context, parties)) {
            return new Effects()
                    .tell(new LegEvent.Held(leg, parties.seenFrom(side.get(), false)))
                    .tell(new LegEvent.FeatureRefused(leg, Phrase.NOT_ENOUGH_BANDWIDTH))
                    .to(onHold);
        }
        var other = side.get().other();
        var effects = new Effects()
                .tell(new LegEvent.Resumed(leg, parties.seenFrom(side.get(), false)))
                .tell(new LegEvent.FarHeld(parties.leg(other).reference(), false));
        if (opens) {
            if (!parties.shown(false).equals(onHold.parties().shown(false))) {
                effects.tell(updated(parties, other, false));
            }
            Relays.offer(onHold.parties(), parties, effects);
            return start(context, parties, onHold.generation() + 1, Optional.empty(), effects);
        }
        var left = new HashSet<>(onHold.holders());
        left.remove(side.get());
        return effects.tell(new LegEvent.FarHeld(leg, true)).to(new OnHold(parties, left, onHold.generation()));
    }

    /** Whether there is room for the media that runs again when this side holds no more; it is reserved then. */
    static boolean mayResume(CallContext context, OnHold onHold, Side side) {
        return !onHold.holders().equals(Set.of(side)) || mayOpen(context, Relays.between(context, onHold.parties()));
    }

    private static boolean mayOpen(CallContext context, Parties parties) {
        return codec(context, parties, Optional.empty())
                .filter(codec -> !reserve(context, parties, codec))
                .isEmpty();
    }

    private static Optional<AudioCodec> codec(CallContext context, Parties parties, Optional<AudioCodec> refused) {
        return Relays.codec(context, parties, refused.map(Set::of).orElse(Set.of()));
    }

    private static boolean reserve(CallContext context, Parties parties, AudioCodec codec) {
        return context.bandwidth().take(Relays.reservations(parties, codec));
    }

    static CallStep noMedia(Talking talking) {
        return mediaFailed(talking, Optional.empty(), "no answer to the request to receive");
    }

    static CallStep ended(Talking talking, LegEnd end) {
        var effects = new Effects().waitNoMore();
        var reachable = CallMachine.reachable(end, talking.parties().both());
        for (var directed : talking.media().close(Optional.empty())) {
            if (!(end instanceof Vanished) || !directed.command().call().equals(end.leg())) {
                effects.media(List.of(directed));
            }
        }
        return effects.wipe(talking.media()).clear(reachable).to(new Ended());
    }

    /** Media opens between the two, and the call talks; or it fails. */
    static CallStep start(
            CallContext context, Parties parties, int generation, Optional<AudioCodec> refused, Effects effects) {
        var codec = codec(context, parties, refused);
        if (codec.isEmpty()) {
            return CallMachine.failed(effects, parties.both(), Cause.BEARER_NOT_AVAILABLE);
        }
        if (!reserve(context, parties, codec.get())) {
            return CallMachine.failed(effects, parties.both(), Cause.OUT_OF_BANDWIDTH);
        }
        var change = Relays.open(context, parties, codec.get(), generation & GENERATIONS);
        return effects.media(change.commands())
                .wait(CallTimer.MEDIA)
                .to(new Talking(parties, change.session(), refused));
    }

    /** Somebody listens; when all do, the keys are wiped and an encrypted call shows its lock. */
    static CallStep opened(Talking talking, Change<? extends Media> change) {
        var effects = new Effects().media(change.commands());
        if (!change.session().isUp() || talking.media().isUp()) {
            return effects.to(new Talking(talking.parties(), change.session(), talking.refused()));
        }
        return up(talking, change, effects);
    }

    private static CallStep up(Talking talking, Change<? extends Media> change, Effects effects) {
        effects.waitNoMore();
        if (change.session().encrypted()) {
            effects.tell(updated(talking.parties(), Side.CALLING, true))
                    .tell(updated(talking.parties(), Side.CALLED, true));
        }
        return effects.wipe(talking.media())
                .to(new Talking(talking.parties(), change.session().withoutKeys(), talking.refused()));
    }

    private static CallStep refused(CallContext context, Talking talking, Side side, int status) {
        var other =
                codec(context, talking.parties(), Optional.of(talking.media().codec()));
        if (talking.refused().isPresent() || other.isEmpty()) {
            return mediaFailed(talking, Optional.of(side), "the phone cannot receive, status " + status);
        }
        return start(
                context,
                talking.parties(),
                talking.media().ends().generation() + 1,
                Optional.of(talking.media().codec()),
                close(talking, Optional.of(side), new Effects()));
    }

    private static CallStep cannotSend(Talking talking, Side side) {
        return new Effects()
                .add(report(talking.parties().leg(side), "the phone cannot send"))
                .to(talking);
    }

    private static CallStep mediaFailed(Talking talking, Optional<Side> refused, String reason) {
        var effects = close(talking, refused, new Effects());
        for (var side : Side.values()) {
            if (refused.isEmpty() ? !talking.media().isOpen(side) : refused.get() == side) {
                effects.add(report(talking.parties().leg(side), reason));
            }
        }
        return CallMachine.failed(effects, talking.parties().both(), Cause.TEMPORARY_FAILURE);
    }

    /** Closes its media. */
    static Effects close(Talking talking, Effects effects) {
        return close(talking, Optional.empty(), effects);
    }

    private static Effects close(Talking talking, Optional<Side> refused, Effects effects) {
        return effects.media(talking.media().close(refused)).wipe(talking.media());
    }

    private static void tellHeld(Parties parties, Side holder, Effects effects) {
        effects.tell(new LegEvent.Held(parties.leg(holder).reference(), parties.seenFrom(holder, false)))
                .tell(new LegEvent.FarHeld(parties.leg(holder.other()).reference(), true));
    }

    private static LegEvent connected(Parties parties, Side side) {
        return new LegEvent.Connected(parties.leg(side).reference(), parties.seenFrom(side, false));
    }

    private static LegEvent updated(Parties parties, Side side, boolean mediaUp) {
        return new LegEvent.Updated(parties.leg(side).reference(), parties.seenFrom(side, mediaUp));
    }

    private static CallEffect report(Leg leg, String reason) {
        return new ReportMediaFailure(leg.terminal().device(), leg.reference(), reason);
    }
}
