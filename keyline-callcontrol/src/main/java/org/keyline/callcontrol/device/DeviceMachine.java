package org.keyline.callcontrol.device;

import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.station.StationSignal;

/**
 * The device machine: what its user does becomes signals to its calls, what its calls say becomes commands to the
 * phone.
 *
 * <p>Which call a key means: the one the phone names; where it names none, the active one for what ends, holds or
 * dials, the oldest ringing one for what answers, the last held one for what resumes. What names a call that is gone
 * changes nothing. See {@link UserActions} and {@link CallNews} for the tables.
 */
public final class DeviceMachine {
    private DeviceMachine() {}

    /** The phone reports something. */
    public static DeviceStep onSignal(DeviceState state, StationSignal signal, CallContext context) {
        var desk = new Desk(state, context);
        UserActions.act(desk, signal);
        return desk.step();
    }

    /** Its user wants privacy from now on, or no longer: its calls are told. */
    public static DeviceStep onPrivacy(DeviceState state, CallContext context) {
        var desk = new Desk(state, context);
        for (var leg : state.legs()) {
            if (!leg.phase().isRemote()) {
                desk.tellCall(leg.reference(), new CallSignal.PrivacyChanged(leg.reference()));
            }
        }
        return desk.step();
    }

    /** A call tells something. */
    public static DeviceStep onEvents(DeviceState state, Iterable<LegEvent> events, CallContext context) {
        var desk = new Desk(state, context);
        for (var event : events) {
            CallNews.hear(desk, event);
        }
        return desk.step();
    }
}
