package org.keyline.sccp.station;

import org.keyline.model.device.Phone;
import org.keyline.model.server.DevicePool;

/**
 * Who a session belongs to once it is registered.
 *
 * @param phone its configuration when it registered
 * @param devicePool its device pool
 * @param traits what it understands
 * @param instance the instance it registered with, echoed to it
 * @param load the firmware it runs, or empty
 * @param softkeys the softkeys it has until it registers again
 * @param buttons the buttons it has until it registers again
 */
public record RegisteredStation(
        Phone phone,
        DevicePool devicePool,
        StationTraits traits,
        int instance,
        String load,
        SoftkeyPlan softkeys,
        ButtonPlan buttons) {}
