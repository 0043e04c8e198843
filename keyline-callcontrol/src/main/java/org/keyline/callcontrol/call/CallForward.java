package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.Aim.ToLine;
import org.keyline.callcontrol.call.Aim.ToMembers;
import org.keyline.callcontrol.call.Aim.ToPicker;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;

/**
 * Call forward: a call goes on from a line to where that line sends its calls.
 *
 * <table>
 * <caption>When</caption>
 * <tr><th>reason</th><th>when</th></tr>
 * <tr><td>ALL</td><td>before any device is asked</td></tr>
 * <tr><td>BUSY</td><td>every device refused, one of them since it is busy</td></tr>
 * <tr><td>UNREGISTERED</td><td>no device is there, or none that can ring</td></tr>
 * <tr><td>NO_ANSWER</td><td>FORWARD expires while it rings</td></tr>
 * </table>
 *
 * <p>A call that comes back to a line it was forwarded from, or was forwarded too often, goes no further: its caller
 * hears reorder (Q.850 cause 25).
 */
final class CallForward {
    private static final Map<Cause, ForwardReason> REASONS = Map.of(
            Cause.USER_BUSY, ForwardReason.BUSY,
            Cause.DESTINATION_OUT_OF_ORDER, ForwardReason.UNREGISTERED,
            Cause.NO_ANSWER, ForwardReason.NO_ANSWER);

    private CallForward() {}

    /** The forward for a refusal, if the line has one. */
    static Optional<ForwardReason> reason(Cause refusal) {
        return Optional.ofNullable(REASONS.get(refusal));
    }

    /** Where the call goes for this reason, if the line sends it anywhere. */
    static Optional<Forward> target(Leg caller, Routing routing, ForwardReason reason) {
        return routing.line()
                .flatMap(line -> line.forwards().on(reason, caller.terminal().origin()));
    }

    /** How long it rings before the call goes elsewhere; empty where it does not. */
    static Optional<Duration> patience(CallContext context, Leg caller, Routing routing) {
        return switch (routing.aim()) {
            case ToMembers members -> Optional.of(members.ringFor());
            case Aim.ToTrunk _ -> Optional.empty();
            case ToPicker _ -> Optional.of(context.settings().pickupNoAnswer());
            case ToLine(var destination) -> {
                var forwards = destination.line().forwards();
                yield forwards.on(ForwardReason.NO_ANSWER, caller.terminal().origin())
                        .map(_ -> forwards.noAnswer().orElse(context.settings().forwardNoAnswer()));
            }
        };
    }

    /** Sends the call on from a line. */
    static CallStep redirect(
            CallContext context, Leg caller, Routing routing, ForwardReason reason, Forward to, Effects effects) {
        return routing.line().filter(routing.passed()::contains).isPresent()
                ? CallMachine.failed(effects, List.of(caller), Cause.EXCHANGE_ROUTING_ERROR)
                : sendOn(context, caller, routing, shown(reason), to, effects);
    }

    /** Sends the call on, unless it was sent on too often. */
    static CallStep sendOn(
            CallContext context, Leg caller, Routing routing, Reason reason, Forward to, Effects effects) {
        if (routing.hops() >= context.features().forward().maximumHops()) {
            return CallMachine.failed(effects, List.of(caller), Cause.EXCHANGE_ROUTING_ERROR);
        }
        return lookUp(context, to, caller)
                .map(route -> Offers.follow(context, caller, route, next -> routing.forwarded(reason, next), effects))
                .orElseGet(() -> CallMachine.failed(effects, List.of(caller), Cause.UNALLOCATED_NUMBER));
    }

    /** Where a number leads, looked up where it may be, by the caller's clock. */
    static Optional<Route> lookUp(CallContext context, Forward to, Leg caller) {
        var order = new SearchOrder(
                to.callingSearchSpace(),
                Optional.empty(),
                caller.terminal().site().zone());
        return context.dialPlan().analyse(order, to.to()).now();
    }

    private static Reason shown(ForwardReason reason) {
        return switch (reason) {
            case ALL -> Reason.FORWARD_ALL;
            case BUSY -> Reason.FORWARD_BUSY;
            case NO_ANSWER -> Reason.FORWARD_NO_ANSWER;
            case UNREGISTERED -> Reason.FORWARD_UNREGISTERED;
            case NO_COVERAGE -> Reason.FORWARD_NO_ANSWER;
        };
    }
}
