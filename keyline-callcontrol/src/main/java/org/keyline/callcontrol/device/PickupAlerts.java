package org.keyline.callcontrol.device;

import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand.AlertPickup;
import org.keyline.model.device.LineInstance;

/**
 * A call rings in the pickup group of this phone's user, whose members shall hear that.
 *
 * <table>
 * <caption>What sounds</caption>
 * <tr><th>the user</th><th>sound</th></tr>
 * <tr><td>wants peace</td><td>none</td></tr>
 * <tr><td>has no call</td><td>the phone rings once</td></tr>
 * <tr><td>talks</td><td>a tone in that call, where the system has it so</td></tr>
 * <tr><td>does anything else</td><td>none: they hear a tone that tells them something already</td></tr>
 * </table>
 */
final class PickupAlerts {
    private PickupAlerts() {}

    static void sound(Desk desk) {
        var state = desk.state();
        if (state.phone().features().doNotDisturb().active()) {
            return;
        }
        if (state.isIdle()) {
            desk.tellPhone(new AlertPickup(LineInstance.NONE, CallReference.NONE));
        } else if (desk.context().features().pickup().alertsInCalls()) {
            state.first(leg -> leg.phase() == LegPhase.CONNECTED)
                    .ifPresent(leg -> desk.tellPhone(new AlertPickup(leg.line(), leg.reference())));
        }
    }
}
