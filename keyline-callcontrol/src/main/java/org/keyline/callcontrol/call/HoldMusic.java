package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.call.CallSignal.MediaReport;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.resource.Sound;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * Music for those who are held. It lies around {@link SharedLines} and the call machine, which know nothing of it: it
 * watches what a leg is told, and where a leg would be told that the other holds, it gives it a music source instead.
 * So whatever holds somebody gives them music, and whatever ends that ends it.
 *
 * <table>
 * <caption>What a leg would be told, and what happens</caption>
 * <tr><th>the leg</th><th>then</th></tr>
 * <tr><td>FarHeld, and it does not hold too</td><td>a source is offered a leg, and it is asked to listen; where there is
 * no source, FarHeld</td></tr>
 * <tr><td>no longer FarHeld, while it has music</td><td>the music ends</td></tr>
 * <tr><td>Held, Cleared, Moved, Connected, FarRinging, Refused, or media of a conversation</td><td>the music ends
 * before</td></tr>
 * <tr><td>Updated</td><td>the same, with the security of what it hears</td></tr>
 * </table>
 *
 * <table>
 * <caption>What is said of the music</caption>
 * <tr><th>signal</th><th>then</th></tr>
 * <tr><td>the leg listens</td><td>the source sends; keys wiped</td></tr>
 * <tr><td>the leg cannot listen; the source rejects, or is gone</td><td>the music ends, FarHeld</td></tr>
 * <tr><td>the leg's device is gone</td><td>the music ends</td></tr>
 * </table>
 */
public final class HoldMusic {
    private static final String USUAL_SOURCE = "default";

    private final CallContext context;
    private final CallState before;
    private final CallState state;
    private final List<Played> music;
    private final List<CallEffect> effects = new ArrayList<>();

    private HoldMusic(CallContext context, CallState before, CallState state, List<Played> music) {
        this.context = context;
        this.before = before;
        this.state = state;
        this.music = new ArrayList<>(music);
    }

    /** One step of a call. Pure but for the keys and references that {@code context} makes. */
    public static CallChange step(CallContext context, Call call, CallSignal signal) {
        if (signal instanceof LegSignal ofLeg) {
            for (var played : call.music()) {
                if (played.isFrom(ofLeg.leg()) || isOf(played, ofLeg)) {
                    return new HoldMusic(context, call.state(), call.state(), call.music()).said(call, played, ofLeg);
                }
            }
        }
        var change = SharedLines.step(context, call, signal);
        if (call.music().isEmpty() && change.effects().stream().noneMatch(HoldMusic::holds)) {
            return change;
        }
        var around = new HoldMusic(context, call.state(), change.next().state(), call.music());
        if (signal instanceof Vanished(var leg)) {
            around.at(leg).ifPresent(around::silence);
        }
        change.effects().forEach(around::passOn);
        return around.after(change.next());
    }

    private static boolean holds(CallEffect effect) {
        return effect instanceof Tell(LegEvent.FarHeld(var _, var held)) && held;
    }

    private static boolean isOf(Played played, LegSignal signal) {
        return signal instanceof MediaReport report
                && played.isHeardBy(report.leg())
                && report.stream().equals(played.stream());
    }

    private CallChange after(Call next) {
        if (state instanceof Ended) {
            List.copyOf(music).forEach(this::silence);
        }
        return new CallChange(next.with(music), effects);
    }

    private CallChange said(Call call, Played played, LegSignal signal) {
        switch (signal) {
            case ReceiveOpened(var leg, var _, var address) when played.isHeardBy(leg) -> listens(played, address);
            case ReceiveRefused(var leg, var _, var _)
            when played.isHeardBy(leg) -> {
                silence(played);
                instead(played);
            }
            case Rejected _, Vanished _ -> {
                forget(played);
                tell(played.close());
                instead(played);
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
                if (!held || !begins(leg, event)) {
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

    private boolean begins(CallReference leg, LegEvent instead) {
        var listener = parties(leg).filter(_ -> !holds(state, leg)).map(parties -> leg(parties, leg));
        var begun = listener.flatMap(held -> context.resources()
                .musicOnHold(held.terminal())
                .flatMap(source -> Played.between(context, held, source, instead)));
        if (begun.isPresent() && holds(before, leg)) {
            // It has the tone: the other held too.
            tell(new LegEvent.FarHeld(leg, false));
        }
        begun.ifPresent(this::begin);
        return begun.isPresent();
    }

    private void begin(Played played) {
        music.add(played);
        effects.add(new CallEffect.Offer(
                played.source().terminal().device(),
                new LegEvent.Playing(played.source().reference(), new Sound.Music(USUAL_SOURCE))));
        tell(played.open());
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
        if (played.playing()) {
            tell(played.stop());
        }
        tell(new LegEvent.Cleared(played.source().reference()));
        forget(played);
    }

    private void forget(Played played) {
        music.remove(played);
        wipe(played);
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
            case CallState _ -> Optional.empty();
        };
    }

    private static Leg leg(Parties parties, CallReference leg) {
        return parties.leg(parties.side(leg).orElseThrow());
    }

    private static boolean holds(CallState state, CallReference leg) {
        return state instanceof OnHold onHold
                && onHold.parties().side(leg).filter(onHold.holders()::contains).isPresent();
    }

    private void tell(LegEvent event) {
        effects.add(new Tell(event));
    }
}
