package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.ForwardReason;

/**
 * The forward-all key of a line: pressed, it gives a tone and takes the number all calls shall go to; pressed while
 * they go somewhere, it ends that.
 */
final class ForwardAllKey {
    private ForwardAllKey() {}

    static void press(Desk desk, LineInstance asked) {
        line(desk, asked).ifPresent(line -> {
            if (isForwarded(desk, line)) {
                desk.add(new DeviceEffect.ForwardAll(line, Optional.empty()));
            } else {
                desk.want(new PlaceCall(
                        line.instance(),
                        Optional.empty(),
                        UserActions.speaker(desk),
                        Purpose.FORWARD_ALL,
                        Optional.empty()));
            }
        });
    }

    /** The number is complete. */
    static void collected(Desk desk, DeviceLeg leg, String digits) {
        line(desk, leg.line()).ifPresent(line -> desk.add(new DeviceEffect.ForwardAll(line, Optional.of(digits))));
    }

    private static boolean isForwarded(Desk desk, LineAppearance line) {
        return desk.context()
                .dialPlan()
                .line(line.number(), line.partition())
                .flatMap(found -> found.forwards().on(ForwardReason.ALL))
                .isPresent();
    }

    private static Optional<LineAppearance> line(Desk desk, LineInstance asked) {
        var phone = desk.state().phone();
        return asked.isNone() ? phone.lines().stream().findFirst() : phone.line(asked);
    }
}
