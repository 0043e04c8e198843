package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.digits.FeatureNumber;
import org.keyline.callcontrol.digits.FeatureNumber.Parking;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.NumberKey;

/**
 * A button that watches a slot of parked calls.
 *
 * <table>
 * <caption>What it does</caption>
 * <tr><th>the slot</th><th>the user</th><th>then</th></tr>
 * <tr><td>taken</td><td></td><td>dials what takes the call back</td></tr>
 * <tr><td>free</td><td>talks, and their line may dial the slot</td><td>the far end is parked there</td></tr>
 * <tr><td>free</td><td>talks, and may not</td><td>Explain: slot unavailable</td></tr>
 * <tr><td>free</td><td>talks to nobody</td><td>Explain: key not active</td></tr>
 * </table>
 */
final class SlotKey {
    private SlotKey() {}

    /** Does what the button is for; false when it watches no slot. */
    static boolean press(Desk desk, SpeedDial dial) {
        var slot = dial.watches().flatMap(key -> slot(desk, key));
        slot.ifPresent(found -> press(desk, found));
        return slot.isPresent();
    }

    private record Slot(NumberKey key, Parking range) {
        ParkSlot place() {
            return new ParkSlot(key.number(), key.partition(), reversion());
        }

        private Optional<Forward> reversion() {
            return range instanceof FeatureNumber.DirectedPark(var directed) ? directed.reversion() : Optional.empty();
        }

        /** What is dialled to take back who is there. */
        String retrieval() {
            return range instanceof FeatureNumber.DirectedPark(var directed)
                    ? directed.retrievalPrefix() + key.number()
                    : key.number();
        }
    }

    private static Optional<Slot> slot(Desk desk, NumberKey key) {
        return desk.context().dialPlan().slot(key).map(range -> new Slot(key, range));
    }

    private static void press(Desk desk, Slot slot) {
        if (desk.context().parking().parked(slot.key()).isPresent()) {
            UserActions.dialNumber(desk, slot.retrieval(), LineInstance.NONE);
            return;
        }
        desk.state()
                .active()
                .filter(leg -> leg.phase() == LegPhase.CONNECTED)
                .ifPresentOrElse(leg -> park(desk, leg, slot), desk::notActive);
    }

    private static void park(Desk desk, DeviceLeg leg, Slot slot) {
        desk.state()
                .phone()
                .line(leg.line())
                .filter(line -> mayDial(desk, line, slot))
                .ifPresentOrElse(
                        line -> desk.tellCall(
                                leg.reference(),
                                new CallSignal.Park(
                                        leg.reference(), desk.searchOrder(line), Optional.of(slot.place()))),
                        () -> desk.explain(leg, Phrase.PARK_SLOT_UNAVAILABLE));
    }

    private static boolean mayDial(Desk desk, LineAppearance line, Slot slot) {
        return route(desk, line, slot)
                .filter(route -> route.target().equals(slot.range()))
                .isPresent();
    }

    private static Optional<Route> route(Desk desk, LineAppearance line, Slot slot) {
        return desk.context()
                .dialPlan()
                .analyse(desk.searchOrder(line), slot.key().number())
                .now();
    }
}
