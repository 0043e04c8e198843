package org.keyline.callcontrol.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Failed;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.MessageWaitingNumber;

/**
 * Message waiting: voice mail dials a number with the mailbox as the caller, the line of the mailbox is looked up, its
 * state is set, and the caller hears that it was. Only a caller's own digits lead here: no line sends its calls on to
 * the lamps of others.
 */
final class MessagesWaiting {
    /** How long the confirmation sounds; voice mail is often waiting for the port. */
    private static final Duration CONFIRMATION = Duration.ofSeconds(2);

    private MessagesWaiting() {}

    static CallStep dialled(
            CallContext context, Dialling dialling, Route route, MessageWaitingNumber number, Effects effects) {
        var caller = dialling.caller();
        var mailbox = Offers.shown(caller, route);
        return line(context, caller, new Forward(mailbox.number(), number.callingSearchSpace()))
                .map(line -> set(line, number.waiting(), caller, proceeding(dialling, number, effects)))
                .orElseGet(() -> CallMachine.failed(effects, List.of(caller), Cause.UNALLOCATED_NUMBER));
    }

    private static Optional<Line> line(CallContext context, Leg caller, Forward mailbox) {
        return CallForward.lookUp(context, mailbox, caller)
                .map(Route::target)
                .flatMap(target ->
                        target instanceof Destination(var line, var _) ? Optional.of(line) : Optional.empty());
    }

    private static Effects proceeding(Dialling dialling, MessageWaitingNumber number, Effects effects) {
        var caller = dialling.caller();
        var called = new Party(number.number().digits(), "");
        return effects.tell(new LegEvent.Proceeding(
                caller.reference(),
                dialling.digits(),
                new CallParties(Direction.OUTBOUND, caller.terminal().party(), called, Optional.empty())));
    }

    /** What is so already is not stored again: voice mail repeats itself. */
    private static CallStep set(Line line, boolean waiting, Leg caller, Effects effects) {
        if (line.voiceMail().messagesWaiting() != waiting) {
            effects.add(
                    new CallEffect.MessagesWait(line, waiting, caller.terminal().device()));
        }
        return effects.tell(new LegEvent.Confirmed(caller.reference()))
                .wait(CallTimer.TONE, CONFIRMATION)
                .to(new Failed(List.of(caller), Cause.NORMAL_CLEARING));
    }
}
