package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.call.CallSignal.GroupJoined;
import org.keyline.callcontrol.call.CallSignal.GroupReport;
import org.keyline.callcontrol.call.CallSignal.Hold;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Release;
import org.keyline.callcontrol.call.CallSignal.ReportDue;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Failed;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Parked;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.resource.Sound;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.media.HoldSources;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * What media resources play to legs: music to those who are held, announcements to those whose call cannot go on. It
 * lies around {@link SharedLines} and the call machine, which know nothing of it: it watches what a leg is told, and
 * where a leg would be told that the other holds, or why the call cannot go on, it gives it something to hear instead.
 * So whatever holds somebody gives them music, and whatever ends that ends it.
 *
 * <table>
 * <caption>What a leg would be told, and what happens</caption>
 * <tr><th>the leg</th><th>then</th></tr>
 * <tr><td>FarHeld, and it does not hold too</td><td>a music source is offered a leg, and the leg is asked to listen;
 * where there is no source, or no bandwidth, FarHeld. Where the leg's media resource group multicasts and the call is as
 * secure so, the leg joins the source's group, and nothing is sent to it alone</td></tr>
 * <tr><td>no longer FarHeld, while it has music</td><td>the music ends</td></tr>
 * <tr><td>Refused, for a reason that is announced</td><td>the same with an annunciator; where there is none,
 * Refused</td></tr>
 * <tr><td>Held, Cleared, Moved, Connected, FarRinging, Refused, or media of a conversation</td><td>what is played ends
 * before</td></tr>
 * <tr><td>Updated</td><td>the same, with the security of what it hears</td></tr>
 * </table>
 *
 * <table>
 * <caption>What is said of what is played</caption>
 * <tr><th>signal</th><th>then</th></tr>
 * <tr><td>the leg listens</td><td>the resource sends; keys wiped</td></tr>
 * <tr><td>the leg cannot listen; the resource rejects, is gone, or has come to an end</td><td>it ends; FarHeld,
 * Refused</td></tr>
 * <tr><td>the same of a group, or the leg has not said in time that it joined</td><td>it ends; once a stream of the
 * leg's own, else FarHeld</td></tr>
 * <tr><td>the leg's device is gone</td><td>it ends</td></tr>
 * </table>
 */
public final class Playback {
    private static final String USUAL_SOURCE = "default";

    /** Why a call cannot go on that the caller did not begin well, or that leads nowhere. */
    private static final Set<Cause> ANNOUNCED = EnumSet.of(
            Cause.UNALLOCATED_NUMBER,
            Cause.NUMBER_CHANGED,
            Cause.INVALID_NUMBER_FORMAT,
            Cause.EXCHANGE_ROUTING_ERROR,
            Cause.DESTINATION_OUT_OF_ORDER,
            Cause.NO_CIRCUIT);

    private final CallContext context;
    private final CallState before;
    private final CallState state;
    private final boolean network;
    private final List<Played> music;
    private final List<CallEffect> effects = new ArrayList<>();

    private Playback(CallContext context, Call call, CallState state, boolean network) {
        this.context = context;
        this.before = call.state();
        this.state = state;
        this.network = network;
        this.music = new ArrayList<>(call.music());
    }

    /** One step of a call. Pure but for the keys and references that {@code context} makes. */
    public static CallChange step(CallContext context, Call call, CallSignal signal) {
        if (signal instanceof LegSignal ofLeg) {
            for (var played : call.music()) {
                if (played.isFrom(ofLeg.leg()) || isOf(played, ofLeg)) {
                    return new Playback(context, call, call.state(), false).said(call, played, ofLeg);
                }
            }
        }
        if (signal instanceof GroupReport) {
            // Of music that is over.
            return new CallChange(call, List.of());
        }
        var change = Relays.giveBack(call.state(), signal, SharedLines.step(context, call, signal));
        Reservations.giveBack(context.bandwidth(), call.state(), change, call.music());
        if (call.music().isEmpty() && change.effects().stream().noneMatch(Playback::mayBegin)) {
            return change;
        }
        var around = new Playback(
                context, call, change.next().state(), signal instanceof Hold(var _, var network) && network);
        if (signal instanceof Vanished(var leg)) {
            around.at(leg).ifPresent(around::silence);
        }
        change.effects().forEach(around::passOn);
        return around.after(change.next());
    }

    private static boolean mayBegin(CallEffect effect) {
        return effect instanceof Tell(LegEvent.FarHeld(var _, var held))
                ? held
                : effect instanceof Tell(LegEvent.Refused _);
    }

    private static boolean isOf(Played played, LegSignal signal) {
        return switch (signal) {
            case MediaReport report -> played.isHeardAs(report.leg(), report.stream());
            case GroupReport report -> played.isHeardAs(report.leg(), report.stream());
            case LegSignal _ -> false;
        };
    }

