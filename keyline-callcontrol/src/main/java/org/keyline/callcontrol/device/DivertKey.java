package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Purpose;

/**
 * The keys that send a call to voice mail, whose number is looked up where the line may dial. Immediate divert sends a
 * call that rings, talks or is held to the mailbox of its user.
 *
 * <table>
 * <caption>Transfer to voice mail</caption>
 * <tr><th>the call</th><th>then</th></tr>
 * <tr><td>begun to transfer another, its far end rings or talks</td><td>the other one goes to the mailbox of whom this
 * one calls, and this one ends</td></tr>
 * <tr><td>begun to transfer another, else</td><td>Explain: key not active</td></tr>
 * <tr><td>else</td><td>as immediate divert</td></tr>
 * </table>
 */
final class DivertKey {
    private DivertKey() {}

    static void press(Desk desk, DeviceLeg leg) {
        var diverts = switch (leg.phase()) {
            case RINGING, CONNECTED, HELD -> true;
            case STARTING, DIALLING, CALLING, ANSWERING, REMOTE, REMOTE_HELD, RESUMING, JOINING, REFUSED -> false;
        };
        if (diverts) {
            divert(desk, leg, leg, Optional.empty());
        } else {
            desk.notActive(leg);
        }
    }

    static void transfer(Desk desk, DeviceLeg leg) {
        var transferred = leg.consultation()
                .filter(found -> found.purpose() == Purpose.TRANSFER)
                .flatMap(found -> desk.state().leg(found.first()));
        if (transferred.isEmpty()) {
            press(desk, leg);
            return;
        }
        var theirs = leg.parties().called();
        var isThere = leg.phase() == LegPhase.CALLING || leg.phase() == LegPhase.CONNECTED;
        if (!isThere || theirs.number().isEmpty()) {
            desk.notActive(leg);
            return;
        }
        divert(desk, leg, transferred.get(), Optional.of(theirs));
        desk.tellCall(leg.reference(), new CallSignal.Release(leg.reference()));
    }

    private static void divert(Desk desk, DeviceLeg pressed, DeviceLeg diverted, Optional<Party> mailbox) {
        desk.state()
                .phone()
                .line(diverted.line())
                .ifPresentOrElse(
                        at -> desk.tellCall(
                                diverted.reference(),
                                new CallSignal.Divert(diverted.reference(), desk.searchOrder(at), mailbox)),
                        () -> desk.notActive(pressed));
    }
}
