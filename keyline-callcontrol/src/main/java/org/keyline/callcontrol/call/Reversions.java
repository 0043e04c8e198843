package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.Optional;
import org.keyline.callcontrol.call.CallEffect.StartTimer;
import org.keyline.callcontrol.call.CallState.OnHold;

/**
 * Hold reversion: who holds a call is reminded of it.
 *
 * <table>
 * <caption>What happens and what it does</caption>
 * <tr><th>state</th><th>what</th><th>next</th><th>effects</th></tr>
 * <tr><td>any other</td><td>becomes OnHold</td><td>OnHold</td><td>HOLD_REVERSION starts, where the system has it
 * so</td></tr>
 * <tr><td>OnHold</td><td>HOLD_REVERSION expires</td><td>OnHold</td><td>all who hold: HoldReverted; it starts again where
 * they are to be reminded again</td></tr>
 * </table>
 */
final class Reversions {
    private Reversions() {}

    /** A call that is held from this step on reverts after its time. */
    static CallStep watch(CallContext context, CallState before, CallStep step) {
        var begins = step.next() instanceof OnHold && !(before instanceof OnHold);
        if (!begins || !context.settings().holdReversion().after().isPositive()) {
            return step;
        }
        var effects = new ArrayList<>(step.effects());
        effects.add(new StartTimer(CallTimer.HOLD_REVERSION, Optional.empty()));
        return new CallStep(step.next(), effects);
    }

    /** It was held so long that who holds it is reminded. */
    static CallStep remind(CallContext context, OnHold onHold) {
        var effects = new Effects();
        for (var side : onHold.holders()) {
            effects.tell(new LegEvent.HoldReverted(onHold.parties().leg(side).reference()));
        }
        var every = context.settings().holdReversion().every();
        return (every.isPositive() ? effects.wait(CallTimer.HOLD_REVERSION, every) : effects).to(onHold);
    }
}
