package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Line;

/**
 * The pickup keys: pressed while nothing is dialled yet, that call becomes one to pick up; else a call is begun for it,
 * where the user chose no line, on the first one with room that is in a pickup group.
 */
final class PickupKey {
    private PickupKey() {}

    static void press(Desk desk, LineInstance line, CallReference call, Purpose purpose) {
        UserActions.dialling(desk, call)
                .ifPresentOrElse(
                        leg -> desk.tellCall(leg, new CallSignal.BeginFor(leg, purpose)),
                        () -> desk.want(new PlaceCall(
                                line(desk, line),
                                Optional.empty(),
                                UserActions.speaker(desk),
                                purpose,
                                Optional.empty())));
    }

    private static LineInstance line(Desk desk, LineInstance asked) {
        var state = desk.state();
        return asked.isNone()
                ? state.phone().lines().stream()
                        .filter(state::hasRoom)
                        .filter(line -> isInGroup(desk, line))
                        .map(LineAppearance::instance)
                        .findFirst()
                        .orElse(asked)
                : asked;
    }

    private static boolean isInGroup(Desk desk, LineAppearance line) {
        return desk.context()
                .dialPlan()
                .line(line.number(), line.partition())
                .flatMap(Line::pickupGroup)
                .isPresent();
    }
}