    private CallChange after(Call next) {
        if (state instanceof Ended) {
            List.copyOf(music).forEach(this::silence);
        }
        return new CallChange(next.with(music), effects);
    }

    private CallChange said(Call call, Played played, LegSignal signal) {
        switch (signal) {
            case ReceiveOpened(var leg, var _, var address)
            when played.isHeardBy(leg) && !played.isOfGroup() -> listens(played, address);
            case GroupJoined _ when played.isOfGroup() -> music.set(music.indexOf(played), played.started());
            case ReceiveRefused(var leg, var _, var _)
            when played.isHeardBy(leg) -> {
                silence(played);
                otherwise(played);
            }
            case ReportDue _
            when !played.playing() -> {
                stop(played);
                otherwise(played);
            }
            case Release(var leg)
            when played.isFrom(leg) -> {
                stop(played);
                otherwise(played);
            }
            case Rejected _, Vanished _ -> {
                forget(played);
                tell(played.close());
                otherwise(played);
            }
            case LegSignal _ -> {}
        }
        return new CallChange(call.with(music), effects);
    }

    private void listens(Played played, MediaAddress address) {
        if (!played.playing()) {
            tell(played.start(address));
            wipe(played);
            var started = played.started();
            music.set(music.indexOf(played), started);
            if (showsLock(started)) {
                update(started);
            }
        }
    }

    /** Who cannot hear the group has music of their own; what else cannot be heard is not played. */
    private void otherwise(Played played) {
        var own = played.sound() instanceof Sound.GroupMusic(var name, var _)
                ? ofItsOwn(played.listener(), name, played.instead())
                : Optional.<Played>empty();
        own.ifPresentOrElse(this::begin, () -> instead(played));
    }

    private void instead(Played played) {
        tell(played.instead());
        parties(played.listener().reference()).ifPresent(parties -> updateWithoutMusic(parties, played));
    }

    private void passOn(CallEffect effect) {
        if (effect instanceof Tell(var event)) {
            passOn(effect, event);
        } else {
            effects.add(effect);
        }
    }

    private void passOn(CallEffect effect, LegEvent event) {
        var heard = at(event.leg());
        switch (event) {
            case LegEvent.FarHeld(var leg, var held)
            when heard.isEmpty() -> {
                if (!held || !holdMusic(leg, event)) {
                    effects.add(effect);
                }
            }
            case LegEvent.Refused(var leg, var cause)
            when heard.isEmpty() -> {
                if (!ANNOUNCED.contains(cause) || !announces(leg, cause, event)) {
                    effects.add(effect);
                }
            }
            case LegEvent.FarHeld(var _, var held) -> {
                if (!held) {
                    ends(heard.orElseThrow());
                }
            }
            case LegEvent.Updated _ when heard.isPresent() -> update(heard.get());
            case LegEvent other -> {
                heard.filter(_ -> endsMusic(other)).ifPresent(this::stop);
                effects.add(effect);
            }
        }
    }

    /** Whether the leg has something else to hear, or nothing any more. */
    private static boolean endsMusic(LegEvent event) {
        return event instanceof LegEvent.Held
                || event instanceof LegEvent.Cleared
                || event instanceof LegEvent.Moved
                || event instanceof LegEvent.Connected
                || event instanceof LegEvent.FarRinging
                || event instanceof LegEvent.Refused
                || (event instanceof LegEvent.Media(var _, var command) && command instanceof OpenReceive);
    }

    private boolean holdMusic(CallReference leg, LegEvent instead) {
        var begun = parties(leg)
                .filter(_ -> !holds(state, leg))
                .map(parties -> leg(parties, leg))
                .filter(Playback::isPhone)
                .flatMap(held -> music(held, source(leg), instead));
        if (begun.isPresent() && holds(before, leg)) {
            // It has the tone: the other held too.
            tell(new LegEvent.FarHeld(leg, false));
        }
        begun.ifPresent(this::begin);
        return begun.isPresent();
    }

    private Optional<Played> music(Leg held, String name, LegEvent instead) {
        return ofGroup(held, name, instead).or(() -> ofItsOwn(held, name, instead));
    }

    /** Music for all who join its group, where that is as secure as music of one's own. */
    private Optional<Played> ofGroup(Leg held, String name, LegEvent instead) {
        return parties(held.reference())
                .flatMap(parties -> context.resources()
                        .multicastMusic(held.terminal(), name)
                        .filter(music -> music.isAsSecure(held.terminal(), parties.security())))
                .flatMap(music -> Played.ofGroup(context, held, music, name, instead));
    }

    private Optional<Played> ofItsOwn(Leg held, String name, LegEvent instead) {
        return context.resources()
                .musicOnHold(held.terminal())
                .flatMap(source -> Played.between(context, held, source, new Sound.Music(name), instead));
    }

    /** What who holds has for those they hold: the line's source, the device's, the system's. */
    private String source(CallReference held) {
        return parties(held)
                .map(parties -> parties.leg(parties.side(held).orElseThrow().other()))
                .map(this::sources)
                .flatMap(of -> network || state instanceof Parked ? of.network() : of.user())
                .orElse(USUAL_SOURCE);
    }

