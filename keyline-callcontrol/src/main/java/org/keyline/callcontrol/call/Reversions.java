package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyline.callcontrol.call.CallEffect.StartTimer;
import org.keyline.callcontrol.call.CallEffect.StopTimer;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.station.CallReference;

/**
 * Hold reversion: who holds a call is reminded of it.
 *
 * <table>
 * <caption>What happens and what it does</caption>
 * <tr><th>state</th><th>what</th><th>next</th><th>effects</th></tr>
 * <tr><td>any other</td><td>becomes OnHold</td><td>OnHold</td><td>HOLD_REVERSION starts, where the system has it
 * so</td></tr>
 * <tr><td>Conferring</td><td>one more holds, or the conference waits for nothing else any more while somebody holds</td>
 * <td>Conferring</td><td>the same</td></tr>
 * <tr><td>OnHold, Conferring</td><td>HOLD_REVERSION expires</td><td>the same</td><td>all who hold: HoldReverted; it
 * starts again where they are to be reminded again</td></tr>
 * </table>
 */
final class Reversions {
    private Reversions() {}

    /** A call that is held from this step on reverts after its time. */
    static CallStep watch(CallContext context, CallState before, CallStep step) {
        if (!begins(before, step) || !context.settings().holdReversion().after().isPositive()) {
            return step;
        }
        var effects = new ArrayList<>(step.effects());
        effects.add(new StartTimer(CallTimer.HOLD_REVERSION, Optional.empty()));
        return new CallStep(step.next(), effects);
    }

    private static boolean begins(CallState before, CallStep step) {
        if (step.next() instanceof Conferring(var conference)) {
            var holders = holders(conference);
            return isQuiet(conference)
                    && !holders.isEmpty()
                    && (!remindedBefore(before).containsAll(holders)
                            || step.effects().stream().anyMatch(StopTimer.class::isInstance));
        }
        return step.next() instanceof OnHold && !(before instanceof OnHold);
    }

    /** Those for whom the time runs already; for nobody while the conference waits for something else. */
    private static Set<CallReference> remindedBefore(CallState state) {
        return state instanceof Conferring(var conference) && isQuiet(conference) ? holders(conference) : Set.of();
    }

    /** Whether it waits for nothing: no newcomer, and no device. */
    private static boolean isQuiet(Conference conference) {
        return conference.awaited().isEmpty() && conference.isSettled();
    }

    private static Set<CallReference> holders(Conference conference) {
        return conference.seats().stream()
                .filter(Seat::isHeld)
                .map(seat -> seat.leg().reference())
                .collect(Collectors.toSet());
    }

    /** It was held so long that who holds it is reminded. */
    static CallStep remind(CallContext context, OnHold onHold) {
        var holders = onHold.holders().stream()
                .map(side -> onHold.parties().leg(side).reference())
                .toList();
        return remind(context, holders, onHold);
    }

    /** Some of those who confer have held so long that they are reminded; a conference that waits is quiet no more. */
    static CallStep remind(CallContext context, Conference conference) {
        return isQuiet(conference)
                ? remind(context, List.copyOf(holders(conference)), new Conferring(conference))
                : CallMachine.stay(new Conferring(conference));
    }

    private static CallStep remind(CallContext context, List<CallReference> holders, CallState state) {
        var effects = new Effects();
        holders.forEach(leg -> effects.tell(new LegEvent.HoldReverted(leg)));
        var every = context.settings().holdReversion().every();
        return (every.isPositive() && !holders.isEmpty() ? effects.wait(CallTimer.HOLD_REVERSION, every) : effects)
                .to(state);
    }
}
