package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.Purpose;

/**
 * The transfer key: pressed in a call it holds the call and gives dial tone for another; pressed again, while that one
 * rings or talks, it joins the two.
 *
 * <table>
 * <caption>What it does to the call it means</caption>
 * <tr><th>the call</th><th>then</th></tr>
 * <tr><td>connected, begun for no transfer, its line has room</td><td>it is held, a call for a transfer begins</td></tr>
 * <tr><td>connected, begun for no transfer, no room</td><td>Explain: key not active</td></tr>
 * <tr><td>begun for a transfer, rings at the far end or connected</td><td>Transfer</td></tr>
 * <tr><td>else</td><td>nothing</td></tr>
 * </table>
 */
final class TransferKey {
    private TransferKey() {}

    static void press(Desk desk, DeviceLeg leg) {
        consultation(leg).ifPresentOrElse(found -> complete(desk, leg, found), () -> begin(desk, leg));
    }

    /** Hanging up completes a transfer where the system has it so; whether it did. */
    static boolean completesByHangingUp(Desk desk, DeviceLeg leg) {
        var consultation = consultation(leg).filter(_ -> isThere(leg));
        if (!desk.context().features().transfer().onHook() || consultation.isEmpty()) {
            return false;
        }
        complete(desk, leg, consultation.get());
        return true;
    }

    private static void begin(Desk desk, DeviceLeg leg) {
        if (leg.phase() == LegPhase.CONNECTED) {
            Consultation.begin(desk, leg, Purpose.TRANSFER);
        }
    }

    private static void complete(Desk desk, DeviceLeg leg, Consultation consultation) {
        if (isThere(leg)) {
            desk.tellCall(consultation.first(), new CallSignal.Transfer(consultation.first(), leg.reference()));
        }
    }

    private static boolean isThere(DeviceLeg leg) {
        return leg.phase() == LegPhase.CALLING || leg.phase() == LegPhase.CONNECTED;
    }

    private static Optional<Consultation> consultation(DeviceLeg leg) {
        return leg.consultation().filter(found -> found.purpose() == Purpose.TRANSFER);
    }
}
