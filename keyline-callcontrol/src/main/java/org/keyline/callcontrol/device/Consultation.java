package org.keyline.callcontrol.device;

import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;

/**
 * Why a call was begun beside another.
 *
 * @param purpose what the two calls shall become
 * @param first the call held meanwhile
 */
record Consultation(Purpose purpose, CallReference first) {
    /** A call is to be held and another begun, where its line has room for it. */
    static void begin(Desk desk, DeviceLeg leg, Purpose purpose) {
        if (desk.state()
                .phone()
                .line(leg.line())
                .flatMap(line -> Rollover.toBegin(desk.state(), line))
                .isEmpty()) {
            desk.notActive(leg);
            return;
        }
        desk.want(new PlaceCall(leg.line(), UserActions.speaker(desk), new Consultation(purpose, leg.reference())));
    }
}
