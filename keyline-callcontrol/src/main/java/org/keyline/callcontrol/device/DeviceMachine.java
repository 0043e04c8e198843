package org.keyline.callcontrol.device;

import java.time.Instant;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.NumberKey;

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
        CallBackKey.settle(desk);
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
        CallBackKey.settle(desk);
        return desk.step();
    }

    /**
     * The line it follows does that.
     *
     * @param at since when
     */
    public static DeviceStep onLine(
            DeviceState state, NumberKey line, LineStatus status, Instant at, CallContext context) {
        var desk = new Desk(state, context);
        CallBackKey.hear(desk, line, status, at);
        CallBackKey.settle(desk);
        return desk.step();
    }

    /** It followed a line for as long as it may. */
    public static DeviceStep onFollowedLongEnough(DeviceState state, NumberKey line, CallContext context) {
        var desk = new Desk(state, context);
        CallBackKey.expired(desk, line);
        return desk.step();
    }

    /** A call rings in the pickup group of its user, who shall hear that. */
    public static DeviceStep onPickupAlert(DeviceState state, CallContext context) {
        var desk = new Desk(state, context);
        PickupAlerts.sound(desk);
        return desk.step();
    }

    /** Its configuration changed. */
    public static DeviceStep onConfigured(DeviceState state, Phone phone, Site site, CallContext context) {
        var desk = new Desk(state.configured(phone, site), context);
        CallBackKey.configured(desk);
        return desk.step();
    }
}
