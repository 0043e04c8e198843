package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallEffect.StartTimer;
import org.keyline.callcontrol.call.CallEffect.StopTimer;
import org.keyline.callcontrol.call.CallEffect.Tell;
import org.keyline.callcontrol.media.Media;
import org.keyline.callcontrol.media.MediaSession.Directed;
import org.keyline.callcontrol.station.CallReference;

/** Gathers the effects of one step in order. */
final class Effects {
    private final List<CallEffect> effects = new ArrayList<>(8);

    Effects tell(LegEvent event) {
        return add(new Tell(event));
    }

    Effects clear(Collection<Leg> legs) {
        legs.forEach(leg -> tell(new LegEvent.Cleared(leg.reference())));
        return this;
    }

    Effects media(Collection<Directed> commands) {
        for (var directed : commands) {
            tell(new LegEvent.Media(directed.command().call(), directed.command()));
        }
        return this;
    }

    Effects toCall(CallReference leg, CallSignal signal) {
        return add(new CallEffect.ToCall(leg, signal));
    }

    Effects wait(CallTimer timer) {
        return add(new StartTimer(timer, Optional.empty()));
    }

    Effects wait(CallTimer timer, Duration time) {
        return add(new StartTimer(timer, Optional.of(time)));
    }

    /** Overwrites a session's keys, if the ends do not have them yet. */
    Effects wipe(Media media) {
        media.keySets().forEach(keys -> add(new CallEffect.Wipe(keys)));
        return this;
    }

    Effects waitNoMore() {
        return add(new StopTimer());
    }

    Effects add(CallEffect effect) {
        effects.add(effect);
        return this;
    }

    Effects addAll(Effects others) {
        effects.addAll(others.effects);
        return this;
    }

    CallStep to(CallState next) {
        return new CallStep(next, effects);
    }
}
