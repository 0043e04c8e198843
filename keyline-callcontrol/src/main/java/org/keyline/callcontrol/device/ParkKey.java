package org.keyline.callcontrol.device;

import org.keyline.callcontrol.call.CallSignal;

/** The park key: in a call it parks the far end, in a slot the user's line or phone may dial; else it is not active. */
final class ParkKey {
    private ParkKey() {}

    static void press(Desk desk, DeviceLeg leg) {
        var line = desk.state().phone().line(leg.line()).filter(_ -> leg.phase() == LegPhase.CONNECTED);
        line.ifPresentOrElse(
                at -> desk.tellCall(leg.reference(), new CallSignal.Park(leg.reference(), desk.searchOrder(at))),
                () -> desk.notActive(leg));
    }

    /** How long the number of the slot is shown. */
    static int seconds(Desk desk) {
        return Math.toIntExact(desk.context().settings().parkDisplay().toSeconds());
    }
}
