package org.keyline.callcontrol.device;

import java.util.Optional;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.device.LineInstance;

/**
 * The meet-me key: pressed while nothing is dialled yet, the number that follows is that of a meeting to open; else a
 * call is begun for it.
 */
final class MeetMeKey {
    private MeetMeKey() {}

    static void press(Desk desk, LineInstance line, CallReference call) {
        UserActions.dialling(desk, call)
                .ifPresentOrElse(
                        leg -> desk.tellCall(leg, new CallSignal.BeginFor(leg, Purpose.MEET_ME)),
                        () -> desk.want(new PlaceCall(
                                line, Optional.empty(), UserActions.speaker(desk), Purpose.MEET_ME, Optional.empty())));
    }
}
