package org.keyline.callcontrol.device;

import org.keyline.callcontrol.call.CallSignal;

/**
 * The key of immediate divert: a call that rings, talks or is held goes to voice mail, whose number is looked up where
 * the line may dial; else the key is not active.
 */
final class DivertKey {
    private DivertKey() {}

    static void press(Desk desk, DeviceLeg leg) {
        var diverts = switch (leg.phase()) {
            case RINGING, CONNECTED, HELD -> true;
            case STARTING, DIALLING, CALLING, ANSWERING, REMOTE, REMOTE_HELD, RESUMING, JOINING, REFUSED -> false;
        };
        desk.state()
                .phone()
                .line(leg.line())
                .filter(_ -> diverts)
                .ifPresentOrElse(
                        at -> desk.tellCall(
                                leg.reference(), new CallSignal.Divert(leg.reference(), desk.searchOrder(at))),
                        () -> desk.notActive(leg));
    }
}
