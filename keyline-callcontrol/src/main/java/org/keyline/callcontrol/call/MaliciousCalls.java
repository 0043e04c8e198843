package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;

/**
 * Malicious call identification: a user says of a call that it is malicious, and the call goes on as it was. Who calls
 * does not notice.
 *
 * <table>
 * <caption>Signals and what they do</caption>
 * <tr><th>state</th><th>signal</th><th>next</th><th>effects</th></tr>
 * <tr><td>any that shows the leg a call which is up</td><td>MarkMalicious</td><td>the same</td><td>MaliciousCall: the
 * alarm and the call's record say so; the user: MarkedMalicious</td></tr>
 * </table>
 */
final class MaliciousCalls {
    private MaliciousCalls() {}

    static CallStep mark(CallState state, CallReference leg) {
        return seen(state, leg)
                .map(parties -> new Effects()
                        .add(new CallEffect.MaliciousCall(leg, parties.calling(), parties.called()))
                        .tell(new LegEvent.MarkedMalicious(leg))
                        .to(state))
                .orElseGet(() -> CallMachine.stay(state));
    }

    private static Optional<CallParties> seen(CallState state, CallReference leg) {
        return state instanceof Barged barged && CallMachine.isOf(barged.guest(), leg)
                ? Optional.of(barged.seenByGuest())
                : Shown.of(state, leg).map(Shown::parties);
    }
}
