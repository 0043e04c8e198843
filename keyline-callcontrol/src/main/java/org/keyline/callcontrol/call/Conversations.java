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
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.MediaSession.Change;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

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
        var step = start(context, parties, generation, Optional.empty(), effects);
        if (!(step.next() instanceof Talking)) {
            return step;
        }
        return effects.tell(connected(parties, Side.CALLED))
                .tell(connected(parties, Side.CALLING))
                .to(step.next());
    }

    static CallStep reported(CallContext context, Talking talking, MediaReport report) {
        var side = talking.media().sideOf(report.stream());
        if (side.isEmpty() || !side.equals(talking.parties().side(report.leg()))) {
            return CallMachine.stay(talking);
        }
        return switch (report) {
            case ReceiveOpened(var _, var _, var address) -> opened(talking, side.get(), address);
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
        var parties = onHold.parties();
        if (!mayResume(context, onHold, side.get())) {
            return new Effects()
                    .tell(new LegEvent.Held(leg, parties.seenFrom(side.get(), false)))
                    .tell(new LegEvent.FeatureRefused(leg, Phrase.NOT_ENOUGH_BANDWIDTH))
                    .to(onHold);
        }
        var other = side.get().other();
        var effects = new Effects()
                .tell(new LegEvent.Resumed(leg, parties.seenFrom(side.get(), false)))
                .tell(new LegEvent.FarHeld(parties.leg(other).reference(), false));
        var left = new HashSet<>(onHold.holders());
        left.remove(side.get());
        if (left.isEmpty()) {
            return start(context, parties, onHold.generation() + 1, Optional.empty(), effects);
        }
        return effects.tell(new LegEvent.FarHeld(leg, true)).to(new OnHold(parties, left, onHold.generation()));
    }

    /** Whether there is room for the media that runs again when this side holds no more; it is reserved then. */
    static boolean mayResume(CallContext context, OnHold onHold, Side side) {
        return !onHold.holders().equals(Set.of(side))
                || codec(context, onHold.parties(), Optional.empty())
                        .filter(codec -> !reserve(context, onHold.parties(), codec))
                        .isEmpty();
    }

    private static Optional<AudioCodec> codec(CallContext context, Parties parties, Optional<AudioCodec> refused) {
        return context.codecs()
                .between(
                        parties.calling().terminal(),
                        parties.called().terminal(),
                        refused.map(Set::of).orElse(Set.of()));
    }

    private static boolean reserve(CallContext context, Parties parties, AudioCodec codec) {
        var calling = parties.calling();
        var called = parties.called();
        return context.bandwidth()
                .take(Reservation.between(
                        calling.reference(),
                        calling.terminal().site(),
                        called.reference(),
                        called.terminal().site(),
                        codec));
    }

    static CallStep noMedia(Talking talking) {
        return mediaFailed(talking, Optional.empty(), "no answer to the request to receive");
    }

    static CallStep ended(Talking talking, LegEnd end) {
        var effects = new Effects().waitNoMore();
        var reachable = CallMachine.reachable(end, talking.parties().both());
        for (var directed : talking.media().close(Optional.empty())) {
            if (reachable.contains(talking.parties().leg(directed.to()))) {
                effects.media(List.of(directed));
            }
        }
        return effects.wipe(talking.media()).clear(reachable).to(new Ended());
    }

    private static CallStep start(
            CallContext context, Parties parties, int generation, Optional<AudioCodec> refused, Effects effects) {
        var calling = parties.calling().terminal();
        var called = parties.called().terminal();
        var codec = codec(context, parties, refused);
        if (codec.isEmpty()) {
            return CallMachine.failed(effects, parties.both(), Cause.BEARER_NOT_AVAILABLE);
        }
        if (!reserve(context, parties, codec.get())) {
            return CallMachine.failed(effects, parties.both(), Cause.OUT_OF_BANDWIDTH);
        }
        var keys = SecurityClassification.mediaProtection(calling, called).map(_ -> KeySet.from(context.keys()));
        var ends = new Ends(
                parties.calling().reference().value(),
                parties.calling().reference(),
                parties.called().reference(),
                generation & GENERATIONS);
        var change = MediaSession.open(ends, codec.get(), keys);
        return effects.media(change.commands())
                .wait(CallTimer.MEDIA)
                .to(new Talking(parties, change.session(), refused));
    }

    private static CallStep opened(Talking talking, Side side, MediaAddress address) {
        var change = talking.media().opened(side, address);
        var effects = new Effects().media(change.commands());
        if (!change.session().isUp() || talking.media().isUp()) {
            return effects.to(new Talking(talking.parties(), change.session(), talking.refused()));
        }
        return up(talking, change, effects);
    }

    private static CallStep up(Talking talking, Change change, Effects effects) {
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