    private HoldSources sources(Leg holder) {
        var terminal = holder.terminal();
        return terminal.line()
                .flatMap(at -> context.dialPlan().line(at.number(), at.partition()))
                .map(line -> line.hold().orOf(terminal.site().media().hold()))
                .orElse(terminal.site().media().hold());
    }

    /** A bridge would play the music to all who confer. */
    private static boolean isPhone(Leg leg) {
        return leg.terminal().model().isPresent();
    }

    private boolean announces(CallReference leg, Cause cause, LegEvent instead) {
        var begun = refused(leg)
                .flatMap(caller -> context.resources()
                        .annunciator(caller.terminal())
                        .flatMap(source -> Played.between(
                                context,
                                caller,
                                source,
                                new Sound.Announcement(
                                        cause, caller.terminal().site().media().language()),
                                instead)));
        begun.ifPresent(this::begin);
        return begun.isPresent();
    }

    private Optional<Leg> refused(CallReference leg) {
        return state instanceof Failed failed
                ? failed.legs().stream()
                        .filter(one -> CallMachine.isOf(one, leg))
                        .findFirst()
                : Optional.empty();
    }

    private void begin(Played played) {
        music.add(played);
        effects.add(new CallEffect.Offer(
                played.source().terminal().device(),
                new LegEvent.Playing(played.source().reference(), played.sound())));
        tell(played.open());
        if (played.isOfGroup()) {
            effects.add(new CallEffect.AwaitReport(played.listener().reference(), played.stream()));
        }
        if (changesSecurity(played)) {
            update(played);
        }
    }

    /** The listener is in a conversation again, or is about to be. */
    private void ends(Played played) {
        stop(played);
        parties(played.listener().reference()).ifPresent(parties -> updateWithoutMusic(parties, played));
    }

    private void stop(Played played) {
        silence(played);
        tell(played.close());
    }

    /** The source's part of an end. */
    private void silence(Played played) {
        if (played.isSent()) {
            tell(played.stop());
        }
        tell(new LegEvent.Cleared(played.source().reference()));
        forget(played);
    }

    private void forget(Played played) {
        music.remove(played);
        wipe(played);
        Reservations.giveBack(context.bandwidth(), state, played);
    }

    private void wipe(Played played) {
        played.keys().ifPresent(keys -> effects.add(new CallEffect.Wipe(keys)));
    }

    private void update(Played played) {
        var leg = played.listener().reference();
        parties(leg)
                .ifPresent(parties -> tell(new LegEvent.Updated(
                        leg, parties.seenFrom(parties.side(leg).orElseThrow(), shown(played)))));
    }

    private void updateWithoutMusic(Parties parties, Played played) {
        if (changesSecurity(played) || showsLock(played)) {
            var leg = played.listener().reference();
            tell(new LegEvent.Updated(leg, parties.seenFrom(parties.side(leg).orElseThrow(), false)));
        }
    }

    /** Whether the call is less secure for the listener than it is without the music. */
    private boolean changesSecurity(Played played) {
        return parties(played.listener().reference())
                .flatMap(parties -> parties.shown(true))
                .filter(call -> played.with(call) != call)
                .isPresent();
    }

    private boolean showsLock(Played played) {
        return shown(played).filter(SecurityClass.ENCRYPTED::equals).isPresent();
    }

    private Optional<SecurityClass> shown(Played played) {
        return parties(played.listener().reference())
                .flatMap(parties -> parties.shown(true))
                .map(played::with)
                .filter(found -> played.playing() || found != SecurityClass.ENCRYPTED);
    }

    private Optional<Played> at(CallReference leg) {
        return music.stream().filter(played -> played.isHeardBy(leg)).findFirst();
    }

    /** The parties of the call, if the leg is one of them. */
    private Optional<Parties> parties(CallReference leg) {
        return standing(state).filter(parties -> parties.side(leg).isPresent());
    }

    private static Optional<Parties> standing(CallState state) {
        return switch (state) {
            case Talking talking -> Optional.of(talking.parties());
            case OnHold onHold -> Optional.of(onHold.parties());
            case Joining joining -> Optional.of(joining.before().parties());
            case Parked parked -> Optional.of(parked.parties());
            case CallState _ -> Optional.empty();
        };
    }

    private static Leg leg(Parties parties, CallReference leg) {
        return parties.leg(parties.side(leg).orElseThrow());
    }

    private static boolean holds(CallState state, CallReference leg) {
        return switch (state) {
            case OnHold onHold ->
                onHold.parties().side(leg).filter(onHold.holders()::contains).isPresent();
            case Parked parked -> parked.held() && parked.isOf(leg);
            case CallState _ -> false;
        };
    }

    private void tell(LegEvent event) {
        effects.add(new Tell(event));
    }
}
