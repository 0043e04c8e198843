package org.keyline.lab.phone;

import org.keyline.sccp.codec.message.StationCapabilities;

/**
 * An expansion module beside a phone.
 *
 * @param type as the phone reports it: 1 for a 7914, 2 for a 7915, 3 for a 7916
 * @param buttons how many it has
 */
public record AddOnModule(int type, int buttons) {
    private static final int CHAINED = 2;

    /** A 7914 with its fourteen buttons. */
    public static final AddOnModule CISCO_7914 = new AddOnModule(1, 14);

    /** A 7915 with twenty-four buttons. */
    public static final AddOnModule CISCO_7915_24 = new AddOnModule(2, 24);

    /** A 7916 with twelve buttons. */
    public static final AddOnModule CISCO_7916_12 = new AddOnModule(3, 12);

    /** What the phone says of the module at this place, from 1. */
    StationCapabilities.ExtensionDeviceCaps report(int place) {
        return new StationCapabilities.ExtensionDeviceCaps(
                place, type, CHAINED, "max-chained=" + CHAINED + " deviceLine=" + buttons);
    }
}
