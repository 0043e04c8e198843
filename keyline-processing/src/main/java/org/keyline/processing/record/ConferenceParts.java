package org.keyline.processing.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.LegEnd;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.Conference;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;

/**
 * The parts of a conference: one for each seat, to the bridge. Pure, as {@link CallObserver}.
 *
 * <table>
 * <caption>Steps and parts</caption>
 * <tr><th>somebody</th><th>their part</th></tr>
 * <tr><td>has a seat</td><td>begins</td></tr>
 * <tr><td>leaves</td><td>is over, with the cause</td></tr>
 * <tr><td>is sent away</td><td>is over: conference drop</td></tr>
 * <tr><td>gives their seat to another, or goes on without the bridge</td><td>is over, split</td></tr>
 * </table>
 *
 * @param open those that go on
 */
record ConferenceParts(List<SeatPart> open) {
    static final ConferenceParts NONE = new ConferenceParts(List.of());

    ConferenceParts {
        open = List.copyOf(open);
    }

    /** What a step did. */
    record Watched(ConferenceParts next, List<CallPart> over) {}

    Watched step(int call, CallSignal signal, CallState after, Instant now) {
        var over = new ArrayList<CallPart>();
        if (!(after instanceof Conferring(var conference))) {
            var staying = staying(after);
            open.forEach(part -> over.add(part.end(call, termination(part, signal, staying), now)));
            return new Watched(NONE, over);
        }
        var left = new ArrayList<SeatPart>();
        for (var part : open) {
            conference
                    .seat(part.leg().reference())
                    .ifPresentOrElse(
                            seat -> left.add(part.next(seat)),
                            () -> over.add(part.end(call, termination(part, signal, Set.of()), now)));
        }
        var conferred = new Conferred(conference.room(), controller(conference), Conferred.by(conference));
        for (var seat : conference.seats()) {
            if (left.stream()
                    .noneMatch(part -> part.leg().reference().equals(seat.leg().reference()))) {
                left.add(SeatPart.begin(seat, conferred, now));
            }
        }
        return new Watched(new ConferenceParts(left), over);
    }

    /** A user said that the call is malicious: that of everybody in it. */
    ConferenceParts marked() {
        return new ConferenceParts(open.stream().map(SeatPart::marked).toList());
    }

    /** A defect ended the call. */
    List<CallPart> broken(int call, Instant now) {
        var why = Termination.of(Cause.TEMPORARY_FAILURE, OnBehalfOf.CALL_CONTROL);
        return open.stream().map(part -> part.end(call, why, now)).toList();
    }

    /** Who made it, also when they have left since. */
    private Optional<Leg> controller(Conference conference) {
        return conference
                .seat(conference.controller())
                .map(seat -> seat.leg())
                .or(() -> open.stream()
                        .flatMap(part -> part.conference().controller().stream())
                        .findFirst());
    }

    /** Who goes on in the call without a bridge. */
    private static Set<CallReference> staying(CallState after) {
        var staying = new HashSet<CallReference>();
        Standing.of(after).ifPresent(standing -> {
            staying.add(standing.calling().reference());
            standing.called().ifPresent(leg -> staying.add(leg.reference()));
        });
        return staying;
    }

    private static Termination termination(SeatPart part, CallSignal signal, Set<CallReference> staying) {
        var leg = part.leg().reference();
        var by = part.conference().by();
        if (staying.contains(leg)) {
            return Termination.split(by);
        }
        return switch (signal) {
            case LegEnd end
            when end.leg().equals(leg) ->
                Termination.of(
                        end instanceof CallSignal.Vanished ? Cause.DESTINATION_OUT_OF_ORDER : Cause.NORMAL_CLEARING,
                        OnBehalfOf.DEVICE);
            case CallSignal.Drop _ -> new Termination(Termination.CONFERENCE_DROP, by);
            case CallSignal.HandedOver _ -> Termination.split(OnBehalfOf.TRANSFER);
            case CallSignal _ -> Termination.of(Cause.NORMAL_CLEARING, by);
        };
    }
}
